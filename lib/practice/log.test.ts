import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {dateOf, dayOf, dayOfDate} from './day.ts';
import {exportLog, fold, gradeOf, importLog, merge, readEvents, type PracticeEvent} from './log.ts';
import {grades, remember} from './memory.ts';
import {randomNumbers} from './randomNumbers.ts';

const noon = Date.parse('2026-11-28T12:00+09:00');
const day = 86_400_000;
const answer = (id: string, at: number, said: number[], hash = 'a'): PracticeEvent => ({
  type: 'answer',
  id,
  at,
  question: 'docker/pid-1',
  version: '2.0',
  hash,
  units: 4,
  said,
});

/** A log that shares some events with others of the same seed's family. */
function randomLog(random: () => number): PracticeEvent[] {
  return Array.from({length: Math.floor(random() * 30)}, (): PracticeEvent => {
    const number = Math.floor(random() * 60);
    const base = {id: `e${number}`, at: noon + (number % 7) * day};
    if (number % 20 === 0) {
      return {...base, type: 'reset'};
    }
    return number % 9 === 0
      ? {...base, type: 'plan', interview: dateOf(20_000 + number), minutes: 1 + number, track: ''}
      : {
          ...answer(base.id, base.at, [0, 1, 2, 3].slice(number % 5)),
          ...{question: `q${number % 6}`},
        };
  });
}

describe('기록', () => {
  it('천 쌍을 합쳐도 차례에 상관없고, 두 번 합쳐도 같고, 아무것도 잃지 않는다', () => {
    const random = randomNumbers(7);
    for (let pair = 0; pair < 1000; pair += 1) {
      const [a, b, c] = [randomLog(random), randomLog(random), randomLog(random)];
      const both = merge(a, b);
      assert.deepEqual(both, merge(b, a));
      assert.deepEqual(merge(both, c), merge(a, merge(b, c)));
      assert.deepEqual(merge(a, a), merge(a, []));
      assert.deepEqual(merge(both, b), both);
      const ids = new Set([...a, ...b].map(({id}) => id));
      assert.deepEqual(new Set(both.map(({id}) => id)), ids);
      assert.equal(both.length, ids.size);
      assert.deepEqual(fold(both), fold([...b, ...a]));
      assert.deepEqual(importLog(exportLog(both)), {events: both, unreadable: 0});
    }
  });

  it('적힌 차례가 아니라 일어난 차례로 기억을 셈한다', () => {
    const events = [answer('2', noon + 3 * day, [0]), answer('1', noon, [0, 1, 2, 3])];
    const first = remember(undefined, 0, grades.good);
    const {questions, answers} = fold(events);
    assert.equal(answers, 2);
    assert.deepEqual(questions.get('docker/pid-1')?.memory, remember(first, 3, grades.again));
  });

  it('처음부터 다시 시작한 뒤의 것만 센다', () => {
    const events: PracticeEvent[] = [
      answer('1', noon, [0]),
      {type: 'plan', id: '2', at: noon, interview: '2026-12-05', minutes: 30, track: ''},
      {type: 'reset', id: '3', at: noon + 1},
    ];
    assert.equal(fold(events).questions.size, 0);
    assert.equal(fold(events).plan.interview, '');
    assert.equal(fold([...events, answer('4', noon + 2, [0])]).answers, 1);
  });

  it('말한 문장으로 점수를 정한다', () => {
    const grade = (said: number, units: number) =>
      gradeOf({units, said: Array.from({length: said}, (_, index) => index)});
    assert.deepEqual(
      [grade(5, 5), grade(4, 5), grade(3, 5), grade(2, 5), grade(0, 5), grade(2, 4)],
      [grades.good, grades.hard, grades.hard, grades.again, grades.again, grades.again],
    );
  });

  it('하루는 한국의 자정에 바뀐다', () => {
    assert.equal(dateOf(dayOf(Date.parse('2026-11-27T15:00Z'))), '2026-11-28');
    assert.equal(dateOf(dayOf(Date.parse('2026-11-27T14:59Z'))), '2026-11-27');
    assert.equal(dayOfDate('2026-11-28'), dayOf(noon));
    assert.equal(dayOfDate('내일'), undefined);
  });

  it('읽지 못하는 것은 세어서 빼고, 다른 파일은 무엇을 골라야 하는지 말한다', () => {
    const broken = [
      null,
      7,
      'answer',
      {},
      {...answer('1', noon, [4])},
      {...answer('1', noon, [0, 0])},
      {...answer('1', noon, []), units: 0},
      {...answer('1', NaN, [])},
      {type: 'plan', id: '1', at: 1, interview: 3, minutes: 30, track: ''},
      {type: 'other', id: '1', at: 1},
    ];
    const good = answer('1', noon, [0, 3]);
    assert.deepEqual(readEvents([...broken, good]), {events: [good], unreadable: broken.length});
    for (const text of ['', '{}', 'null', '[]', '{"format":"kkori-practice"}']) {
      assert.throws(() => importLog(text), /떠올려 보기의 기록이 아닙니다/);
    }
  });
});
