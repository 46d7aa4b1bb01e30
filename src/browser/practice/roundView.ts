import {gradeOf} from '@site/lib/practice/log';
import {kindLabels} from '@site/lib/page';
import {grades} from '@site/lib/practice/memory';
import {answersPerDay} from '@site/lib/practice/plan';
import {pageOf} from '@site/lib/practice/practiceSet';
import {advance, mix, type Round} from '@site/lib/practice/round';
import {button, element} from '../element';
import {announce} from '../notice';
import {answerLinks, onceAtATime, tickByNumber, unitBoxes} from './answerParts';
import type {Asked, Practice} from './practice';
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
  let isOpen = false;
  let wording = -1;
  const saidAll = new Set<string>();
  const missed = new Set<string>();

  const counter = element('span', {});
  const origin = element('span', {class: 'practice-kind'});
  const text = element('h1', {class: 'practice-question'});
  const changed = element('p', {class: 'practice-changed'});
  const hint = element('p', {class: 'practice-hint'});
  const units = element('ol', {class: 'practice-units'});
  const more = element('p', {class: 'practice-more'});
  const secondary = button('', () => (isOpen ? next(marked()) : reword()));
  const primary = button('', () => (isOpen ? next(all()) : open()), {class: 'practice-primary'});
  onceAtATime(primary);
  const card = element(
    'div',
    {class: 'practice-round'},
    element(
      'div',
      {class: 'practice-top'},
      counter,
      origin,
      button('그만하기', views.leave, {class: 'practice-quiet'}),
    ),
    text,
    changed,
    hint,
    units,
    more,
    element('div', {class: 'practice-bar'}, secondary, primary),
  );
  tickByNumber(card);
  const boxes = () => [...units.querySelectorAll('input')];
  const all = () => boxes().map((_, index) => index);
  const marked = () => boxes().flatMap((box, index) => (box.checked ? [index] : []));

  ask();
  views.show(card);
  primary.focus({preventScroll: true});
  scrollTo(0, 0);

  function ask(): void {
    current = practice.find(round.queue[0] ?? '');
    if (!current) {
      finish();
      return;
    }
    const {question, page} = current;
    isOpen = false;
    wording = -1;
    const isAgain = round.returned.includes(question.id);
    counter.textContent = `${round.queue.length}개 남음`;
    origin.textContent = [kindLabels[question.kind], question.level, page.label, isAgain && '다시']
      .filter(Boolean)
      .join(' · ');
    text.replaceChildren(...withCode(question.text));
    changed.replaceChildren(
      ...(practice.isChanged(question)
        ? [
            '지난번에 답한 뒤로 답이 바뀌었습니다. ',
            element('a', {href: practice.changesUrl, target: '_blank'}, '바뀐 것 보기'),
          ]
        : []),
    );
    hint.textContent = '소리 내어 답해 보세요. 30초에서 1분이면 됩니다.';
    units.replaceChildren();
    more.replaceChildren();
    primary.textContent = '답 펼치기';
    secondary.textContent = '다르게 묻기';
    secondary.hidden = question.wordings.length === 0;
    scrollTo(0, 0);
    announce(`${counter.textContent}. ${question.text}`);
  }

  function reword(): void {
    const {question} = current ?? {};
    if (question) {
      wording = wording + 1 < question.wordings.length ? wording + 1 : -1;
      const words = question.wordings[wording] ?? question.text;
      text.replaceChildren(...withCode(words));
      announce(words);
    }
  }

  function open(): void {
    if (!current) {
      return;
    }
    const {question, page} = current;
    isOpen = true;
    hint.textContent = '말한 문장에 표시하세요. 없으면 그대로 ‘표시한 만큼’을 누르세요.';
    units.replaceChildren(...unitBoxes(question));
    more.replaceChildren(...answerLinks(page, question, marked));
    primary.textContent = '모두 말했어요';
    secondary.textContent = '표시한 만큼';
    secondary.hidden = false;
    announce(`답의 문장 ${question.units.length}개입니다. ${question.units.join(' ')}`);
  }

  function next(said: number[]): void {
    if (!current) {
      return;
    }
    const {id, hash, units: sentences} = current.question;
    const answer = {question: id, hash, units: sentences.length, said};
    practice.record({type: 'answer', ...answer});
    const grade = gradeOf(answer);
    (grade === grades.good ? saidAll : missed).add(id);
    round = advance(round, grade === grades.again, pageOf);
    ask();
    primary.focus({preventScroll: true});
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
