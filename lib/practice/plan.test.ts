import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {dateOf} from './day.ts';
import type {QuestionState} from './log.ts';
import {grades, recallAfter, remember, type Memory} from './memory.ts';
import {
  changedSince,
  firstOrder,
  forecast,
  interviewDayOf,
  lastLook,
  recalledOn,
  standingOf,
  urgent,
  type Situation,
} from './plan.ts';
import type {PracticeSet} from './practiceSet.ts';
import {randomNumbers} from './randomNumbers.ts';

type States = Map<string, QuestionState>;
type Policy = (situation: Situation & {interviewDay: number}) => readonly string[];

/** A reader who remembers as FSRS-6 says. */
interface Learner {
  firstMiss: number;
  /** Of the stability that a first answer leaves. */
  strength: number;
}

const order = Array.from({length: 135}, (_, index) => `q${index}`);
const runs = 40;

/** Questions recalled on the day of the interview, the mean of some runs. */
function outcome(policy: Policy, days: number, perDay: number, learner: Learner): number {
  let sum = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = randomNumbers(seed);
    const states: States = new Map();
    for (let today = 0; today < days; today += 1) {
      let left = perDay;
      while (left > 0) {
        const queue = policy({order, states, today, interviewDay: days});
        if (queue.length === 0) {
          break;
        }
        // As many as fit: what follows from today's answers counts from tomorrow on.
        for (const id of queue) {
          if (left <= 0) {
            break;
          }
          left -= attempt(states, id, today, left, learner, random);
        }
      }
    }
    sum += recalledOn(days, {order, states});
  }
  return sum / runs;
}

/** Asks once, and a missed one again on the same day. Returns how many attempts that took. */
function attempt(
  states: States,
  id: string,
  today: number,
  left: number,
  {firstMiss, strength}: Learner,
  random: () => number,
): number {
  const known = states.get(id);
  const days = known ? today - known.day : 0;
  const wasMissed = random() >= (known ? recallAfter(days, known.memory) : 1 - firstMiss);
  let memory: Memory = remember(known?.memory, days, wasMissed ? grades.again : grades.good);
  if (!known) {
    memory = {...memory, stability: memory.stability * strength};
  }
  if (wasMissed && left > 1) {
    memory = remember(memory, 0, grades.good);
  }
  states.set(id, {memory, day: today, grade: grades.good, hash: ''});
  return wasMissed ? 2 : 1;
}

const notToday = ({order: all, states, today}: Situation) =>
  all.filter((id) => (states.get(id)?.day ?? -1) < today);
const by = (value: (id: string) => number) => (a: string, b: string) => value(a) - value(b);

/** Round and round the list. */
const rotation: Policy = (situation) => {
  const {states} = situation;
  return notToday(situation).sort(by((id) => states.get(id)?.day ?? -1));
};

/** FSRS as it comes: what is due at 90 % first, then new ones. */
const stock: Policy = (situation) => urgent({...situation, interviewDay: undefined});

/** New ones first, then the weakest on the day, with no gap longer than a fifth of what is left. */
const cap: Policy = (situation) => {
  const {states, today, interviewDay} = situation;
  const dueDay = ({day}: QuestionState) => day + Math.max(1, (interviewDay - today) / 5);
  return notToday(situation).sort(
    by((id) => {
      const state = states.get(id);
      const recall = state ? recallAfter(interviewDay - state.day, state.memory) : -2;
      return state && dueDay(state) <= today ? recall - 1 : recall;
    }),
  );
};

/** What gains most for the day of the interview, attempt for attempt. */
function greedy({firstMiss}: Learner): Policy {
  return (situation) => {
    const {states, today, interviewDay} = situation;
    const rest = interviewDay - today;
    const after = (memory: Memory) => recallAfter(rest, memory);
    const gain = (id: string) => {
      const state = states.get(id);
      const days = state ? today - state.day : 0;
      const recall = state ? recallAfter(days, state.memory) : 1 - firstMiss;
      const hit = after(remember(state?.memory, days, grades.good));
      const again = remember(state?.memory, days, grades.again);
      const miss = after(remember(again, 0, grades.good));
      const now = state ? recallAfter(interviewDay - state.day, state.memory) : 0;
      return (recall * hit + (1 - recall) * miss - now) / (2 - recall);
    };
    return notToday(situation).sort(by((id) => -gain(id)));
  };
}

const usual: Learner = {firstMiss: 0.3, strength: 1};
const weak: Learner = {firstMiss: 0.6, strength: 0.4};
const rows: [days: number, perDay: number, learner: Learner, isNamed: boolean][] = [
  [3, 45, usual, false],
  [7, 20, usual, true],
  [7, 40, usual, false],
  [14, 20, usual, true],
  [14, 40, usual, false],
  [30, 10, usual, true],
  [30, 20, usual, false],
  [7, 20, weak, true],
  [30, 10, weak, true],
];

