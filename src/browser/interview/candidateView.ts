import {asSentence, chainsPerInterview, openingsOf, wordingOf} from '@site/lib/practice/interview';
import {button, element} from '../element';
import {questionCard} from '../practice/questionCard';
import {clockOf} from './clock';
import type {Interview} from './interview';
import {playButton, recorderOf} from './recorder';

interface Ways {
  show: (...nodes: Node[]) => void;
  leave: () => void;
  /** Where one takes in what the interviewer has marked. */
  practiceUrl: string;
}

/**
 * What the candidate sees while another one asks: the main questions, the clock, and no answer. What
 * follows on them is the interviewer's to say.
 */
export function candidateView(
  {seed, pages, seconds}: Interview,
  {show, leave, practiceUrl}: Ways,
): void {
  const questions = openingsOf(pages, seed).slice(0, chainsPerInterview);
  const sounds = new Map<string, Blob>();
  let index = 0;
  let words = '';
  let clock = clockOf(seconds);
  let recorder = recorderOf();
  const card = questionCard({
    leave: () => void end(),
    reword() {},
    answered: () => void turn(),
    next() {},
  });
  show(card.element);
  ask();

  function ask(): void {
    const question = questions[index];
    if (!question) {
      void end();
      return;
    }
    clock = clockOf(seconds);
    recorder = recorderOf();
    words = asSentence(wordingOf(question, seed));
    card.tools.replaceChildren(clock.element, recorder.element);
    card.ask({
      counter: `${index + 1} / ${questions.length}`,
      origin: `지원자 · 코드 ${seed}`,
      words,
      hint: '면접관에게 소리 내어 답하세요. 꼬리질문은 면접관이 말로 합니다. 면접관이 새 주제로 넘어갈 때 함께 넘기세요.',
      answered: index + 1 < questions.length ? '다음 질문' : '마치기',
      hasOtherWords: false,
    });
    clock.start();
  }

  async function keep(): Promise<void> {
    clock.stop();
    const question = words;
    const sound = await recorder.stop();
    if (sound) {
      sounds.set(question, sound);
    }
  }

  async function turn(): Promise<void> {
    const ended = keep();
    index += 1;
    if (index < questions.length) {
      ask();
    }
    await ended;
    if (index >= questions.length) {
      await end();
    }
  }

  async function end(): Promise<void> {
    await keep();
    const title = element('h1', {tabindex: '-1'}, '수고하셨습니다');
    show(
      element(
        'div',
        {class: 'practice-round'},
        title,
        element(
          'p',
          {},
          '면접관에게 결과를 보여 달라고 하세요. 파일로 받으면 ',
          element('a', {href: practiceUrl}, '떠올려 보기'),
          '의 ‘가져오기’로 내 기록에 더할 수 있습니다.',
        ),
        ...(sounds.size > 0
          ? [
              element('p', {}, '녹음은 이 창을 떠나면 사라집니다.'),
              element(
                'ul',
                {class: 'interview-results'},
                ...[...sounds].map(([question, sound]) =>
                  element('li', {}, element('p', {}, question), playButton(sound)),
                ),
              ),
            ]
          : []),
        element(
          'div',
          {class: 'practice-bar'},
          button('처음으로', leave, {class: 'practice-primary'}),
        ),
      ),
    );
    title.focus();
  }
}
