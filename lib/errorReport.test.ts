import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {errorReportUrl, interviewQuestionUrl} from './errorReport.ts';

describe('오류 신고의 주소', () => {
  const place = {
    question: 'DinD & DooD, 100% 다른가요? #1',
    page: 'https://a.test/kkori/docs/x/',
    version: '다음',
  };

  it('양식의 칸 이름으로 값을 그대로 전한다', () => {
    const url = new URL(
      errorReportUrl('https://github.com/a/b', {...place, questionId: 'dind-vs-dood'}),
    );
    assert.equal(url.origin + url.pathname, 'https://github.com/a/b/issues/new');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      template: 'error-report.yml',
      title: `오류 신고: ${place.question}`,
      page: place.page,
      'question-id': 'dind-vs-dood',
      version: '다음',
    });
  });

  it('면접에서 받은 질문은 어느 질문 뒤의 것인지 알고 연다', () => {
    const url = new URL(
      interviewQuestionUrl('https://github.com/a/b', {...place, questionId: 'dind-vs-dood'}),
    );
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      template: 'interview-question.yml',
      title: `면접에서 받은 꼬리질문: ${place.question}`,
      page: place.page,
      'question-id': 'dind-vs-dood',
    });
  });

  it('글 전체를 말할 때는 질문의 id를 적지 않고, 한글은 읽히는 그대로 둔다', () => {
    const url = errorReportUrl('https://github.com/a/b', place);
    assert.doesNotMatch(url, /question-id/);
    assert.match(url, /version=다음$/);
    assert.doesNotMatch(url, /[\s"'<>]/);
  });
});
