import {gradeOf} from '@site/lib/practice/log';
import {kindLabels} from '@site/lib/page';
import {grades} from '@site/lib/practice/memory';
import {answersPerDay} from '@site/lib/practice/plan';
import {pageOf} from '@site/lib/practice/practiceSet';
import {advance, mix, type Round} from '@site/lib/practice/round';
import {button, element} from '../element';
import type {Asked, Practice} from './practice';
import {questionCard} from './questionCard';
import {withCode} from './withCode';

/** No more in one sitting, however many minutes a day has. */
const longest = 10;

interface Views {
  show: (...nodes: Node[]) => void;
  leave: () => void;
  /** Another round, of the given questions or of what is urgent. */
  again: (questions: readonly string[] | undefined) => void;
}

/** A round of the given questions, or of the most urgent ones as far as the minutes of today go. */
export function roundOf(practice: Practice, questions: readonly string[] | undefined): Round {
  if (questions) {
    return {queue: mix(questions, pageOf), reserve: [], returned: []};
  }
  const urgent = practice.urgent();
  const size = Math.min(leftToday(practice) || longest, longest);
  return {
    queue: mix(urgent.slice(0, size), pageOf),
    reserve: urgent.slice(size),
    returned: [],
  };
}

/** How many answers are left of the minutes of today. */
export function leftToday(practice: Practice): number {
  const {plan, perDay} = practice.state();
  const left = answersPerDay(plan.minutes) - (perDay.get(practice.today()) ?? 0);
  return Math.min(Math.max(left, 0), practice.urgent().length);
}

/** Asks the questions of a round, one after the other. */
export function startRound(practice: Practice, begun: Round, views: Views): void {
  let round = begun;
  let current: Asked | undefined;
  let wording: string | undefined;
  const saidAll = new Set<string>();
  const missed = new Set<string>();
  const card = questionCard({leave: views.leave, reword, answered: open, next});

  views.show(card.element);
  ask();

  function ask(): void {
    current = practice.find(round.queue[0] ?? '');
    wording = undefined;
    if (!current) {
      finish();
      return;
    }
    const {question, page} = current;
    const isAgain = round.returned.includes(question.id);
    card.tools.replaceChildren(
      ...(practice.isChanged(question)
        ? [
            element(
              'p',
              {class: 'practice-hint'},
              '지난번에 답한 뒤로 답이 바뀌었습니다. ',
              element('a', {href: practice.changesUrl, target: '_blank'}, '바뀐 것 보기'),
            ),
          ]
        : []),
    );
    card.ask({
      counter: left(),
      origin: [isAgain && '다시', kindLabels[question.kind], question.level, page.label]
        .filter(Boolean)
        .join(' · '),
      words: question.text,
      hint: '소리 내어 답해 보세요. 30초에서 1분이면 됩니다.',
      answered: '답 펼치기',
      hasOtherWords: question.wordings.length > 0,
    });
  }

  /** What was answered and comes again is no new question: 8개 남음, 다시 1개. */
  function left(): string {
    const again = round.queue.filter((id) => round.returned.includes(id)).length;
    const first = round.queue.length - again;
    return [first > 0 && `${first}개 남음`, again > 0 && `다시 ${again}개`]
      .filter(Boolean)
      .join(', ');
  }

  function reword(): void {
    if (current) {
      const {wordings, text} = current.question;
      wording = wordings[wording === undefined ? 0 : wordings.indexOf(wording) + 1];
      card.reword(wording ?? text);
    }
  }

  function open(): void {
    if (current) {
      const {page, question} = current;
      card.reveal(
        page,
        question,
        '말한 문장에 표시하세요. 없으면 그대로 ‘표시한 만큼’을 누르세요.',
      );
    }
  }

  function next(said: number[]): void {
    if (!current) {
      return;
    }
    const {id, hash, units} = current.question;
    const answer = {question: id, hash, units: units.length, said, ...(wording && {wording})};
    practice.record({type: 'answer', ...answer});
    const grade = gradeOf(answer);
    (grade === grades.good ? saidAll : missed).add(id);
    round = advance(round, grade === grades.again, pageOf);
    ask();
  }

  function finish(): void {
    const asked = new Set([...saidAll, ...missed]);
    const toRead = [...missed].flatMap((id) => practice.find(id) ?? []);
    const left = leftToday(practice);
    const title = element('h1', {tabindex: '-1'}, '여기까지입니다');
    views.show(
      element(
        'div',
        {class: 'practice-round'},
        title,
        element(
          'p',
          {},
          `질문 ${asked.size}개에 답했고, ${asked.size - toRead.length}개는 한 번에 모두 말했습니다.`,
        ),
        ...(toRead.length > 0
          ? [
              element('p', {}, '다시 읽어 두면 좋은 답:'),
              element(
                'ul',
                {},
                ...toRead.map(({question}) =>
                  element('li', {}, element('a', {href: question.url}, ...withCode(question.text))),
                ),
              ),
            ]
          : []),
        element(
          'div',
          {class: 'practice-bar'},
          button('처음으로', views.leave),
          button(left > 0 ? '이어서 하기' : '조금 더 하기', () => views.again(undefined), {
            class: 'practice-primary',
          }),
        ),
      ),
    );
    title.focus();
  }
}
