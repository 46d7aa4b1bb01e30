import {dateOf} from './day.ts';

/** What a day's entry of the calendar says. */
interface Entry {
  day: number;
  summary: string;
  description: string;
}

/**
 * A calendar (RFC 5545) with an entry a day at nine in the evening in Seoul, with a reminder. Entries
 * of a day have one UID: a calendar that has them already takes the new text.
 * @param url what the entries lead to
 * @param minutes how long a day's practice takes
 * @param now when it was made
 */
export function calendarOf(
  entries: readonly Entry[],
  {url, minutes, now}: {url: string; minutes: number; now: Date},
): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kkori//practice//KO',
    'CALSCALE:GREGORIAN',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Seoul',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'TZNAME:KST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...entries.flatMap(({day, summary, description}) => [
      'BEGIN:VEVENT',
      `UID:practice-${dateOf(day)}@${new URL(url).host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;TZID=Asia/Seoul:${dateOf(day).replaceAll('-', '')}T210000`,
      `DURATION:PT${minutes}M`,
      `SUMMARY:${escapeText(summary)}`,
      `DESCRIPTION:${escapeText(description)}`,
      `URL:${url}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0M',
      `DESCRIPTION:${escapeText(summary)}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines of no more than 75 octets; a character is never cut. */
function folded(line: string): string {
  const octets = (text: string) => new TextEncoder().encode(text).length;
  let width = 0;
  return [...line].reduce((text, character) => {
    width += octets(character);
    if (width <= 75) {
      return text + character;
    }
    width = 1 + octets(character);
    return `${text}\r\n ${character}`;
  }, '');
}
