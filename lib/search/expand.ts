import type {Concept} from '../glossary.ts';
import {choseongOf, editDistance, isChoseong, isHangul, jamoOf} from '../hangul.ts';
import {compact, conceptTerm, type Analyzer, type Token} from './analyze.ts';
import {questionWords, stemsOf, verbStem} from './words.ts';

/** Index terms that a query word stands for, each with how sure that is, 0 to 1. */
export type Expansion = Map<string, number>;

export interface Vocabulary {
  has: (term: string) => boolean;
  /**
   * What a word of a query means in the index: the first way that gives anything,
   * best first. Empty when nothing does.
   */
  expand: (token: Token) => Expanded | undefined;
  /** The parts of a word that is written without its spaces, `도커데몬`. */
  split: (word: string) => string[] | undefined;
}

interface Expanded {
  terms: Expansion;
  /** What the word was taken for, when that is not what stands there. */
  meaning: string | undefined;
}

/** A word or a concept's name, as it is compared. */
interface Entry {
  term: string;
  name: string;
  jamo: string;
}

const sure = 0.95;
const mostExpansions = 40;

/** The words and names that an index knows, prepared for the ways to look them up. */
export function createVocabulary(terms: readonly string[], analyzer: Analyzer): Vocabulary {
  const known = new Set(terms);
  const entries = createEntries(terms, analyzer.concepts, known);
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.jamo[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  // Sorted lists are made when the first query needs them.
  let sorted: Entry[] | undefined;
  let byChoseong: {choseong: string; entry: Entry}[] | undefined;

  const withPrefix = (prefix: string): Entry[] => {
    sorted ??= [...entries].sort((a, b) => (a.jamo < b.jamo ? -1 : 1));
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.jamo ?? '') < prefix) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const found: Entry[] = [];
    for (let index = low; sorted[index]?.jamo.startsWith(prefix); index += 1) {
      found.push(sorted[index] as Entry);
    }
    return found;
  };

  const exact = ({terms: forms}: Token): Expanded | undefined => {
    const found = forms.filter((form) => known.has(form));
    return found.length > 0
      ? {
          terms: new Map(found.map((form, index) => [form, index === 0 ? 1 : sure])),
          meaning: undefined,
        }
      : undefined;
  };

  const initials = ({surface}: Token): Expanded | undefined => {
    if (!isChoseong(surface) || surface.length < 2) {
      return undefined;
    }
    byChoseong ??= entries
      .filter(({name}) => isHangul(name))
      .map((entry) => ({choseong: choseongOf(entry.name), entry}));
    const matches = byChoseong.filter(({choseong}) => choseong.startsWith(surface));
    const whole = matches.filter(({choseong}) => choseong.length === surface.length);
    const chosen = whole.length > 0 ? whole : matches;
    return expanded(
      chosen.map(({entry}) => ({entry, weight: entry.term.startsWith('@') ? 0.9 : 0.6})),
      true,
    );
  };

  const half = ({surface}: Token): Expanded | undefined => {
    const typed = jamoOf(surface);
    if (typed.length < 3) {
      return undefined;
    }
    const found = withPrefix(typed);
    const shortest = Math.min(...found.map(({jamo}) => jamo.length));
    // The consonant below may be the beginning of the next syllable: `도컿`.
    const shorter = isHangul(surface) && typed.length > 3 ? typed.slice(0, -1) : '';
    const whole = shorter ? withPrefix(shorter).filter(({jamo}) => jamo === shorter) : [];
    return expanded(
      [
        ...whole.map((entry) => ({entry, weight: 0.9})),
        ...found.map((entry) => ({entry, weight: 0.85 * Math.sqrt(shortest / entry.jamo.length)})),
      ],
      false,
    );
  };

  const misspelt = ({terms: forms}: Token): Expanded | undefined => {
    let closest: {entry: Entry; weight: number; isSwap: boolean}[] = [];
    let best = 3;
    for (const form of forms.filter((candidate) => !candidate.startsWith('='))) {
      const jamo = jamoOf(form);
      const limit = Math.min(best, jamo.length < 5 ? 0 : jamo.length < 8 ? 1 : 2);
      if (limit === 0) {
        continue;
      }
      for (const entry of byFirst.get(jamo[0] ?? '') ?? []) {
        const distance = editDistance(jamo, entry.jamo, Math.min(limit, best));
        if (distance < best && distance <= limit) {
          best = distance;
          closest = [];
        }
        if (distance === best && distance <= limit) {
          const isSwap = !isHangul(form) && entry.jamo.length === jamo.length;
          closest.push({entry, weight: distance === 1 ? 0.75 : 0.6, isSwap});
        }
      }
    }
    // Latin letters are exchanged more often than left out: `contianerd` is no `contianer`.
    const swaps = closest.filter(({isSwap}) => isSwap);
    return expanded(swaps.length > 0 ? swaps : closest, true);
  };

  const sameStem = ({surface}: Token): Expanded | undefined => {
    if (!isHangul(surface) || surface.length < 2) {
      return undefined;
    }
    const bare = verbStem(surface);
    if (bare === surface) {
      return undefined;
    }
    const stem = jamoOf(bare);
    const start = stem.slice(0, Math.max(3, stem.length - 1));
    if (start.length < 4 && stem.length < 4) {
      return undefined;
    }
    const found = withPrefix(start).filter(({term}) => !term.startsWith('@'));
    return expanded(
      found
        .filter(({jamo}) => jamo.length <= start.length + 7)
        .map((entry) => ({entry, weight: 0.4})),
      false,
    );
  };

  const isKnown = (part: string) =>
    questionWords.has(part) ||
    [part, ...stemsOf(part)].some((form) => known.has(form) || conceptIn(form) !== undefined);
  const conceptIn = (part: string) => {
    const concept = analyzer.conceptNamed(part);
    return concept && known.has(conceptTerm(concept)) ? concept : undefined;
  };

  return {
    has: (term) => known.has(term),
    expand: (token) =>
      exact(token) ?? initials(token) ?? half(token) ?? misspelt(token) ?? sameStem(token),
    split: (word) => splitWord(word, isKnown),
  };
}

