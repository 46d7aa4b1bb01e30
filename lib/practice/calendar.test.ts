import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {calendarOf} from './calendar.ts';
import {dayOfDate} from './day.ts';

describe('달력', () => {
  const day = dayOfDate('2026-11-28') ?? 0;
  const description =
    'https://a.test/practice/\n도커, 데몬; 그리고 \\는 무엇인가요? 길고 긴 질문이라서 한 줄에 다 들어가지 않습니다';
  const text = calendarOf(
    [
      {day, summary: '떠올려 보기 (D-2)', description},
      {day: day + 1, summary: '떠올려 보기 (D-1)', description},
    ],
    {url: 'https://a.test/practice/', minutes: 30, now: new Date('2026-11-28T01:02:03.456Z')},
  );

  it('한 줄은 75옥텟까지이고, 이어 붙이면 적은 그대로다', () => {
    const lines = text.split('\r\n');
    assert.equal(lines.pop(), '');
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
    const whole = text.replaceAll('\r\n ', '').split('\r\n');
    const written = whole.find((line) => line.startsWith('DESCRIPTION:http')) ?? '';
    const read = written
      .slice('DESCRIPTION:'.length)
      .replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
    assert.equal(read, description);
  });

  it('하루에 하나씩, 날짜마다 늘 같은 이름(UID)으로 서울의 저녁 아홉 시에 있다', () => {
    assert.deepEqual(
      text.match(/^UID:.*$/gm)?.map((line) => line.trim()),
      ['UID:practice-2026-11-28@a.test', 'UID:practice-2026-11-29@a.test'],
    );
    assert.match(text, /DTSTART;TZID=Asia\/Seoul:20261128T210000\r\n/);
    assert.match(text, /DTSTAMP:20261128T010203Z\r\n/);
  });

  it('RFC 5545의 문법대로다: 줄마다 이름과 값, 서로 품은 BEGIN과 END, 꼭 있어야 할 것', () => {
    const open: string[] = [];
    const found = new Map<string, Set<string>>();
    for (const line of text.replaceAll('\r\n ', '').trim().split('\r\n')) {
      const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z]+=[^;:,"]+)*:(.+)$/.exec(line) ?? [];
      assert.ok(name, line);
      if (name === 'BEGIN') {
        open.push(value);
        found.set(value, new Set());
      } else if (name === 'END') {
        assert.equal(open.pop(), value);
      } else {
        found.get(open.at(-1) ?? '')?.add(name);
      }
    }
    assert.deepEqual(open, []);
    for (const [component, names] of [
      ['VCALENDAR', ['VERSION', 'PRODID']],
      ['VTIMEZONE', ['TZID']],
      ['STANDARD', ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO']],
      ['VEVENT', ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']],
      ['VALARM', ['ACTION', 'TRIGGER', 'DESCRIPTION']],
    ] as const) {
      assert.ok(
        names.every((name) => found.get(component)?.has(name)),
        component,
      );
    }
  });
});
