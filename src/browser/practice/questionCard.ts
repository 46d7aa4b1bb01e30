import type {PracticePage, PracticeQuestion} from '@site/lib/practice/practiceSet';
import {button, element} from '../element';
import {announce} from '../notice';
import {answerLinks} from './answerLinks';
import {withCode} from './withCode';

/** A question on the whole window, its answer when it is opened, and two buttons that stand still. */
export interface QuestionCard {
  element: HTMLElement;
  /** Between the question and its answer. */
  tools: HTMLElement;
  /** Puts a question, its answer closed, and says it to screen readers. */
  ask: (asked: {
    counter: string;
    origin: string;
    words: string;
    hint: string;
    /** What the button says that ends the answer. */
    answered: string;
    hasOtherWords: boolean;
  }) => void;
  /** The same question in other words. */
  reword: (words: string) => void;
  /** Opens the answer for the one who gave it. */
  reveal: (page: PracticePage, question: PracticeQuestion, hint: string) => void;
  /** Opens the answer for the one who asks. */
  open: (question: PracticeQuestion, allSaid: string, ...below: Node[]) => void;
  /** Places of the sentences that are ticked. */
  marked: () => number[];
}

interface Ways {
  leave: () => void;
  reword: () => void;
  /** The answer was given. */
  answered: () => void;
  /** On from an open answer. */
  next: (said: number[]) => void;
}

/** Makes one, empty. */
export function questionCard({leave, reword, answered, next}: Ways): QuestionCard {
  let isOpen = false;
  const counter = element('span', {});
  const origin = element('span', {class: 'practice-kind'});
  const text = element('h1', {class: 'practice-question'});
  const hint = element('p', {class: 'practice-hint'});
  const tools = element('div', {class: 'interview-tools'});
  const body = element('div', {});
  const secondary = button('', () => (isOpen ? next(marked()) : reword()));
  const primary = button('', () => (isOpen ? next(boxes().map((_, index) => index)) : answered()), {
    class: 'practice-primary',
  });
  // The second click of a double click is no second answer.
  primary.addEventListener(
    'click',
    (event) => event.detail > 1 && event.stopImmediatePropagation(),
    {
      capture: true,
    },
  );
  const root = element(
    'div',
    {class: 'practice-round'},
    element(
      'div',
      {class: 'practice-top'},
      counter,
      origin,
      button('그만하기', leave, {class: 'practice-quiet'}),
    ),
    text,
    hint,
    tools,
    body,
    element('div', {class: 'practice-bar'}, secondary, primary),
  );
  // The number keys tick the boxes, while the focus is in the card.
  root.addEventListener('keydown', ({key, ctrlKey, metaKey, altKey}) => {
    const box = boxes()[Number(key) - 1];
    if (box && !ctrlKey && !metaKey && !altKey) {
      box.checked = !box.checked;
    }
  });
  const boxes = () => [...body.querySelectorAll('input')];
  const marked = () => boxes().flatMap((box, index) => (box.checked ? [index] : []));
  const open: QuestionCard['open'] = ({units}, allSaid, ...below) => {
    isOpen = true;
    body.replaceChildren(element('ol', {class: 'practice-units'}, ...units.map(unitBox)), ...below);
    primary.textContent = allSaid;
    secondary.textContent = '표시한 만큼';
    secondary.hidden = false;
  };
  return {
    element: root,
    tools,
    ask(asked) {
      isOpen = false;
      counter.textContent = asked.counter;
      origin.textContent = asked.origin;
      text.replaceChildren(...withCode(asked.words));
      hint.textContent = asked.hint;
      body.replaceChildren();
      primary.textContent = asked.answered;
      secondary.textContent = '다르게 묻기';
      secondary.hidden = !asked.hasOtherWords;
      announce(`${asked.counter}. ${asked.words}`);
      scrollTo(0, 0);
      primary.focus({preventScroll: true});
    },
    reword(words) {
      text.replaceChildren(...withCode(words));
      announce(words);
    },
    reveal(page, question, how) {
      hint.textContent = how;
      open(
        question,
        '모두 말했어요',
        element('p', {class: 'practice-more'}, ...answerLinks(page, question, marked)),
      );
      announce(`답의 문장 ${question.units.length}개입니다. ${question.units.join(' ')}`);
    },
    open,
    marked,
  };
}

/** A sentence of an answer, with a box to tick. */
function unitBox(unit: string): HTMLElement {
  return element(
    'li',
    {},
    element(
      'label',
      {},
      element('input', {type: 'checkbox'}),
      element('span', {}, ...withCode(unit)),
    ),
  );
}
