import {kindLabels} from '@site/lib/page';
import {
  asSentence,
  chainsPerInterview,
  nextInChain,
  openingsOf,
  wordingOf,
  type Answered,
} from '@site/lib/practice/interview';
import {pageOf, type PracticeQuestion} from '@site/lib/practice/practiceSet';
import {otherWordings, sources} from '@site/lib/practice/sheets';
import {button, element} from '../element';
import {announce} from '../notice';
import {answerLinks, onceAtATime, tickByNumber, unitBoxes} from '../practice/answerParts';
import {withCode} from '../practice/withCode';
import {clockOf, type Clock} from './clock';
import type {Answer, Interview} from './interview';
import {playButton, recorderOf, type Recorder} from './recorder';
import {silence, speak} from './voice';

const tenMinutes = 600_000;

interface Ways {
  show: (...nodes: Node[]) => void;
  /** Wordings in which a question was asked lately. */
  recent: (question: string) => readonly string[];
  answered: (answer: Answer) => void;
  finish: (answers: readonly Answer[]) => void;
}

/**
 * Asks chain after chain. Alone, the reader sees the answer when they have answered; an interviewer
 * sees it from the start, and does not record.
 */
export function holdInterview(interview: Interview, isInterviewer: boolean, ways: Ways): void {
  const {pages, seed, seconds, isTenMinutes, isSpoken} = interview;
  const all = openingsOf(pages, seed);
  const openings = isTenMinutes ? all : all.slice(0, chainsPerInterview);
  // The next openings are kept for their own turn; beyond five there may be none.
  const taken = new Set(all.slice(0, chainsPerInterview).map(({id}) => id));
  const begun = performance.now();
  const answers: Answer[] = [];
  let chainNumber = 0;
  let chain: Answered[] = [];
  let question: PracticeQuestion | undefined;
  let wording = '';
  let isOpen = false;
  let clock: Clock = clockOf(seconds);
  let recorder: Recorder = recorderOf();
  let spentSeconds = 0;
  let sound: Blob | undefined;

  const counter = element('span', {});
  const origin = element('span', {class: 'practice-kind'});
  const text = element('h1', {class: 'practice-question'});
  const hint = element('p', {class: 'practice-hint'});
  const tools = element('div', {class: 'interview-tools'});
  const body = element('div', {});
  const secondary = button('', () => (isOpen ? next(marked()) : reword()));
  const primary = button('', () => (isOpen ? next(everything()) : void open()), {
    class: 'practice-primary',
  });
  onceAtATime(primary);
  const card = element(
    'div',
    {class: 'practice-round'},
    element(
      'div',
      {class: 'practice-top'},
      counter,
      origin,
      button('그만하기', stop, {class: 'practice-quiet'}),
    ),
    text,
    hint,
    tools,
    body,
    element('div', {class: 'practice-bar'}, secondary, primary),
  );
  tickByNumber(card);
  const boxes = () => [...body.querySelectorAll('input')];
  const everything = () => boxes().map((_, index) => index);
  const marked = () => boxes().flatMap((box, index) => (box.checked ? [index] : []));

  ways.show(card);
  ask(nextOpening(), '');

  function nextOpening(): PracticeQuestion | undefined {
    const isOver = isTenMinutes && performance.now() - begun >= tenMinutes;
    const unasked = openings.slice(chainNumber);
    const opening = unasked.find(({id}) => answers.every((answer) => answer.question.id !== id));
    if (isOver || !opening) {
      return undefined;
    }
    chainNumber = openings.indexOf(opening) + 1;
    chain = [];
    return opening;
  }

  function ask(asked: PracticeQuestion | undefined, why: string): void {
    question = asked;
    if (!asked) {
      stop();
      return;
    }
    taken.add(asked.id);
    wording = wordingOf(asked, seed, ways.recent(asked.id));
    isOpen = isInterviewer;
    clock = clockOf(seconds);
    recorder = recorderOf();
    sound = undefined;
    counter.textContent = position();
    origin.textContent = [kindLabels[asked.kind], asked.level].join(' · ');
    hint.textContent = why;
    say();
    tools.replaceChildren(clock.element, ...(isInterviewer ? [] : [recorder.element]));
    if (isInterviewer) {
      body.replaceChildren(...materialOf(asked));
    } else {
      body.replaceChildren();
    }
    labelButtons();
    scrollTo(0, 0);
    primary.focus({preventScroll: true});
    // It begins when the question has been read.
    void (isSpoken ? speak(asSentence(wording)) : Promise.resolve()).then(clock.start);
  }

  function position(): string {
    if (!isTenMinutes) {
      return `${chainNumber} / ${openings.length}`;
    }
    const left = Math.ceil((tenMinutes - (performance.now() - begun)) / 60_000);
    return left > 0 ? `${left}분 남음` : '마지막 질문';
  }

  function say(): void {
    const words = asSentence(wording);
    text.replaceChildren(...withCode(words));
    announce(`${counter.textContent}. ${words}`);
  }

  function labelButtons(): void {
    primary.textContent = isInterviewer ? '모두 말함' : isOpen ? '모두 말했어요' : '답했어요';
    secondary.textContent = isOpen ? '표시한 만큼' : '다르게 묻기';
    secondary.hidden = !isOpen && (question?.wordings.length ?? 0) < 2;
  }

  function reword(): void {
    if (question) {
      const {wordings, text: heading} = question;
      const others = wordings.filter((other) => other !== heading);
      wording = others[(others.indexOf(wording) + 1) % others.length] ?? wording;
      say();
      if (isSpoken) {
        void speak(asSentence(wording));
      }
    }
  }

  /** Shows the reader the answer. */
  async function open(): Promise<void> {
    const asked = question;
    const page = pages.find(({id}) => id === pageOf(asked?.id ?? ''));
    if (!asked || !page) {
      return;
    }
    isOpen = true;
    silence();
    spentSeconds = clock.stop();
    hint.textContent = `${spentSeconds}초 답했습니다. 말한 문장에 표시하세요. 없으면 그대로 ‘표시한 만큼’을 누르세요.`;
    tools.replaceChildren();
    body.replaceChildren(
      element('ol', {class: 'practice-units'}, ...unitBoxes(asked)),
      element('p', {class: 'practice-more'}, ...answerLinks(page, asked, marked)),
    );
    labelButtons();
    announce(`답의 문장 ${asked.units.length}개입니다. ${asked.units.join(' ')}`);
    const recorded = await recorder.stop();
    if (recorded && question === asked) {
      sound = recorded;
      tools.replaceChildren(playButton(recorded));
    }
  }

  /** What an interviewer has before them while the candidate speaks. */
  function materialOf(asked: PracticeQuestion): Node[] {
    const page = pages.find(({id}) => id === pageOf(asked.id));
    return page
      ? [
          element('ol', {class: 'practice-units'}, ...unitBoxes(asked)),
          otherWordings<HTMLElement>(element, asked, seed),
          element(
            'p',
            {class: 'practice-kind'},
            '제목: ',
            element('a', {href: asked.url, target: '_blank'}, ...withCode(asked.text)),
          ),
          element(
            'p',
            {class: 'practice-kind'},
            '이어서 물을 수 있는 것: ',
            page.questions
              .slice(1)
              .filter(({id}) => id !== asked.id)
              .map((other) => other.text)
              .join(' / '),
          ),
          sources<HTMLElement>(element, page, asked),
          button('이 줄기는 여기까지', () => next(marked(), true), {class: 'practice-quiet'}),
        ]
      : [];
  }

  function next(said: number[], endsChain = false): void {
    const asked = question;
    const page = pages.find(({id}) => id === pageOf(asked?.id ?? ''));
    if (!asked || !page) {
      return;
    }
    const own = isInterviewer ? clock.stop() : spentSeconds;
    const answer = {question: asked, page, chain: chainNumber, wording, said, seconds: own, sound};
    answers.push(answer);
    ways.answered(answer);
    const missed = asked.units.flatMap((_, index) => (said.includes(index) ? [] : [index]));
    chain.push({id: asked.id, missed});
    const following = endsChain ? undefined : nextInChain(pages, chain, taken);
    if (following) {
      ask(following, reasonFor(following, page.id, missed.length));
    } else {
      ask(nextOpening(), answers.length > 0 ? '새 주제로 넘어갑니다.' : '');
    }
  }

  function stop(): void {
    silence();
    clock.stop();
    void recorder.stop();
    ways.finish(answers);
  }
}

/** Why this comes next, for the reader. */
function reasonFor({id, kind}: PracticeQuestion, page: string, missed: number): string {
  if (missed > 0) {
    return '방금 빠뜨린 것에서 이어지는 질문입니다.';
  }
  return pageOf(id) !== page
    ? '모두 말해서, 이것을 바탕으로 한 주제를 묻습니다.'
    : kind === 'deep-dive'
      ? '모두 말해서 더 깊이 묻습니다.'
      : '이어지는 질문입니다.';
}
