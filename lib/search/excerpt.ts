import {conceptTerm, type Analysis} from './analyze.ts';
import {termsShownBy, type QueryUnit} from './query.ts';

/** Start and end of a place in a text. */
export type Range = [number, number];

/** A part of a section's text, with the places to mark in it. */
export interface Excerpt {
  text: string;
  ranges: Range[];
}

const length = 110;
/** Where the answer to say holds a part of what is sought, it shows more than the rest that holds all. */
const answerWorth = 2;

/** Places of a text whose terms match: whole concepts, and words without their particles. */
export function markRanges(
  {tokens, concepts, inner}: Analysis,
  matches: (term: string) => boolean,
): Range[] {
  const ranges: Range[] = [
    ...tokens
      .filter(({terms}) => terms.some(matches))
      .map(({start, stemEnd}): Range => [start, stemEnd]),
    ...[...concepts, ...inner]
      .filter(({concept}) => matches(conceptTerm(concept)))
      .map(({from, to}): Range => [tokens[from]?.start ?? 0, tokens[to - 1]?.stemEnd ?? 0]),
  ];
  return merge(ranges);
}

/**
 * The part of a text that holds most of the query's words, or its beginning.
 * @param text with a line of its own for the answer to say in the interview, if there is one
 */
export function createExcerpt(
  text: string,
  analysis: Analysis,
  units: readonly (QueryUnit & {rarity: number})[],
  typed: string,
): Excerpt {
  const places = units.flatMap((unit, number) => {
    const shown = termsShownBy([unit]);
    return markRanges(analysis, (term) => shown.has(term)).map(([start, end]) => ({
      start,
      end,
      number,
      value: unit.weight * (unit.rarity + 0.3),
    }));
  });
  places.sort((a, b) => a.start - b.start);
  const literal = typed.length > 1 ? text.toLowerCase().indexOf(typed) : -1;
  const endOfAnswer = text.indexOf('\n');
  let best = literal;
  let bestValue = literal >= 0 ? Infinity : -1;
  for (const {start} of places) {
    const inside = places.filter((place) => place.start >= start && place.end <= start + length);
    const values = new Map(inside.map(({number, value}) => [number, value]));
    const isAnswer = start < endOfAnswer;
    const value =
      [...values.values()].reduce((sum, part) => sum + part, 0) * (isAnswer ? answerWorth : 1);
    if (value > bestValue) {
      best = start;
      bestValue = value;
    }
  }
  const from = beginningBefore(text, Math.max(0, best));
  const cut = text.slice(from, from + length);
  const end =
    from + length < text.length ? Math.max(cut.lastIndexOf(' '), length - 20) : cut.length;
  const prefix = from > 0 ? '…' : '';
  // A whole sentence needs none.
  const suffix = from + end < text.length && !/[.!?]$/.test(cut.slice(0, end)) ? '…' : '';
  const shift = prefix.length - from;
  return {
    text: prefix + cut.slice(0, end) + suffix,
    ranges: merge(
      places
        .filter((place) => place.start >= from && place.end <= from + end)
        .map(({start, end: stop}): Range => [start + shift, stop + shift]),
    ),
  };
}

/** The beginning of the sentence, or else a word not far before the place. */
function beginningBefore(text: string, place: number): number {
  const sentence = Math.max(text.lastIndexOf('. ', place - 1), text.lastIndexOf('? ', place - 1));
  if (sentence >= 0 && place - sentence < 45) {
    return sentence + 2;
  }
  if (place < 45) {
    return 0;
  }
  const space = text.indexOf(' ', place - 30);
  return space >= 0 && space < place ? space + 1 : place;
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}
