import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {backlinkLabel, citationsOf} from './citations.ts';
import {parsePage} from '../content-model/markdown.ts';

describe('인용', () => {
  it('되돌아가는 이름은 a에서 z, 그다음 aa로 이어진다', () => {
    assert.deepEqual([1, 2, 26, 27, 52, 53].map(backlinkLabel), ['a', 'b', 'z', 'aa', 'az', 'ba']);
  });

  it('줄과 칸을 파일에서 센 그대로 알려 준다', () => {
    const {root} = parsePage('docs/a.md', '---\ntitle: 글\n---\n\n첫 줄\n둘째 줄 [@x].');
    assert.deepEqual(
      citationsOf(root).map(({line, column}) => [line, column]),
      [[6, 6]],
    );
  });

  it('링크와 제목 안의 것은 인용이 아니다', () => {
    const {root} = parsePage('docs/a.md', '# [@a]\n\n[글 [@b]](https://example.com) [@c]');
    assert.deepEqual(
      citationsOf(root).map(({key}) => key),
      ['c'],
    );
  });
});
