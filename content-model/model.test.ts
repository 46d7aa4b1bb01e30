import assert from 'node:assert/strict';
import {subscribe} from 'node:diagnostics_channel';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, it, mock} from 'node:test';

import {pageAt, readContentModel, readContentModelAnew, versionFolderOf} from './model.ts';

const page = (title: string, position: number, rest = '') => `---
title: ${title}
sidebar_position: ${position}
${rest}---

글 [@docker-run].

## 꼬리질문 {#follow-ups}

### 왜 그런가요? {#why}

답입니다.
`;

describe('글의 모형', () => {
  let root = '';
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-model-'));
    write('docs/sections.yaml', '- id: docker\n  label: Docker\n  area: 컨테이너\n');
    write('docs/docker/second.md', page('둘째', 2, 'sidebar_label: 짧게\n'));
    write('docs/docker/first.md', page('첫째', 1, 'slug: /first\n'));
    write('docs/last.md', page('끝', 1));
    write('versioned_docs/version-1.0/docker/first.md', page('첫째', 1));
  });
  afterEach(() => rmSync(root, {recursive: true}));

  it('버전마다 읽는 차례대로 글이 있고, 글마다 주소, 이름, 꼬리질문, 인용이 있다', () => {
    const {versions} = readContentModelAnew(root);
    assert.deepEqual(
      versions.map(({folder, pages}) => [folder, pages.map(({slug}) => slug)]),
      [
        ['docs', ['/first', '/docker/second', '/last']],
        ['versioned_docs/version-1.0', ['/docker/first']],
      ],
    );
    const [first, second] = versions[0]?.pages ?? [];
    assert.deepEqual([first?.title, first?.label, second?.label], ['첫째', '첫째', '짧게']);
    assert.deepEqual(
      first?.followUps.map(({id}) => id),
      ['why'],
    );
    assert.deepEqual(
      first.citations.map(({key}) => key),
      ['docker-run'],
    );
  });

  it('아무도 나무를 고치지 못한다', () => {
    const [first] = readContentModelAnew(root).versions[0]?.pages ?? [];
    assert.throws(() => first?.root.children.pop(), TypeError);
  });

  it('파일이 어느 버전의 어느 글인지 안다', () => {
    const file = path.join(root, 'versioned_docs/version-1.0/docker/first.md');
    assert.equal(
      versionFolderOf('versioned_docs/version-1.0/docker/first.md'),
      'versioned_docs/version-1.0',
    );
    const {version, page: found} = pageAt(readContentModelAnew(root), root, file);
    assert.equal(version.folder, 'versioned_docs/version-1.0');
    assert.equal(found?.title, '첫째');
    assert.equal(pageAt(readContentModelAnew(root), root, `${file}x`).page, undefined);
  });

  it('npm start에서는 고친 파일만 다시 읽고, 고친 것이 없으면 앞의 것을 그대로 준다', () => {
    const parsed: string[] = [];
    subscribe('kkori:parse', (message) => parsed.push((message as {text: string}).text));
    const {NODE_ENV} = process.env;
    process.env.NODE_ENV = 'development';
    mock.timers.enable({apis: ['Date'], now: Date.now()});
    try {
      const before = readContentModel(root);
      mock.timers.tick(1000);
      assert.equal(readContentModel(root), before);
      parsed.length = 0;
      const text = page('고친 둘째', 2);
      write('docs/docker/second.md', text);
      mock.timers.tick(1000);
      const [first, second] = readContentModel(root).versions[0]?.pages ?? [];
      assert.equal(second?.title, '고친 둘째');
      assert.equal(first, before.versions[0]?.pages[0]);
      assert.equal(parsed[0], text);
      assert.ok(parsed.every((part) => text.includes(part)));
    } finally {
      mock.timers.reset();
      process.env.NODE_ENV = NODE_ENV;
    }
  });
});
