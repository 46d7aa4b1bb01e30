import {groupBy} from '../groupBy.ts';
import {choseongOf, editDistance, isChoseong, isHangul, jamoOf} from '../hangul.ts';
import {compact, conceptTerm, normalize, type Analyzer, type Token} from './analyze.ts';
import {partOf, type Postings, type SearchIndex} from './searchIndex.ts';
import {isPastOrFuture, looksLikeVerb, questionWords, stemsOf, verbRoot} from './words.ts';

/** Index terms that a query word stands for, each with how sure that is, 0 to 1. */
export type Expansion = Map<string, number>;

/** The words and names that an index knows, as far as its parts have come. */
export interface Vocabulary {
  add: (part: string, postings: Postings) => void;
  /** Whether a word stands somewhere, as far as the parts have come, or a concept. */
  has: (term: string) => boolean;
  postingsOf: (term: string) => string;
  /**
   * What a word of a query means in the index: the first way that gives anything,
   * best first. Undefined when nothing does.
   */
  expand: (token: Token) => Expanded | undefined;
  /** What another word for the same means in the index: a concept, the word, or forms of the verb. */
  meaningOf: (word: string) => Expansion;
  /** Whether the initials of a concept's name are these, all of them. */
  hasInitials: (initials: string) => boolean;
  /** The name that is spelt most like a word, which is further from it than what is put right unasked. */
  closestTo: (word: string) => string | undefined;
  /** The parts of a word that is written without its spaces, `도커데몬`. */
  split: (word: string) => string[] | undefined;
  /** The parts that were asked for since, and have not come. */
  takeMissing: () => string[];
}

interface Expanded {
  terms: Expansion;
  /** What the word was taken for, when that is not what stands there and is worth saying. */
  meaning: string | undefined;
  /** Whether only longer words begin with it. */
  isHalf?: boolean;
}

/** A word or a concept's name, as it is compared. */
interface Entry {
  term: string;
  name: string;
  jamo: string;
}

/** The entries of a part, with what is made of them when the first query needs it. */
interface Shelf {
  entries: Entry[];
  sorted?: Entry[];
  byRoot?: Map<string, Entry[]>;
  byChoseong?: {choseong: string; entry: Entry}[];
}

const sure = 0.95;
const sameVerb = 0.7;
const mostExpansions = 40;
/** Of a name that may have been meant: who misspells it more often means another. */
const lettersPerSlip = 5;
const mostSlips = 3;

