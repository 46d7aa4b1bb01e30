import assert from 'node:assert/strict';
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
