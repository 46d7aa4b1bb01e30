import {dayOf} from '@site/lib/practice/day';
import {fold, type AnswerEvent, type Plan, type PracticeState} from '@site/lib/practice/log';
import {changedSince, firmUntil, firstOrder, interviewDayOf, urgent} from '@site/lib/practice/plan';
import {
  questionsOf,
  type PracticePage,
  type PracticeQuestion,
  type PracticeSet,
} from '@site/lib/practice/practiceSet';
import {never, standingsKey} from '@site/lib/practice/standing';
import {show as showStandings} from '../standings';
import {writeStored} from '../storage';
import type {Store} from './store';

/** A question with its page. */
export interface Asked {
  question: PracticeQuestion;
  page: PracticePage;
}

/** The questions and the reader's log: what all views look at. */
export interface Practice {
  set: PracticeSet;
  /** Where one sees what a new edition has changed. */
  changesUrl: string;
  find: (id: string) => Asked | undefined;
  state: () => PracticeState;
  today: () => number;
  interviewDay: () => number | undefined;
  /** What to ask today, the most urgent first. */
  urgent: () => string[];
  /** All questions of the reader's track, in the order in which they are asked first. */
  order: () => string[];
  /** Whether the text of an answer is another than when the reader opened it last. */
  isChanged: (question: PracticeQuestion) => boolean;
  /** Adds to the log what has just happened. */
  record: (event: NewEvent) => void;
  store: Store;
  /** The log has changed: works out anew what it comes to. */
  refresh: () => void;
}

type NewEvent =
  Omit<AnswerEvent, 'id' | 'at' | 'version'> | ({type: 'plan'} & Plan) | {type: 'reset'};

export function practiceOf(set: PracticeSet, store: Store, changesUrl: string): Practice {
  const asked = new Map(
    set.pages.flatMap((page) =>
      page.questions.map((question) => [question.id, {question, page}] as const),
    ),
  );
  const today = () => dayOf(Date.now());
  let state = fold(store.events());
  const practice: Practice = {
    set,
    changesUrl,
    store,
    today,
    find: (id) => asked.get(id),
    state: () => state,
    interviewDay: () => interviewDayOf(state.plan, today()),
    order: () => firstOrder(set, state.plan.track),
    urgent: () => {
      const changed = changedSince(set, state.questions);
      const order = practice.order();
      const situation = {order, states: state.questions, today: today()};
      const rest = urgent({...situation, interviewDay: practice.interviewDay()});
      return [...new Set([...changed, ...rest])];
    },
    isChanged: ({id, hash}) => (state.questions.get(id)?.hash ?? hash) !== hash,
    record(event) {
      const at = Date.now();
      const base = {id: newId(at), at};
      const whole =
        event.type === 'answer' ? {...event, ...base, version: set.version} : {...event, ...base};
      void store.add([whole]);
      practice.refresh();
    },
    refresh() {
      state = fold(store.events());
      const firmDays = questionsOf(set).map(({id}) => {
        const known = state.questions.get(id);
        return [id, known ? firmUntil(known) : never];
      });
      writeStored(
        'localStorage',
        standingsKey,
        state.answers > 0 ? JSON.stringify(Object.fromEntries(firmDays)) : null,
      );
      showStandings();
    },
  };
  practice.refresh();
  return practice;
}

/** Of no other event, on whatever device; crypto.randomUUID is for secure pages alone. */
export function newId(at: number): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [at, a, b].map((part) => part.toString(36)).join('-');
}
