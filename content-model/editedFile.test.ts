import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {editedFiles} from './editedFile.ts';

describe('고치기 링크가 여는 파일', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-'));
    const write = (file: string, slug?: string) => {
      mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
      const line = slug === undefined ? '' : `slug: ${slug}\n`;
      writeFileSync(path.join(root, file), `---\ntitle: 글\n${line}---\n\n글\n`);
    };
    write('docs/containers/container-isolation.md', '/container-isolation');
    write('docs/references.md');
    write('versioned_docs/version-1.0/container-isolation.md');
    write('versioned_docs/version-1.0/references.md');
    write('versioned_docs/version-1.0/old/gone.md', '/gone');
  });
  after(() => rmSync(root, {recursive: true}));

  const cases: [string, string, string, string | undefined][] = [
    ['쓰는 중인 글은 그 파일', 'docs', 'references.md', 'docs/references.md'],
    [
      '폴더를 옮긴 글은 같은 주소의 파일',
      'versioned_docs/version-1.0',
      'container-isolation.md',
      'docs/containers/container-isolation.md',
    ],
    [
      '자리가 같은 글은 그 파일',
      'versioned_docs/version-1.0',
      'references.md',
      'docs/references.md',
    ],
    ['없어진 글은 없음', 'versioned_docs/version-1.0', 'old/gone.md', undefined],
    ['모르는 글은 없음', 'versioned_docs/version-1.0', 'none.md', undefined],
  ];
  for (const [name, folder, page, file] of cases) {
    it(name, () => assert.equal(editedFiles(root)(folder, page), file));
  }
});
