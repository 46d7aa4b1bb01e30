import type {Concept} from '../glossary.ts';
import {isSuffix, stemsOf} from './words.ts';

/** A word of a text. */
export interface Token {
  start: number;
  end: number;
  /** As written, in lower case. */
  surface: string;
  /** The surface and its stems, or for code `=` and the whole: what the index knows it by. */
  terms: string[];
  /** Where the stem ends: what to mark. */
  stemEnd: number;
}

/** Neighbouring tokens that name a concept of the glossary. */
interface ConceptSpan {
  concept: Concept;
  /** First token, and the one after the last. */
  from: number;
  to: number;
}

/** Code as it is written, over the tokens of its words. */
interface LiteralSpan {
  term: string;
  from: number;
  to: number;
}

export interface Analysis {
  tokens: Token[];
  literals: LiteralSpan[];
  /** The longest at each place; those inside them are in `inner`. */
  concepts: ConceptSpan[];
  inner: ConceptSpan[];
}

export interface Analyzer {
  analyze: (text: string) => Analysis;
  /** The concept that a text names, spaces and case aside. */
  conceptNamed: (text: string) => Concept | undefined;
  concepts: readonly Concept[];
}

/** Index term of a concept. */
export function conceptTerm({id}: Concept): string {
  return `@${id}`;
}

const word = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z0-9]+/g;
/** A flag, a path, or a name with dots, dashes, slashes or colons inside, in ASCII. */
const literal = /(?<![\w-])--?[a-z][\w-]*|(?:\/?[\w.-]+)?(?:\/[\w.-]+)+|\w+(?:[.:-]\w+)+/g;
const longestConcept = 6;

/**
 * One way to write what a reader may type in several: full-width letters, ligatures, syllables in
 * separate letters. Initials stay what they are, which NFKC would make parts of syllables.
 */
export function canonical(text: string): string {
  return text.replace(/[^ㄱ-ㅣ]+/g, (run) => run.normalize('NFKC'));
}

/** Lower case that never changes the length of a text, so that places stay right. */
export function normalize(text: string): string {
  return text.normalize('NFC').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** What is compared of a name: letters and digits alone. */
export function compact(text: string): string {
  return normalize(text).match(word)?.join('') ?? '';
}

/** Index term of code as it is written, without a leading slash or trailing dot. */
function literalTerm(text: string): string {
  return `=${text.replace(/^\/|[./:-]+$/g, '')}`;
}

/** Reads texts with a glossary. */
export function createAnalyzer(concepts: readonly Concept[]): Analyzer {
  const byName = new Map<string, Concept>();
  for (const concept of concepts) {
    for (const name of concept.names) {
      byName.set(compact(name), concept);
    }
  }
  return {
    concepts,
    conceptNamed: (text) => byName.get(compact(text)),
    analyze(text) {
      const {tokens, literals} = tokenize(normalize(text));
      const all = findConcepts(tokens, byName);
      const concepts: ConceptSpan[] = [];
      let next = 0;
      for (const span of all) {
        if (span.from >= next) {
          concepts.push(span);
          next = span.to;
        }
      }
      return {tokens, literals, concepts, inner: all.filter((span) => !concepts.includes(span))};
    },
  };
}

/** Words, then code as written beside its words, in order of their place. */
function tokenize(text: string): {tokens: Token[]; literals: LiteralSpan[]} {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const {0: surface, index: start} of text.matchAll(word)) {
    const end = start + surface.length;
    const followsWord = lastEnd === start || /[)\]`’”'"」]/.test(text[start - 1] ?? '');
    lastEnd = end;
    if (/[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(surface)) {
      if (isSuffix(surface) && (followsWord || surface.length === 1) && tokens.length > 0) {
        continue;
      }
      const stems = stemsOf(surface);
      const stemEnd = start + (stems.at(-1) ?? surface).length;
      tokens.push({start, end, surface, terms: [surface, ...stems], stemEnd});
    } else {
      tokens.push({start, end, surface, terms: [surface], stemEnd: end});
    }
  }
  const literals = [...text.matchAll(literal)].flatMap(({0: code, index}): LiteralSpan[] => {
    const isInside = ({start, end}: Token) => end > index && start < index + code.length;
    const from = tokens.findIndex(isInside);
    const to = tokens.findLastIndex(isInside) + 1;
    const term = literalTerm(code);
    tokens[from]?.terms.push(term);
    return from < 0 ? [] : [{term, from, to}];
  });
  return {tokens, literals};
}

/** All concepts that neighbouring tokens name; at each token the longest first. */
function findConcepts(tokens: Token[], byName: ReadonlyMap<string, Concept>): ConceptSpan[] {
  return tokens.flatMap((_, from) => {
    const spans: ConceptSpan[] = [];
    let before = '';
    for (let to = from + 1; to <= Math.min(tokens.length, from + longestConcept); to += 1) {
      const last = tokens[to - 1];
      const concept = last?.terms
        .filter((term) => !term.startsWith('='))
        .map((term) => byName.get(before + term))
        .find(Boolean);
      if (concept) {
        spans.unshift({concept, from, to});
      }
      before += last?.surface ?? '';
    }
    return spans;
  });
}
