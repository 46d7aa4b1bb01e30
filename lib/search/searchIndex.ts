import type {Concept} from '../glossary.ts';
import type {QuestionKind} from '../page.ts';
import {conceptTerm, createAnalyzer, type Analyzer} from './analyze.ts';

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
  /** Other ways to ask for it; not shown. */
  alsoAsked: string[];
}

/** What an index is made of. */
export interface SearchSection extends SearchDocument {
  text: string;
  /** Above 1 for what a page is about, below for lists that mention everything. */
  importance: number;
}

/** The file that search loads to find: everything of one version but the texts. */
export interface SearchIndex {
  version: string;
  documents: SearchDocument[];
  concepts: Concept[];
  /** Inverted index: of each term the documents that hold it, as `encodePostings` writes them. */
  postings: Record<string, string>;
}

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

/** Builds the index of a version. The same sections give the same bytes. */
export function createSearchIndex(
  version: string,
  sections: SearchSection[],
  concepts: Concept[],
): SearchIndex {
  const analyzer = createAnalyzer(concepts);
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
  const postings = Object.fromEntries(
    [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([term, list]) => [term, encodePostings(list)]),
  );
  const documents = sections.map(
    ({url, page, heading, kind, parents, alsoAsked}): SearchDocument => ({
      url,
      page,
      heading,
      kind,
      parents,
      alsoAsked,
    }),
  );
  return {version, documents, concepts, postings};
}

const letterBeforeA = 96;

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
    texts: string[],
    {weight, cap}: {weight: number; cap: number},
    isText: boolean,
  ) => {
    const inField = new Map<string, number>();
    for (const text of texts) {
      for (const term of indexTerms(text, analyzer)) {
        inField.set(term, (inField.get(term) ?? 0) + 1);
      }
    }
    for (const [term, uses] of inField) {
      const frequency = frequencies.get(term) ?? {fixed: 0, text: 0};
      frequency[isText ? 'text' : 'fixed'] += weight * Math.min(uses, cap);
      frequencies.set(term, frequency);
    }
  };
  count([section.heading], fields.heading, false);
  count(section.alsoAsked, fields.alsoAsked, false);
  count([section.page, ...section.parents], fields.parents, false);
  count([section.text], fields.text, true);
  return {frequencies, length: section.text.length};
}

/** Terms of a text. A word with an ending is left to its stem, or the index were a third heavier. */
function indexTerms(text: string, analyzer: Analyzer): string[] {
  const {tokens, concepts, inner} = analyzer.analyze(text);
  return [
    ...tokens.flatMap(({surface, terms}) => {
      const isInflected = terms[1] !== undefined && !terms[1].startsWith('=');
      return isInflected ? terms.filter((term) => term !== surface) : terms;
    }),
    ...[...concepts, ...inner].map(({concept}) => conceptTerm(concept)),
  ];
}
