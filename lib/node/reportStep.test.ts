import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {createStepReporter, duration} from './reportStep.ts';

function reported(isTTY: boolean): string {
  let time = 0;
  let text = '';
  const write = (more: string) => (text += more);
  const {step, progress, finish} = createStepReporter({isTTY, write}, !isTTY, () => time);
  step('글 검사');
  time = 1840;
  step('다이어그램 40개 그리기');
  progress('1/40');
  progress('40/40');
  time = 14_200;
  finish();
  progress('아무 단계도 아닐 때');
  finish();
  return text;
}

describe('빌드의 단계', () => {
  it('로그에는 다 한 단계와 걸린 시간만 한 줄씩 적는다', () => {
    assert.equal(reported(false), '· 글 검사 1.8초\n· 다이어그램 40개 그리기 12.4초\n');
  });

  it('터미널에는 하고 있는 일을 한 줄에 고쳐 적고, 끝에 남는 것은 로그와 같다', () => {
    const written = reported(true);
    assert.match(written, /… 다이어그램 40개 그리기: 1\/40\r/);
    const left = written.split('\n').map((line) =>
      line
        .split('\r')
        .findLast((part) => part !== '')
        ?.replace('\u001b[K', ''),
    );
    assert.deepEqual(left, ['· 글 검사 1.8초', '· 다이어그램 40개 그리기 12.4초', undefined]);
  });

  it('시간은 읽기 쉽게 적는다', () => {
    assert.equal(duration(40), '0.0초');
    assert.equal(duration(59_940), '59.9초');
    assert.equal(duration(119_700), '2분 0초');
  });
});
