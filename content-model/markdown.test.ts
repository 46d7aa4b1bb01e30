import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';

import {visit} from 'unist-util-visit';

import {parsePage} from './markdown.ts';

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
