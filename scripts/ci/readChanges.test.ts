import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {readChanges} from './readChanges.ts';

describe('풀 리퀘스트가 고친 것', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kkori-changes-'));
    git('init', '--quiet', '--initial-branch=main');
    write('docs/docker/a.md', '가\n');
    write('docs/docker/old.md', '옛\n');
    write('data/references.yaml', '[]\n');
    write('lib/page.ts', '1\n');
    commit();
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  function git(...commandArguments: string[]): void {
    const {status, stderr} = spawnSync(
      'git',
      ['-c', 'user.name=시험', '-c', 'user.email=a@b.c', ...commandArguments],
      {cwd: folder, encoding: 'utf8'},
    );
    assert.equal(status, 0, stderr);
  }
  function write(file: string, content: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), content);
  }
  function commit(): void {
    git('add', '--all');
    git('commit', '--quiet', '--message', '고침');
  }
  /** As GitHub tests a pull request: merged into main, which went on meanwhile. */
  function merge(change: () => void): void {
    git('checkout', '--quiet', '-b', 'pull');
    change();
    commit();
    git('checkout', '--quiet', 'main');
    write('README.md', 'main이 그사이 고친 것\n');
    commit();
    git('merge', '--quiet', '--no-ff', '--no-edit', 'pull');
  }

  it('글과 자료와 묶음만 고치면 글만 고친 것이고, 지운 글은 시험할 것에 없다', () => {
    merge(() => {
      write('docs/docker/a.md', '나\n');
      write('docs/docker/img/b-1.png', '그림');
      write('data/references.yaml', '[]\n\n');
      write('docs/sections.yaml', '- id: new\n');
      write('docs/new/c.md', '다\n');
      rmSync(path.join(folder, 'docs/docker/old.md'));
    });
    assert.deepEqual(readChanges(folder), {
      isContentOnly: true,
      files: [
        'data/references.yaml',
        'docs/docker/a.md',
        'docs/docker/img/b-1.png',
        'docs/new/c.md',
        'docs/sections.yaml',
      ],
    });
  });

  for (const [name, change] of [
    ['코드', () => write('lib/page.ts', '2\n')],
    ['워크플로', () => write('.github/workflows/ci.yml', 'on: push\n')],
    ['패키지', () => write('package.json', '{}\n')],
    ['낸 버전', () => write('versioned_docs/version-1.0/a.md', '가\n')],
    ['자료 폴더의 코드', () => write('data/a.ts', '1\n')],
    ['빈칸이 든 이름', () => write('docs/docker/a b.md', '가\n')],
    ['줄바꿈이 든 이름', () => write('docs/docker/a\nfiles=x.md', '가\n')],
    ['한글 이름', () => write('docs/docker/한글.md', '가\n')],
    ['숨은 파일', () => write('docs/.env', '가\n')],
    ['코드에서 옮겨 온 글', () => git('mv', 'lib/page.ts', 'docs/docker/page.md')],
    ['심볼릭 링크', () => symlinkSync('/etc/passwd', path.join(folder, 'docs/docker/b.md'))],
    ['실행 파일', () => chmodSync(path.join(folder, 'docs/docker/a.md'), 0o755)],
  ] as const) {
    it(`글과 함께 ${name}을(를) 고치면 글만 고친 것이 아니다`, () => {
      merge(() => {
        write('docs/docker/c.md', '다\n');
        change();
      });
      const {isContentOnly, files} = readChanges(folder);
      assert.equal(isContentOnly, false);
      assert.ok(files.every((file) => /^[\w./-]+$/.test(file)));
    });
  }

  it('부모가 없는 곳에서는 까닭을 말하고 멈춘다', () => {
    assert.throws(() => readChanges(folder), /git diff가 실패했습니다/);
  });
});
