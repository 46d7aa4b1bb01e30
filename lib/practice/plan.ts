import {dayOfDate} from './day.ts';
import type {Plan, PracticeState, QuestionState} from './log.ts';
import {grades, recallAfter, remember} from './memory.ts';
import {pagesOfTrack, questionsOf, type PracticeSet} from './practiceSet.ts';
import {randomNumbers} from './randomNumbers.ts';
import type {Standing} from './standing.ts';

/** What the choice of questions looks at. */
export interface Situation {
  /** All questions, in the order in which they are asked first. */
  order: readonly string[];
  states: ReadonlyMap<string, QuestionState>;
  today: number;
  /** Day of the interview; undefined when there is none, or it is past. */
  interviewDay: number | undefined;
}

/** An answer said aloud, opened and marked takes about so long. */
const minutesPerAnswer = 1.5;

/** How many answers fit into the minutes of a day. */
export function answersPerDay(minutes: number): number {
  return Math.max(1, Math.round(minutes / minutesPerAnswer));
}

/**
 * The order in which new questions come: 기본 pages first, each with its whole chain (its question,
 * 꼬리질문, 꼬꼬무), then 심화.
 * @param track of that alone; all when no page is in it, as when an edition has dropped it
 */
export function firstOrder(set: PracticeSet, track = ''): string[] {
  const isHard = (page: PracticeSet['pages'][number]) => page.questions[0]?.level === '심화';
  const pages = pagesOfTrack(set.pages, track).sort(
    (a, b) => Number(isHard(a)) - Number(isHard(b)),
  );
  return questionsOf({pages}).map(({id}) => id);
}

/** No interview is further away: a plan for more days than that is a slip of the fingers. */
export const longestPlan = 180;

/** The day of the interview as long as it is to come. */
export function interviewDayOf({interview}: Plan, today: number): number | undefined {
  const day = dayOfDate(interview);
  return day !== undefined && day >= today && day <= today + longestPlan ? day : undefined;
}

/**
 * The questions to ask, the most urgent first. What was asked today is left out.
 *
 * Before an interview: new ones first, then those that no fifth of the days that were left should have
 * passed without, then the weakest on the day of the interview. Without one: those that FSRS has fallen
 * below 90 % for, then new ones.
 */
export function urgent({order, states, today, interviewDay}: Situation): string[] {
  const fresh = order.filter((id) => !states.has(id));
  const asked = order.flatMap((id) => {
    const state = states.get(id);
    return state && state.day < today ? [{id, ...state}] : [];
  });
  if (interviewDay === undefined) {
    const recall = ({day, memory}: QuestionState) => recallAfter(today - day, memory);
    const due = asked.filter((state) => recall(state) < 0.9);
    return [...sortBy(due, recall).map(({id}) => id), ...fresh];
  }
  const gap = ({day}: QuestionState) => Math.max(1, (interviewDay - day) / 5);
  const isOverdue = (state: QuestionState) => today - state.day >= gap(state);
  const onTheDay = ({day, memory}: QuestionState) => recallAfter(interviewDay - day, memory);
  const weakestFirst = sortBy(asked, onTheDay);
  return [
    ...fresh,
    ...weakestFirst.filter(isOverdue).map(({id}) => id),
    ...weakestFirst.filter((state) => !isOverdue(state)).map(({id}) => id),
  ];
}

function sortBy<Item>(items: readonly Item[], value: (item: Item) => number): Item[] {
  return items
    .map((item) => ({item, value: value(item)}))
    .sort((a, b) => a.value - b.value)
    .map(({item}) => item);
}

/** Those whose answer was changed since it was opened: asked once more, before all others. */
export function changedSince(set: PracticeSet, states: Situation['states']): string[] {
  return questionsOf(set).flatMap(({id, hash}) => {
    const known = states.get(id);
    return known && known.hash !== hash ? [id] : [];
  });
}

