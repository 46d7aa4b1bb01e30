import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {parsePage} from './markdown.ts';
import {readingMinutes} from './readingTime.ts';

const minutes = (text: string) => readingMinutes(parsePage('docs/a.md', text).root);
const sentence = '가상화는하나의컴퓨터를여럿으로나눕니다.'.padEnd(25, '가');

describe('읽는 데 걸리는 시간', () => {
  it('빈칸을 빼고 500자에 1분, 짧아도 1분', () => {
    assert.equal(minutes('짧은 글.'), 1);
    assert.equal(minutes(`${sentence} `.repeat(20 * 4)), 4);
  });

  it('코드, 인용, 글머리, 검색에만 쓰는 물음은 읽지 않는다', () => {
    const code = `\`\`\`bash\n${'docker run\n'.repeat(500)}\`\`\``;
    const asked = `:::also-asked\n\n- ${sentence.repeat(60)}\n\n:::`;
    const cited = ' [@a-very-long-key-of-a-reference; @another-one]'.repeat(60);
    assert.equal(minutes(`---\ntitle: 글\n---\n\n${code}\n\n${asked}\n\n답${cited}`), 1);
  });
});