function createEntries(
  terms: readonly string[],
  concepts: readonly Concept[],
  known: ReadonlySet<string>,
): Entry[] {
  const words = terms
    .filter((term) => !/^[@=]/.test(term) && term.length > 1)
    .map((term) => ({term, name: term, jamo: jamoOf(term)}));
  const names = concepts
    .filter((concept) => known.has(conceptTerm(concept)))
    .flatMap((concept) =>
      concept.names.map((written) => {
        const name = compact(written);
        return {term: conceptTerm(concept), name, jamo: jamoOf(name)};
      }),
    );
  return [...words, ...names];
}

function expanded(
  found: {entry: Entry; weight: number}[],
  isReplaced: boolean,
): Expanded | undefined {
  if (found.length === 0) {
    return undefined;
  }
  const best = [...found].sort((a, b) => b.weight - a.weight).slice(0, mostExpansions);
  const terms: Expansion = new Map();
  for (const {entry, weight} of best) {
    terms.set(entry.term, Math.max(weight, terms.get(entry.term) ?? 0));
  }
  return {terms, meaning: isReplaced ? best[0]?.entry.name : undefined};
}

/**
 * Cuts a word into known parts of two syllables or more, the fewest that cover it.
 * Particles may end a part, or stand between parts and are left out.
 */
function splitWord(word: string, isKnown: (part: string) => boolean): string[] | undefined {
  if (!isHangul(word) || word.length < 4 || word.length > 24) {
    return undefined;
  }
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = 0; start <= end - 1; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      const isParticle =
        part.length === 1 &&
        start > 0 &&
        (/[위안속밖의은는이가을를에도로와과만]/.test(part) || questionWords.has(part));
      if (before && (isParticle || (part.length > 1 && isKnown(part)))) {
        const parts = isParticle ? before : [...before, part];
        const current = best[end];
        if (!current || parts.length < current.length) {
          best[end] = parts;
        }
      }
    }
  }
  const parts = best[word.length];
  return parts && parts.length > 1 ? parts : undefined;
}
