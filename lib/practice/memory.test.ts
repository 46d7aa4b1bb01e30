import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {FSRSAlgorithm} from 'ts-fsrs';

import {grades, recallAfter, remember, type Memory} from './memory.ts';
import {randomNumbers} from './randomNumbers.ts';

describe('기억의 모델', () => {
  it('아무렇게나 만든 기록 천 개에서 ts-fsrs와 1e-9까지 같다', () => {
    const oracle = new FSRSAlgorithm({});
    const random = randomNumbers(1);
    for (let history = 0; history < 1000; history += 1) {
      let memory: Memory | undefined;
      let expected: {stability: number; difficulty: number} | null = null;
      for (let review = 0; review < 12; review += 1) {
        const days = random() < 0.3 ? 0 : Math.floor(random() ** 3 * 400);
        const grade = Object.values(grades)[Math.floor(random() * 3)] ?? grades.good;
        memory = remember(memory, days, grade);
        expected = oracle.next_state(expected, days, grade);
        const where = `history ${history}, review ${review}`;
        assert.ok(Math.abs(memory.stability - expected.stability) <= 1e-9, where);
        assert.ok(Math.abs(memory.difficulty - expected.difficulty) <= 1e-9, where);
        const recall = oracle.forgetting_curve(days, expected.stability);
        assert.ok(Math.abs(recallAfter(days, memory) - recall) <= 1e-9, where);
      }
    }
  });
});