describe('면접까지의 차례', () => {
  for (const [days, perDay, learner, isNamed] of rows) {
    const who = learner === weak ? ', 잘 잊는 사람' : '';
    it(`${days}일 동안 하루 ${perDay}번${who}: 가장 좋은 차례의 95%를 넘고, 예상이 5개 안에서 맞는다`, () => {
      const ours = outcome(urgent, days, perDay, learner);
      const others = [rotation, cap, greedy(learner)].map((policy) =>
        outcome(policy, days, perDay, learner),
      );
      const stocks = outcome(stock, days, perDay, learner);
      const figures = `ours ${ours.toFixed(1)}, others ${others.map((n) => n.toFixed(1)).join(' ')}, stock ${stocks.toFixed(1)}`;
      assert.ok(ours >= 0.95 * Math.max(...others), figures);
      assert.ok(!isNamed || ours >= 1.3 * stocks, figures);
      const start = {order, states: new Map<string, QuestionState>(), today: 0};
      const {recalled, days: byDay} = forecast(
        {...start, interviewDay: days},
        perDay,
        learner.firstMiss,
      );
      assert.ok(Math.abs(recalled - ours) <= 5, `${figures}, forecast ${recalled.toFixed(1)}`);
      assert.equal(byDay.length, days);
      for (const {fresh, again} of byDay) {
        assert.ok(fresh + again > 0 && fresh + again <= perDay + 1e-6, `${fresh} ${again}`);
      }
    });
  }
});

describe('오늘의 질문', () => {
  const state = (day: number, stability: number): QuestionState => ({
    memory: {stability, difficulty: 5},
    day,
    grade: grades.good,
    hash: 'a',
  });

  it('면접이 있으면 새 질문, 오래 거른 질문, 그날 가장 약할 질문의 차례다', () => {
    const states = new Map([
      ['strong', state(98, 50)],
      ['weak', state(98, 1)],
      ['overdue', state(90, 400)],
      ['today', state(100, 1)],
    ]);
    const all = ['strong', 'weak', 'new', 'overdue', 'today'];
    assert.deepEqual(urgent({order: all, states, today: 100, interviewDay: 120}), [
      'new',
      'overdue',
      'weak',
      'strong',
    ]);
  });

  it('면접이 없으면 열에 하나는 잊었을 질문, 새 질문의 차례다', () => {
    const states = new Map([
      ['due', state(90, 5)],
      ['firm', state(98, 50)],
    ]);
    const all = ['new', 'firm', 'due'];
    assert.deepEqual(urgent({order: all, states, today: 100, interviewDay: undefined}), [
      'due',
      'new',
    ]);
  });

  const page = (id: string, level: '기본' | '심화'): PracticeSet['pages'][number] => ({
    id,
    label: id,
    tracks: [level],
    prerequisites: [],
    sources: [],
    questions: (['question', 'follow-up', 'deep-dive'] as const).map((kind, index) => ({
      id: index === 0 ? id : `${id}#${index}`,
      kind,
      level: kind === 'deep-dive' ? '심화' : level,
      text: '',
      wordings: [],
      units: ['하나입니다.'],
      url: '',
      cites: [],
      hash: 'a',
    })),
  });
  const set: PracticeSet = {
    version: '2.0',
    label: '2.0',
    pages: [page('hard', '심화'), page('easy', '기본')],
  };

  it('새 질문은 기본 글부터, 한 글의 꼬리를 끝까지 문다', () => {
    assert.deepEqual(firstOrder(set), ['easy', 'easy#1', 'easy#2', 'hard', 'hard#1', 'hard#2']);
    assert.deepEqual(firstOrder(set, '심화'), ['hard', 'hard#1', 'hard#2']);
    assert.equal(firstOrder(set, '사라진 길').length, 6);
  });

  it('답이 바뀐 질문을 알아보고, 사라진 질문의 기록은 내버려 둔다', () => {
    const states = new Map([
      ['easy', {...state(1, 1), hash: 'old'}],
      ['hard', state(1, 1)],
      ['gone', {...state(1, 1), hash: 'old'}],
    ]);
    assert.deepEqual(changedSince(set, states), ['easy']);
    assert.ok(
      !urgent({order: firstOrder(set), states, today: 9, interviewDay: 10}).includes('gone'),
    );
  });

  it('마지막 날에는 기본부터, 약한 것부터 스무 개까지 본다', () => {
    const states = new Map([['easy', state(1, 400)]]);
    assert.deepEqual(lastLook(set, states, 2).slice(0, 2), ['easy#1', 'easy']);
    const many = Array.from({length: 30}, (_, index) => page(`p${index}`, '기본'));
    assert.equal(lastLook({...set, pages: many}, states, 2).length, 20);
  });

  it('지난 날짜와 반년이 넘게 남은 날짜는 없는 것과 같다', () => {
    const on = (day: number) =>
      interviewDayOf({interview: dateOf(day), minutes: 15, track: ''}, 20_000);
    assert.deepEqual([19_999, 20_000, 20_180, 20_181].map(on), [
      undefined,
      20_000,
      20_180,
      undefined,
    ]);
  });

  it('아직, 흔들림, 단단함', () => {
    assert.equal(standingOf(undefined, 5), 'new');
    assert.equal(standingOf(state(1, 3.9), 4), 'firm');
    assert.equal(standingOf(state(1, 3.9), 5), 'shaky');
    assert.equal(standingOf({...state(1, 3.9), grade: grades.again}, 1), 'shaky');
  });
});
