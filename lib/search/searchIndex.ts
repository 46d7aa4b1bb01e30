import {jamoOf} from '../hangul.ts';
import type {QuestionKind} from '../page.ts';
import type {SearchVocabulary} from '../searchWords.ts';
import {conceptTerm, createAnalyzer, type Analyzer} from './analyze.ts';
import {questionWords, weakWords} from './words.ts';

type SectionKind = QuestionKind | 'section';

/** What a search finds: a section of a page. Its text is in a file of its own. */
export interface SearchDocument {
  /** Address with the base and the anchor. */
  url: string;
  /** Title of the page. */
  page: string;
  heading: string;
  kind: SectionKind;
  /** Headings between the page's title and this one. */
  parents: string[];
}

/** What an index is made of. */
export interface SearchSection extends SearchDocument {
  text: string;
  /** Other ways to ask for it; never shown. */
  alsoAsked: string[];
  /** Below 1 for lists that mention everything. */
  importance: number;
}

/** The file that every search loads: everything of one version but where its words and concepts stand, and its texts. */
export interface SearchIndex extends SearchVocabulary {
  version: string;
  documents: SearchDocument[];
  /** Of each document the size of its also-asked questions, a letter each: see `sizeOf`. */
  asked: string[];
  /** The parts that say where the words and the concepts stand: see `partOf`. */
  parts: string[];
}

/**
 * Inverted index: of each term the documents that hold it, as `encodePostings` writes them,
 * and after a semicolon the also-asked questions, counted through all documents.
 */
export type Postings = Record<string, string>;

/** A document by its number, and how much of a term it has: `impactLevels` where its importance is 1 and it has nothing else. */
export type Posting = [number: number, impact: number];

/** More levels than this make the file heavier and the ranking no better: measured by `npm run bench -- search`. */
export const impactLevels = 15;

/** Weight of a field, and how many uses of a term in it count. */
const fields = {
  heading: {weight: 4, cap: 1},
  alsoAsked: {weight: 2, cap: 2},
  parents: {weight: 0.7, cap: 1},
  text: {weight: 1, cap: Infinity},
};
/** BM25's saturation and length normalisation (Robertson & Zaragoza 2009, BM25F). */
const saturation = 2.5;
const lengthNormalization = 0.15;

/** An index as it is built: the file that every search loads, and its parts by name. */
export interface BuiltIndex {
  index: SearchIndex;
  parts: Record<string, Postings>;
}

/** Builds the index of a version. The same sections give the same bytes. */
export function createSearchIndex(
  version: string,
  sections: SearchSection[],
  {concepts, synonyms}: SearchVocabulary,
): BuiltIndex {
  const analyzer = createAnalyzer(concepts);
  const lists = listTerms(sections, analyzer);
  const questions = listQuestions(sections, analyzer);
  const parts: Record<string, Postings> = {};
  for (const [term, list] of [...lists].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = partOf(term);
    const own = (parts[part] ??= {});
    const asked = questions.lists.get(term);
    own[term] = encodePostings(list) + (asked ? `;${encodePostings(asked)}` : '');
  }
  return {
    index: {
      version,
      documents: sections.map(({url, page, heading, kind, parents}) => ({
        url,
        page,
        heading,
        kind,
        parents,
      })),
      concepts: concepts.filter((concept) => lists.has(conceptTerm(concept))),
      synonyms,
      asked: questions.sizes,
      parts: Object.keys(parts).sort(),
    },
    parts,
  };
}

/**
 * The part of the index that holds a term: that of its first letter, since every way to look a word
 * up keeps it, be it half typed, misspelt or another form of a verb. Concepts are in parts of their
 * own, by the first letter of their ids: every other one would wait for all of them.
 */
export function partOf(term: string): string {
  const first = jamoOf(term.replace(/^[^a-z0-9가-힣ㄱ-ㅣ]+/, ''))[0] ?? '';
  return (term.startsWith('@') ? '@' : '') + first.replace(/[0-9]/, '0');
}

function listTerms(
  sections: readonly SearchSection[],
  analyzer: Analyzer,
): ReadonlyMap<string, Posting[]> {
  const counts = sections.map((section) => countTerms(section, analyzer));
  const average = counts.reduce((sum, {length}) => sum + length, 0) / Math.max(1, counts.length);
  const lists = new Map<string, Posting[]>();
  counts.forEach(({frequencies, length}, number) => {
    const relative = 1 - lengthNormalization + (lengthNormalization * length) / (average || 1);
    for (const [term, frequency] of frequencies) {
      const weighted = frequency.fixed + frequency.text / relative;
      const importance = sections[number]?.importance ?? 1;
      const impact = Math.ceil((impactLevels * importance * weighted) / (saturation + weighted));
      const list = lists.get(term) ?? [];
      list.push([number, impact]);
      lists.set(term, list);
    }
  });
  return lists;
}

