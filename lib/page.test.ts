import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {parsePage} from '../content-model/markdown.ts';
import {openingOf} from './page.ts';

const opening = (text: string) => openingOf(parsePage('docs/a.md', text).root.children);

describe('답의 처음', () => {
  it('면접 답변의 두 문장까지, 인용과 꾸밈 없이', () => {
    assert.equal(
      opening(
        ':::also-asked\n\n- 다르게\n\n:::\n\n:::interview-answer\n\n**커널 6.8**을 함께 씁니다 [@a; @b]. 그래서 빠릅니다. 셋째입니다.\n\n:::\n\n자세히.',
      ),
      '커널 6.8을 함께 씁니다. 그래서 빠릅니다.',
    );
  });

  it('면접 답변이 없으면 첫 문단에서, 문단이 없으면 비운다', () => {
    assert.equal(opening('- 목록\n\n느립니다. 왜냐하면'), '느립니다.');
    assert.equal(opening('```\nls\n```'), '');
  });
});