/** How many of the questions one could answer some day, going by the memories. */
export function recalledOn(
  day: number,
  {order, states}: Pick<Situation, 'order' | 'states'>,
): number {
  return order.reduce((sum, id) => {
    const state = states.get(id);
    return sum + (state ? recallAfter(Math.max(day - state.day, 0), state.memory) : 0);
  }, 0);
}

/** Enough for the mean to hold still; the more days, the less chance has to say. */
function trialsFor(days: number): number {
  return Math.max(3, Math.ceil(84 / Math.max(days, 1)));
}

/** What a reader comes to who keeps to the plan. */
export interface Forecast {
  /** How many questions they could answer on the day of the interview. */
  recalled: number;
  /** What they are asked day by day: so many new questions, so many again. */
  days: {fresh: number; again: number}[];
}

/**
 * The mean of some imagined courses of the days until the interview. An estimate: it knows one model
 * of memory.
 * @param perDay answers a day, of which a missed one takes two
 * @param firstMiss chance that a question is missed the first time
 */
export function forecast(
  situation: Situation & {interviewDay: number},
  perDay: number,
  firstMiss: number,
): Forecast {
  const {today: start, interviewDay, order} = situation;
  const random = randomNumbers(start);
  // Who misses more forgets sooner, too: better too few than too many.
  const strength = Math.min(1, oddsOf(usualFirstMiss) / oddsOf(firstMiss));
  const trials = trialsFor(interviewDay - start);
  const days = Array.from({length: interviewDay - start}, () => ({fresh: 0, again: 0}));
  let recalled = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const states = new Map(situation.states);
    days.forEach((counts, index) => {
      const today = start + index;
      let left = perDay;
      for (const id of urgent({...situation, states, today})) {
        if (left <= 0) {
          break;
        }
        const known = states.get(id);
        const since = known ? today - known.day : 0;
        const recall = known ? recallAfter(since, known.memory) : 1 - firstMiss;
        const wasMissed = random() >= recall;
        const grade = wasMissed ? grades.again : grades.good;
        const first = remember(known?.memory, since, grade);
        first.stability *= known ? 1 : strength;
        // It comes again in the same round.
        const comesAgain = wasMissed && left > 1;
        const memory = comesAgain ? remember(first, 0, grades.good) : first;
        states.set(id, {memory, day: today, grade: grades.good, hash: known?.hash ?? ''});
        left -= comesAgain ? 2 : 1;
        counts[known ? 'again' : 'fresh'] += 1 / trials;
        counts.again += comesAgain ? 1 / trials : 0;
      }
    });
    recalled += recalledOn(interviewDay, {order, states}) / trials;
  }
  return {recalled, days};
}

function oddsOf(chance: number): number {
  return chance / (1 - chance);
}

/** Of nine new questions, three: what is supposed of a reader who has not begun. */
const usualFirstMiss = 3 / 9;

/** Chance that the reader misses a new question: as often as so far, and the usual at first. */
export function firstMissOf({firstAsked, firstMissed}: PracticeState): number {
  return (firstMissed + 3) / (firstAsked + 9);
}

export function standingOf(state: QuestionState | undefined, today: number): Standing {
  return state === undefined ? 'new' : today <= firmUntil(state) ? 'firm' : 'shaky';
}

/** The last day on which a question is firm. */
export function firmUntil({memory, day, grade}: QuestionState): number {
  return grade === grades.again ? day - 1 : day + Math.floor(memory.stability);
}

/** What fits on one sheet of paper. */
const lastLookSize = 20;

/** What to read last: the 기본 questions that would be weakest on the day, then others. */
export function lastLook(set: PracticeSet, states: Situation['states'], day: number): string[] {
  const recall = (id: string) => {
    const state = states.get(id);
    return state ? recallAfter(Math.max(day - state.day, 0), state.memory) : 0;
  };
  const questions = questionsOf(set);
  const level = (hard: boolean) =>
    questions.filter((question) => (question.level === '심화') === hard).map(({id}) => id);
  return [...sortBy(level(false), recall), ...sortBy(level(true), recall)].slice(0, lastLookSize);
}
