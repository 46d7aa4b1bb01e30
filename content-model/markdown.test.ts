import assert from 'node:assert/strict';
import {subscribe, unsubscribe} from 'node:diagnostics_channel';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {describe, it} from 'node:test';

import {visit} from 'unist-util-visit';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {forgetText, parsePage, readPage} from './markdown.ts';

describe('한국어 강조', () => {
  const cases = [
    '**컨테이너(container)**는 빠릅니다.',
    '**`docker run`**으로 실행합니다.',
    '이것이 **“벽”**입니다.',
    '**마크다운(Markdown)**을 씁니다.',
    '이는 **가상화(virtualization).**라고 합니다.',
  ];
  for (const text of cases) {
    it(`굵게 읽힌다: ${text}`, () => {
      let count = 0;
      visit(parsePage('docs/a.md', text).root, 'strong', () => {
        count += 1;
      });
      assert.equal(count, 1);
    });
  }
});

describe('Markdown의 파서', () => {
  it('지시어를 읽는 파서는 사이트를 만드는 것과 같다: 다르게 읽는 글로 검사를 속일 수 없다', () => {
    const ours = createRequire(import.meta.url);
    const site = createRequire(ours.resolve('@docusaurus/mdx-loader'));
    for (const name of ['remark-directive', 'remark-gfm', 'remark-parse']) {
      assert.equal(ours.resolve(name), site.resolve(name));
    }
  });
});

describe('앞선 명령이 읽어 둔 글', () => {
  it('다시 읽지 않고, 새로 읽은 것과 같으며, 고칠 수 없다', () => {
    const file = 'docs/docker/pid-1.md';
    const text = readFileSync(path.join(repositoryRoot, file), 'utf8');
    const fresh = parsePage(file, text);
    forgetText(text);
    readPage(file, text);
    // As the next command, which has read nothing yet.
    forgetText(text);
    let parsed = 0;
    const count = () => (parsed += 1);
    subscribe('kkori:parse', count);
    const kept = readPage(file, text);
    unsubscribe('kkori:parse', count);
    assert.equal(parsed, 0);
    assert.deepStrictEqual(kept, fresh);
    assert.throws(() => kept.root.children.pop(), TypeError);
  });
});
