import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {pageOf} from './practiceSet.ts';
import {randomNumbers} from './randomNumbers.ts';
import {advance, mix, type Round} from './round.ts';

const questions = (sizes: readonly number[]) =>
  sizes.flatMap((size, page) => Array.from({length: size}, (_, index) => `p${page}#${index}`));
const neighboursOfOnePage = (list: readonly string[]) =>
  list.filter((question, index) => index > 0 && pageOf(list[index - 1] ?? '') === pageOf(question));

describe('한 번에 묻는 질문', () => {
  it('한 글의 질문이 이웃하지 않는다, 피할 수 있는 한', () => {
    const random = randomNumbers(3);
    for (let trial = 0; trial < 500; trial += 1) {
      const sizes = Array.from({length: 2 + Math.floor(random() * 5)}, () =>
        Math.floor(random() * 6),
      );
      const list = questions(sizes);
      const mixed = mix(list, pageOf);
      assert.deepEqual([...mixed].sort(), [...list].sort());
      const largest = Math.max(...sizes);
      const unavoidable = Math.max(0, largest - (list.length - largest) - 1);
      assert.equal(neighboursOfOnePage(mixed).length, unavoidable, mixed.join(' '));
    }
  });

  it('한 글뿐이면 꼬리를 무는 차례를 지킨다', () => {
    assert.deepEqual(mix(questions([4]), pageOf), questions([4]));
  });

  it('놓친 질문은 적어도 셋을 지나 한 번 더 오고, 모자라면 다음 질문을 당긴다', () => {
    const random = randomNumbers(5);
    for (let trial = 0; trial < 500; trial += 1) {
      const all = mix(questions([4, 4, 4, 4, 4]), pageOf);
      const size = 1 + Math.floor(random() * 8);
      let round: Round = {queue: all.slice(0, size), reserve: all.slice(size), returned: []};
      const asked: {question: string; wasMissed: boolean}[] = [];
      while (round.queue.length > 0) {
        const wasMissed = random() < 0.4;
        asked.push({question: round.queue[0] ?? '', wasMissed});
        round = advance(round, wasMissed, pageOf);
      }
      const hadReserve = round.reserve.length > 0;
      asked.forEach(({question, wasMissed}, index) => {
        const isFirst = asked.findIndex((other) => other.question === question) === index;
        const later = asked.findIndex((other, i) => i > index && other.question === question);
        assert.equal(later !== -1, isFirst && wasMissed, 'only a missed one returns, and once');
        assert.ok(later === -1 || later - index > 3 || !hadReserve, `${question} after ${index}`);
      });
    }
  });
});
