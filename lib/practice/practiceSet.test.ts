import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {pageOf, sentencesOf} from './practiceSet.ts';

describe('답을 문장으로', () => {
  it('마침표, 물음표, 닫는 괄호와 따옴표 뒤에서 나눈다', () => {
    assert.deepEqual(
      sentencesOf('첫째입니다. 둘째인가요? 셋째입니다(넷이 아닙니다). ‘다섯입니다.’ 끝.'),
      ['첫째입니다.', '둘째인가요?', '셋째입니다(넷이 아닙니다).', '‘다섯입니다.’', '끝.'],
    );
  });

  it('줄임말, 버전, 주소의 점에서는 나누지 않는다', () => {
    for (const sentence of [
      'API v1.44부터 됩니다.',
      '예(e.g. runc)를 듭니다.',
      '`10.0.0.1`은 주소이고 vs. 는 줄임말입니다.',
      '종료 코드는 137 등입니다.',
    ]) {
      assert.deepEqual(sentencesOf(sentence), [sentence]);
    }
  });

  it('질문의 id는 글의 id로 시작한다', () => {
    assert.equal(pageOf('docker/pid-1#why-ten-seconds'), 'docker/pid-1');
    assert.equal(pageOf('docker/pid-1'), 'docker/pid-1');
  });
});
