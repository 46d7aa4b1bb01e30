import {dayOf} from './day.ts';
import {grades, remember, type Grade, type Memory} from './memory.ts';

/**
 * What a reader did, each time: the log is the data, and only grows. All else (memories, plan, marks)
 * is worked out from it, so that two logs of one reader become one by putting them together.
 */
export type PracticeEvent = AnswerEvent | PlanEvent | ResetEvent;

interface EventBase {
  /** Of this event alone, on whatever device. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface AnswerEvent extends EventBase {
  type: 'answer';
  question: string;
  /** Edition and text of the answer that was opened. */
  version: string;
  hash: string;
  /** How many sentences the answer has, and the places of those that were said. */
  units: number;
  said: number[];
  /** How it was asked, where not as its heading has it. */
  wording?: string;
}

/** The latest one counts. */
interface PlanEvent extends EventBase, Plan {
  type: 'plan';
}

/** What went before does not count any more. */
interface ResetEvent extends EventBase {
  type: 'reset';
}

export interface Plan {
  /** Day of the interview, `2026-12-05`; none yet: ''. */
  interview: string;
  minutes: number;
  /** Asks the pages of one track alone; all: ''. */
  track: string;
}

/** What is known of a question that was asked. */
export interface QuestionState {
  memory: Memory;
  /** Day on which it was asked last. */
  day: number;
  grade: Grade;
  /** Text of the answer that was opened last. */
  hash: string;
}

export interface PracticeState {
  plan: Plan;
  /** By the id of the question. */
  questions: Map<string, QuestionState>;
  answers: number;
  /** Answers by day. */
  perDay: Map<number, number>;
  /** How many questions were asked at all, and how many of them were missed that first time. */
  firstAsked: number;
  firstMissed: number;
}

/** The grade of an answer: all sentences said, most of them, or fewer. */
export function gradeOf({units, said}: Pick<AnswerEvent, 'units' | 'said'>): Grade {
  const share = said.length / units;
  return share >= 1 ? grades.good : share >= 0.6 ? grades.hard : grades.again;
}

/** All events of two logs, each once, in the order of time. Commutative, associative and idempotent. */
export function merge(a: readonly PracticeEvent[], b: readonly PracticeEvent[]): PracticeEvent[] {
  const byId = new Map<string, PracticeEvent>();
  for (const event of [...a, ...b]) {
    const known = byId.get(event.id);
    // The same event is the same text, except on a device that was tampered with.
    if (!known || JSON.stringify(event) < JSON.stringify(known)) {
      byId.set(event.id, event);
    }
  }
  return [...byId.values()].sort((x, y) => x.at - y.at || (x.id < y.id ? -1 : 1));
}

const defaultPlan: Plan = {interview: '', minutes: 15, track: ''};

/** What a log comes to. The events may stand in any order. */
export function fold(events: readonly PracticeEvent[]): PracticeState {
  const inOrder = merge(events, []);
  const start = inOrder.findLastIndex(({type}) => type === 'reset') + 1;
  const state: PracticeState = {
    plan: defaultPlan,
    questions: new Map(),
    answers: 0,
    perDay: new Map(),
    firstAsked: 0,
    firstMissed: 0,
  };
  for (const event of inOrder.slice(start)) {
    if (event.type === 'plan') {
      const {interview, minutes, track} = event;
      state.plan = {interview, minutes, track};
    } else if (event.type === 'answer') {
      add(state, event);
    }
  }
  return state;
}

function add(state: PracticeState, event: AnswerEvent): void {
  const {question, hash, at} = event;
  const known = state.questions.get(question);
  const day = dayOf(at);
  const grade = gradeOf(event);
  const memory = remember(known?.memory, known ? Math.max(day - known.day, 0) : 0, grade);
  state.questions.set(question, {memory, day, grade, hash});
  state.answers += 1;
  state.perDay.set(day, (state.perDay.get(day) ?? 0) + 1);
  if (!known) {
    state.firstAsked += 1;
    state.firstMissed += grade === grades.again ? 1 : 0;
  }
}

/** Takes what can be read as events out of a list from outside: a file, or the storage of a browser. */
export function readEvents(list: readonly unknown[]): {
  events: PracticeEvent[];
  unreadable: number;
} {
  const events = list.filter(isEvent);
  return {events, unreadable: list.length - events.length};
}

function isEvent(value: unknown): value is PracticeEvent {
  const event = (value ?? {}) as Partial<Record<string, unknown>>;
  const {id, at, type, question, version, hash, units, said, wording} = event;
  const {interview, minutes, track} = event;
  const areTexts = (...values: unknown[]) => values.every((text) => typeof text === 'string');
  const isCount = (count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0;
  return (
    areTexts(id) &&
    isCount(at) &&
    Number(at) < 8.64e15 &&
    (type === 'reset' ||
      (type === 'plan' && areTexts(interview, track) && isCount(minutes) && Number(minutes) > 0) ||
      (type === 'answer' &&
        areTexts(question, version, hash, wording ?? '') &&
        isCount(units) &&
        Number(units) > 0 &&
        Array.isArray(said) &&
        new Set(said).size === said.length &&
        said.every((place) => isCount(place) && Number(place) < Number(units))))
  );
}

const format = 'kkori-practice';

/** The text of a file with a log. */
export function exportLog(events: readonly PracticeEvent[]): string {
  return JSON.stringify({format, events: merge(events, [])});
}

/**
 * Reads what exportLog writes.
 * @throws Error in Korean when the file is another
 */
export function importLog(text: string): ReturnType<typeof readEvents> {
  const file = parsed(text);
  if (file?.format !== format || !Array.isArray(file.events)) {
    throw new Error(
      '떠올려 보기의 기록이 아닙니다. ‘기록 내보내기’로 받은 .json 파일을 골라 주세요.',
    );
  }
  return readEvents(file.events);
}

function parsed(text: string): {format?: unknown; events?: unknown} | null | undefined {
  try {
    return JSON.parse(text) as ReturnType<typeof parsed>;
  } catch {
    return undefined;
  }
}