/** Of each term the also-asked questions that hold it, and of each section the sizes of its own. */
function listQuestions(
  sections: readonly SearchSection[],
  analyzer: Analyzer,
): {lists: ReadonlyMap<string, Posting[]>; sizes: string[]} {
  const lists = new Map<string, Posting[]>();
  let number = 0;
  const sizes = sections.map(({alsoAsked}) =>
    alsoAsked
      .map((question) => {
        for (const term of new Set(askedTerms(question, analyzer))) {
          const list = lists.get(term) ?? [];
          list.push([number, 1]);
          lists.set(term, list);
        }
        number += 1;
        return encodeSize(sizeOf(question, analyzer));
      })
      .join(''),
  );
  return {lists, sizes};
}

/** How many words a text has that say something: a concept counts as one, a weak word as less. */
function sizeOf(text: string, analyzer: Analyzer): number {
  const {tokens, concepts} = analyzer.analyze(text);
  return tokens.reduce((size, {terms}, position) => {
    const span = concepts.find(({from, to}) => from <= position && position < to);
    if (span) {
      return size + (span.from === position ? 1 : 0);
    }
    if (terms.some((term) => questionWords.has(term))) {
      return size + askingSize;
    }
    return size + (terms.some((term) => weakWords.has(term)) ? weakSize : 1);
  }, 0);
}

export const weakSize = 0.4;
/** Of the words that only ask: of two questions that say the same, the shorter one is closer. */
const askingSize = 0.2;

const letterBeforeA = 96;
const sizeSteps = 5;
/** Above the quotation mark, and with `mostSizes` below the backslash: nothing to escape in JSON. */
const letterOfNoSize = 35;
const mostSizes = 56;

const encodeSize = (size: number) =>
  String.fromCharCode(letterOfNoSize + Math.min(mostSizes, Math.round(size * sizeSteps)));

export const decodeSize = (letter: string) => (letter.charCodeAt(0) - letterOfNoSize) / sizeSteps;

/**
 * A letter for each document that says its impact, after its distance from the one
 * before, left out when that is 1: a tenth lighter over the wire than numbers in JSON.
 */
function encodePostings(postings: readonly Posting[]): string {
  return postings
    .map(([number, impact], index) => {
      const distance = number - (postings[index - 1]?.[0] ?? -1);
      return (distance === 1 ? '' : distance) + String.fromCharCode(letterBeforeA + impact);
    })
    .join('');
}

export function decodePostings(text: string): Posting[] {
  let number = -1;
  return [...text.matchAll(/(\d*)(\D)/g)].map(([, distance, letter = '']) => {
    number += Number(distance || 1);
    return [number, letter.charCodeAt(0) - letterBeforeA];
  });
}

interface Frequency {
  /** Of the fields that do not depend on the length of the text. */
  fixed: number;
  text: number;
}

function countTerms(section: SearchSection, analyzer: Analyzer) {
  const frequencies = new Map<string, Frequency>();
  const count = (
    terms: string[],
    {weight, cap}: {weight: number; cap: number},
    isText: boolean,
  ) => {
    const inField = new Map<string, number>();
    for (const term of terms) {
      inField.set(term, (inField.get(term) ?? 0) + 1);
    }
    for (const [term, uses] of inField) {
      const frequency = frequencies.get(term) ?? {fixed: 0, text: 0};
      frequency[isText ? 'text' : 'fixed'] += weight * Math.min(uses, cap);
      frequencies.set(term, frequency);
    }
  };
  const termsOf = (texts: string[]) => texts.flatMap((text) => indexTerms(text, analyzer));
  const askedTermsOf = (texts: string[]) => texts.flatMap((text) => askedTerms(text, analyzer));
  count(termsOf([section.heading]), fields.heading, false);
  count(askedTermsOf(section.alsoAsked), fields.alsoAsked, false);
  count(termsOf([section.page, ...section.parents]), fields.parents, false);
  count(termsOf([section.text]), fields.text, true);
  return {frequencies, length: section.text.length};
}

/** Of a question that is never shown, code does not count: the excerpt could not show why it was found. */
function askedTerms(text: string, analyzer: Analyzer): string[] {
  return indexTerms(text, analyzer).filter((term) => !term.startsWith('='));
}

/** Words that only ask are never looked up. */
const isSought = ({terms}: {terms: readonly string[]}) =>
  !terms.some((term) => questionWords.has(term));

/** Terms of a text. A word with an ending is left to its stem, or the index were a third heavier. */
function indexTerms(text: string, analyzer: Analyzer): string[] {
  const {tokens, concepts, inner} = analyzer.analyze(text);
  return [
    ...tokens.filter(isSought).flatMap(({surface, terms}) => {
      const isInflected = terms[1] !== undefined && !terms[1].startsWith('=');
      return isInflected ? terms.filter((term) => term !== surface) : terms;
    }),
    ...[...concepts, ...inner].map(({concept}) => conceptTerm(concept)),
  ];
}
