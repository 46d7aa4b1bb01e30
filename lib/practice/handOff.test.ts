import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {handOff} from './handOff.ts';
import type {PracticePage, PracticeQuestion} from './practiceSet.ts';

const question = (id: string, more: Partial<PracticeQuestion> = {}): PracticeQuestion => ({
  id,
  kind: 'question',
  level: '기본',
  text: `${id}인가요?`,
  wordings: [],
  units: ['하나입니다.', '둘입니다.'],
  url: `/docs/${id}/`,
  cites: [1, 0],
  hash: '',
  ...more,
});
const page = (questions: PracticeQuestion[], title = '문서'): PracticePage => ({
  id: 'a',
  label: '가',
  tracks: [],
  prerequisites: [],
  sources: [{title: `${title} 0`}, {title: `${title} 1`, url: 'https://b.test/'}],
  questions,
});
const urlOf = (address: string) => `https://a.test${address}`;

describe('AI 면접관에게 이어서', () => {
  it('질문, 말한 문장과 빠진 문장, 다음 질문, 번호를 단 출처를 담는다', () => {
    const first = question('처음');
    const text = handOff(page([first, question('다음')]), first, [1], urlOf);
    for (const part of [
      '질문: 처음인가요?',
      '× 하나입니다.\n○ 둘입니다.',
      '- 다음인가요?',
      'https://a.test/docs/처음/',
      '[1] 문서 1 https://b.test/\n[2] 문서 0',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it('아무리 길어도 4,000자까지이고, 넘치는 출처부터 뺀다', () => {
    const long = question('긴 것', {units: Array.from({length: 9}, () => '글'.repeat(300))});
    const text = handOff(page([long], '제목'.repeat(1500)), long, [], urlOf);
    assert.ok(text.length <= 4000);
    assert.ok(text.includes('전체 답:') && !text.includes('[1]'));
  });
});