/** Prepares the vocabulary of an index, without its parts. */
export function createVocabulary(index: SearchIndex, analyzer: Analyzer): Vocabulary {
  const loaded = new Map<string, Postings>();
  const missing = new Set<string>();
  const shelves = new Map<string, Shelf>();
  const place = (entries: readonly Entry[]) => {
    for (const [part, own] of groupBy(entries, ({name}) => partOf(name))) {
      shelves.set(part, {entries: [...(shelves.get(part)?.entries ?? []), ...own]});
    }
  };
  const need = (part: string) => {
    if (index.parts.includes(part) && !loaded.has(part)) {
      missing.add(part);
    }
  };
  const shelfOf = (text: string): Shelf => {
    const part = partOf(text);
    need(part);
    return shelves.get(part) ?? {entries: []};
  };
  const postingsOf = (term: string): string => {
    const part = partOf(term);
    need(part);
    const postings = loaded.get(part);
    return postings && Object.hasOwn(postings, term) ? (postings[term] ?? '') : '';
  };
  // An index names no concept that stands nowhere.
  const conceptTerms = new Set(analyzer.concepts.map(conceptTerm));
  const has = (term: string) =>
    term.startsWith('@') ? conceptTerms.has(term) : postingsOf(term) !== '';

  place(
    analyzer.concepts.flatMap((concept) =>
      concept.names.map((written) => entryOf(conceptTerm(concept), compact(written))),
    ),
  );

  const withPrefix = (prefix: string): Entry[] => {
    const shelf = shelfOf(prefix);
    const sorted = (shelf.sorted ??= [...shelf.entries].sort((a, b) => (a.jamo < b.jamo ? -1 : 1)));
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
    for (let at = low; sorted[at]?.jamo.startsWith(prefix); at += 1) {
      found.push(sorted[at] as Entry);
    }
    return found;
  };

  const exact = ({surface, terms: forms}: Token): Expanded | undefined => {
    // `wsl2` is `WSL 2` of the texts too, whether or not it stands somewhere as typed.
    const letters = surface.match(/^([a-z]{3,})[0-9]+$/)?.[1];
    const found = [...forms, ...(letters === undefined ? [] : [letters])].filter(has);
    return found.length > 0
      ? {
          terms: new Map(found.map((form, at) => [form, at === 0 ? 1 : sure])),
          meaning: undefined,
        }
      : undefined;
  };

  const withInitials = (surface: string) => {
    const shelf = shelfOf(surface);
    shelf.byChoseong ??= shelf.entries
      .filter(({name}) => isHangul(name))
      .map((entry) => ({choseong: choseongOf(entry.name), entry}));
    return shelf.byChoseong.filter(({choseong}) => choseong.startsWith(surface));
  };

  const initials = ({surface}: Token): Expanded | undefined => {
    if (!isChoseong(surface) || surface.length < 2) {
      return undefined;
    }
    const matches = withInitials(surface);
    const whole = matches.filter(({choseong}) => choseong.length === surface.length);
    const chosen = whole.length > 0 ? whole : matches;
    return expanded(
      chosen.map(({entry}) => ({entry, weight: isConcept(entry) ? 0.9 : 0.6})),
      () => true,
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
    const longer = expanded(
      [
        ...whole.map((entry) => ({entry, weight: 0.9})),
        ...found.map((entry) => ({entry, weight: 0.85 * Math.sqrt(shortest / entry.jamo.length)})),
      ],
      () => false,
    );
    return longer && {...longer, isHalf: true};
  };

  const misspelt = ({surface, terms: forms}: Token): Expanded | undefined => {
    // A form of a verb that is not here is no slip, but a long name may end like one.
    const isVerb = looksLikeVerb(surface);
    if (isVerb && (surface.length < 4 || isPastOrFuture(surface))) {
      return undefined;
    }
    let closest: {entry: Entry; weight: number; isSwap: boolean}[] = [];
    let best = 3;
    for (const form of forms.filter((candidate) => !candidate.startsWith('='))) {
      const jamo = jamoOf(form);
      const limit = Math.min(best, jamo.length < 5 ? 0 : jamo.length < 8 ? 1 : 2);
      if (limit === 0) {
        continue;
      }
      for (const entry of shelfOf(form).entries) {
        if (entry.jamo[0] !== jamo[0] || (isVerb && !isConcept(entry))) {
          continue;
        }
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
    return expanded(swaps.length > 0 ? swaps : closest, isConcept);
  };

  const sameRoot = (word: string): Entry[] => {
    const root = isHangul(word) ? verbRoot(word) : undefined;
    if (root === undefined) {
      return [];
    }
    const shelf = shelfOf(word);
    shelf.byRoot ??= groupBy(
      shelf.entries.filter(({term}) => isHangul(term)),
      ({name}) => verbRoot(name) ?? '',
    );
    return shelf.byRoot.get(root) ?? [];
  };
  const inflected = ({surface}: Token): Expanded | undefined =>
    looksLikeVerb(surface)
      ? expanded(
          sameRoot(surface).map((entry) => ({entry, weight: sameVerb})),
          () => false,
        )
      : undefined;

  let spellings: {name: string; jamo: string}[] | undefined;
  const allSpellings = () =>
    (spellings ??= [
      ...analyzer.concepts.flatMap((concept) => concept.names),
      ...index.synonyms.flat(),
    ].map((name) => ({name, jamo: jamoOf(normalize(name))})));
  const isKnown = (part: string) =>
    questionWords.has(part) ||
    [part, ...stemsOf(part).filter((stem) => stem.length > 1)].some(
      (form) => analyzer.conceptNamed(form) !== undefined || has(form),
    );

  return {
    add(part, postings) {
      loaded.set(part, postings);
      place(
        Object.keys(postings)
          .filter((term) => !/^[=@]/.test(term) && term.length > 1)
          .map((term) => entryOf(term, term)),
      );
    },
    has,
    postingsOf,
    expand: (token) =>
      exact(token) ?? initials(token) ?? half(token) ?? inflected(token) ?? misspelt(token),
    meaningOf(word) {
      const concept = analyzer.conceptNamed(word);
      const terms = [
        ...(concept ? [conceptTerm(concept)] : []),
        ...(has(word) ? [word] : []),
        ...(word.endsWith('다') ? sameRoot(word).map(({term}) => term) : []),
      ];
      return new Map(terms.map((term) => [term, 1]));
    },
    hasInitials: (surface) =>
      withInitials(surface).some(
        ({choseong, entry}) => isConcept(entry) && choseong.length === surface.length,
      ),
    closestTo(word) {
      const jamo = jamoOf(normalize(word));
      let best = Math.min(mostSlips, Math.floor(jamo.length / lettersPerSlip)) + 1;
      let closest: string | undefined;
      for (const {name, jamo: spelling} of best > 1 ? allSpellings() : []) {
        const distance = editDistance(jamo, spelling, best - 1);
        if (distance < best) {
          best = distance;
          closest = name;
        }
      }
      return closest;
    },
    split: (word) => splitWord(word, isKnown),
    takeMissing() {
      const taken = [...missing];
      missing.clear();
      return taken;
    },
  };
}

function entryOf(term: string, name: string): Entry {
  return {term, name, jamo: jamoOf(name)};
}

function isConcept({term}: Entry): boolean {
  return term.startsWith('@');
}

/** @param isWorthSaying whether a reader should know that the word was taken for this one */
function expanded(
  found: {entry: Entry; weight: number}[],
  isWorthSaying: (entry: Entry) => boolean,
): Expanded | undefined {
  const best = [...found].sort((a, b) => b.weight - a.weight).slice(0, mostExpansions);
  const [first] = best;
  if (!first) {
    return undefined;
  }
  const terms: Expansion = new Map();
  for (const {entry, weight} of best) {
    terms.set(entry.term, Math.max(weight, terms.get(entry.term) ?? 0));
  }
  return {terms, meaning: isWorthSaying(first.entry) ? first.entry.name : undefined};
}

/**
 * Cuts a word into known parts of two syllables or more, the fewest that cover it; one of letters
 * and digits where they meet. Particles may end a part, or stand between parts and are left out.
 */
function splitWord(word: string, isKnown: (part: string) => boolean): string[] | undefined {
  if (!isHangul(word)) {
    const parts = word.match(/[a-z]+|[0-9]+/g) ?? [];
    return parts.length > 1 && parts.some((part) => part.length > 1 && isKnown(part))
      ? parts
      : undefined;
  }
  if (word.length < 4 || word.length > 24) {
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
