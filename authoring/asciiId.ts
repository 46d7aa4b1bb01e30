import {romanize} from 'es-hangul';

import type {GlossaryEntry} from '../lib/glossary.ts';

/** More words than this make an address that nobody reads. */
const maxWords = 5;

/**
 * An ASCII id for a Korean text: its English words and the glossary's ids of its terms, in
 * order; where these are one at most, other words in Revised Romanization (국어의 로마자 표기법).
 *
 *     '컨테이너의 네임스페이스는 무엇인가요?' → 'container-namespace'
 *
 * @param taken ids that must not come out again: a number is added
 */
export function asciiId(
  text: string,
  glossary: ReadonlyMap<string, GlossaryEntry>,
  taken: ReadonlySet<string>,
): string {
  const known = wordsOf(withTermIds(text, glossary));
  // One term alone, such as `docker`, tells no question from another.
  const words =
    known.length > 1
      ? known
      : [...known, ...wordsOf(romanize(withoutTerms(text, glossary))).slice(0, 2)];
  const base =
    [...new Set(words)]
      .slice(0, maxWords)
      .join('-')
      .replace(/^[0-9-]+/, '') || 'question';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) {
    id = `${base}-${number}`;
  }
  return id;
}

function withTermIds(text: string, glossary: ReadonlyMap<string, GlossaryEntry>): string {
  return replaceTerms(text, glossary, (id) => ` ${id} `);
}

/** The Korean words beside the terms, without those of one syllable: particles for the most part. */
function withoutTerms(text: string, glossary: ReadonlyMap<string, GlossaryEntry>): string {
  return (replaceTerms(text, glossary, () => ' ').match(/[가-힣]{2,}/g) ?? []).join(' ');
}

function replaceTerms(
  text: string,
  glossary: ReadonlyMap<string, GlossaryEntry>,
  replacement: (id: string) => string,
): string {
  const ids = new Map(
    [...glossary.values()].flatMap(({id, term, variants = [], misspellings = []}) =>
      [term, ...variants, ...misspellings]
        .filter((name) => /[가-힣]/.test(name))
        .map((name) => [name, id] as const),
    ),
  );
  const longestFirst = [...ids.keys()].sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (rest, name) => rest.replaceAll(name, replacement(ids.get(name) ?? '')),
    text,
  );
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [];
  return [...new Set(words)];
}
