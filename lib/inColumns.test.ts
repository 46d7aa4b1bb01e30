import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {inColumns} from './inColumns.ts';

const dealt = (heights: number[], count: number) => inColumns(heights, count, (height) => height);

describe('단으로 나누기', () => {
  it('차례를 지키며 가장 높은 단을 가장 낮게 한다', () => {
    assert.deepEqual(dealt([2, 4, 5, 3, 4, 2, 6], 3), [[2, 4, 5], [3, 4, 2], [6]]);
    assert.deepEqual(dealt([9, 1, 1, 1], 3), [[9], [1, 1, 1]]);
  });

  it('항목이 단보다 적거나 없어도 된다', () => {
    assert.deepEqual(dealt([3], 3), [[3]]);
    assert.deepEqual(dealt([], 3), []);
  });
});
