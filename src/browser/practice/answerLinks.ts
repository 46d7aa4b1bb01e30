import {handOff} from '@site/lib/practice/handOff';
import type {PracticePage, PracticeQuestion} from '@site/lib/practice/practiceSet';
import {copy} from '../clipboard';
import {button, element} from '../element';
import {notify} from '../notice';

/** The whole answer, and a language model that goes on from here. */
export function answerLinks(
  page: PracticePage,
  question: PracticeQuestion,
  marked: () => number[],
): HTMLElement[] {
  return [
    element('a', {href: question.url, target: '_blank'}, '전체 답과 출처'),
    button(
      'AI 면접관에게 이어서',
      () => {
        const prompt = handOff(page, question, marked(), (url) => new URL(url, location.href).href);
        void copy(prompt).then((isCopied) =>
          notify(
            isCopied
              ? '질문과 답, 출처를 복사했습니다. 쓰는 AI의 대화에 붙여 넣으세요'
              : '복사하지 못했습니다. 브라우저가 복사를 막았습니다',
          ),
        );
      },
      {class: 'practice-quiet'},
    ),
  ];
}
