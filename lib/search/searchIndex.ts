import type {Concept} from '../glossary.ts';
import type {QuestionKind} from '../page.ts';
import {conceptTerm, createAnalyzer, type Analyzer} from './analyze.ts';

type SectionKind = QuestionKind | 'section';

/** What a search finds: a section of a page. */
export interface SearchDocument {
  /** Address with the base and the anchor. */
  url: string;
  /** Title of the page. */
  page: string;
  heading: string;
  kind: SectionKind;
  /** Headings between the page's title and this one. */
  parents: string[];
  text: string;
  /** Other ways to ask for it; not shown. */
  alsoAsked: string[];
  /** Below 1 for lists that mention everything, such as references. */
  importance: number;
}

/** The file that search loads: everything of one version. */
export interface SearchIndex {
  version: string;
  documents: SearchDocument[];
  concepts: Concept[];
  /**
   * Inverted index: of each term the documents that hold it, each as its distance
   * from the one before and its impact, 1 to `impactLevels`.
   */
  postings: Record<string, number[]>;
}

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

/** Builds the index of a version. The same documents give the same bytes. */
export function createSearchIndex(
  version: string,
  documents: SearchDocument[],
  concepts: Concept[],
): SearchIndex {
  const analyzer = createAnalyzer(concepts);
  const counts = documents.map((document) => countTerms(document, analyzer));
  const average = counts.reduce((sum, {length}) => sum + length, 0) / Math.max(1, counts.length);
  const lists = new Map<string, [number, number][]>();
  counts.forEach(({frequencies, length}, number) => {
    const relative = 1 - lengthNormalization + (lengthNormalization * length) / (average || 1);
    for (const [term, frequency] of frequencies) {
      const weighted = frequency.fixed + frequency.text / relative;
      const importance = documents[number]?.importance ?? 1;
      const impact = Math.ceil((impactLevels * importance * weighted) / (saturation + weighted));
      const list = lists.get(term) ?? [];
      list.push([number, impact]);
      lists.set(term, list);
    }
  });
  const postings = Object.fromEntries(
    [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([term, list]) => [
        term,
        list.flatMap(([number, impact], index) => [number - (list[index - 1]?.[0] ?? 0), impact]),
      ]),
  );
  return {version, documents, concepts, postings};
}

interface Frequency {
  /** Of the fields that do not depend on the length of the text. */
  fixed: number;
  text: number;
}

function countTerms(document: SearchDocument, analyzer: Analyzer) {
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
  count([document.heading], fields.heading, false);
  count(document.alsoAsked, fields.alsoAsked, false);
  count([document.page, ...document.parents], fields.parents, false);
  count([document.text], fields.text, true);
  return {frequencies, length: document.text.length};
}

function indexTerms(text: string, analyzer: Analyzer): string[] {
  const {tokens, concepts, inner} = analyzer.analyze(text);
  return [
    ...tokens.flatMap(({terms}) => terms),
    ...[...concepts, ...inner].map(({concept}) => conceptTerm(concept)),
  ];
}
