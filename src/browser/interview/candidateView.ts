import {asSentence, chainsPerInterview, openingsOf, wordingOf} from '@site/lib/practice/interview';
import {button, element} from '../element';
import {announce} from '../notice';
import {onceAtATime} from '../practice/answerParts';
import {withCode} from '../practice/withCode';
import {clockOf} from './clock';
import type {Interview} from './interview';
import {playButton, recorderOf} from './recorder';

/**
 * What the candidate sees while another one asks: the main questions, the clock, and no answer. What
 * follows on them is the interviewer's to say.
 */
export function candidateView(
  {seed, pages, seconds}: Interview,
  ways: {show: (...nodes: Node[]) => void; leave: () => void},
): void {
  const questions = openingsOf(pages, seed).slice(0, chainsPerInterview);
  const sounds = new Map<string, Blob>();
  let index = 0;
  let clock = clockOf(seconds);
  let recorder = recorderOf();
  const counter = element('span', {});
  const text = element('h1', {class: 'practice-question'});
  const tools = element('div', {class: 'interview-tools'});
  const primary = button('다음 질문', () => void turn(1), {class: 'practice-primary'});
  onceAtATime(primary);
  const card = element(
    'div',
    {class: 'practice-round'},
    element(
      'div',
      {class: 'practice-top'},
      counter,
      element('span', {class: 'practice-kind'}, `지원자 · 코드 ${seed}`),
      button('그만하기', () => void end(), {class: 'practice-quiet'}),
    ),
    text,
    element(
      'p',
      {class: 'practice-hint'},
      '면접관에게 소리 내어 답하세요. 꼬리질문은 면접관이 말로 합니다. 면접관이 새 주제로 넘어갈 때 함께 넘기세요.',
    ),
    tools,
    element('div', {class: 'practice-bar'}, primary),
  );
  ways.show(card);
  ask();

  function ask(): void {
    const question = questions[index];
    if (!question) {
      void end();
      return;
    }
    clock = clockOf(seconds);
    recorder = recorderOf();
    counter.textContent = `${index + 1} / ${questions.length}`;
    const words = asSentence(wordingOf(question, seed));
    text.replaceChildren(...withCode(words));
    tools.replaceChildren(clock.element, recorder.element);
    primary.textContent = index + 1 < questions.length ? '다음 질문' : '마치기';
    announce(`${counter.textContent}. ${words}`);
    scrollTo(0, 0);
    primary.focus({preventScroll: true});
    clock.start();
  }

  async function keep(): Promise<void> {
    clock.stop();
    const question = text.textContent;
    const sound = await recorder.stop();
    if (sound) {
      sounds.set(question, sound);
    }
  }

  async function turn(by: number): Promise<void> {
    const ended = keep();
    index += by;
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
    ways.show(
      element(
        'div',
        {class: 'practice-round'},
        title,
        element(
          'p',
          {},
          '면접관에게 결과를 보여 달라고 하세요. 파일로 받으면 ‘떠올려 보기’의 ‘가져오기’로 내 기록에 더할 수 있습니다.',
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
          button('처음으로', ways.leave, {class: 'practice-primary'}),
        ),
      ),
    );
    title.focus();
  }
}
