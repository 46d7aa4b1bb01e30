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
import {questionCard} from '../practice/questionCard';
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
  let clock: Clock = clockOf(seconds);
  let recorder: Recorder = recorderOf();
  let spentSeconds = 0;
  let sound: Blob | undefined;

  const card = questionCard({leave: stop, reword, answered: () => void open(), next});

  ways.show(card.element);
  ask(nextOpening(), isInterviewer ? '소리 내어 묻고, 지원자가 말한 문장에 표시하세요.' : '');

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
    clock = clockOf(seconds);
    recorder = recorderOf();
    sound = undefined;
    card.tools.replaceChildren(clock.element, isInterviewer ? endChain() : recorder.element);
    card.ask({
      counter: position(),
      origin: [kindLabels[asked.kind], asked.level].join(' · '),
      words: asSentence(wording),
      hint: why,
      answered: '답했어요',
      hasOtherWords: asked.wordings.length > 1,
    });
    if (isInterviewer) {
      card.open(asked, '모두 말함', ...materialOf(asked));
    }
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

  function reword(): void {
    if (question) {
      const {wordings, text: heading} = question;
      const others = wordings.filter((other) => other !== heading);
      wording = others[(others.indexOf(wording) + 1) % others.length] ?? wording;
      card.reword(asSentence(wording));
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
    silence();
    spentSeconds = clock.stop();
    card.tools.replaceChildren();
    card.reveal(
      page,
      asked,
      `${spentSeconds}초 답했습니다. 말한 문장에 표시하세요. 없으면 그대로 ‘표시한 만큼’을 누르세요.`,
    );
    const recorded = await recorder.stop();
    if (recorded && question === asked) {
      sound = recorded;
      card.tools.replaceChildren(playButton(recorded));
    }
  }

  function endChain(): HTMLButtonElement {
    return button('이 주제는 여기까지', () => next(card.marked(), true));
  }

  /** What an interviewer has before them while the candidate speaks. */
  function materialOf(asked: PracticeQuestion): Node[] {
    const page = pages.find(({id}) => id === pageOf(asked.id));
    return page
      ? [
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
      ask(
        nextOpening(),
        isInterviewer
          ? '새 주제입니다. 지원자에게 ‘다음 질문’을 누르라고 하세요.'
          : '새 주제로 넘어갑니다.',
      );
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
