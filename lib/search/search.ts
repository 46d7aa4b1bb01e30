import {canonical, createAnalyzer, normalize, type Analysis} from './analyze.ts';
import {createExcerpt, markRanges, type Excerpt, type Range} from './excerpt.ts';
import {createVocabulary} from './expand.ts';
import {createQueryReader, termsShownBy, type QueryUnit, type Reading} from './query.ts';
import {createRank} from './rank.ts';
import type {Postings, SearchDocument, SearchIndex} from './searchIndex.ts';

export interface SearchResult {
  document: SearchDocument;
  score: number;
  /** Places in the heading to mark. */
  headingRanges: Range[];
  /** Empty while the texts are still to come; undefined where none of them belongs to the index. */
  excerpt: Excerpt | undefined;
  /** What the query's words are in the section, as written there. */
  words: string[];
}

export type {Reading};

export interface SearchAnswer {
  results: SearchResult[];
  /** What comes nearest where the index does not treat what is asked. */
  nearest: SearchResult[];
  /** Words of the query that stand nowhere. */
  unknown: string[];
  /** Where nothing is found, what finds something and is spelt almost like the query. */
  similar: string | undefined;
  readings: Reading[];
  /** Parts of the index that the query needs and that have not come: with them it may find more. */
  missing: string[];
}

/** @param texts of the index's sections, in its order; left out while they are still to come */
export type Search = (query: string, limit?: number, texts?: readonly string[]) => SearchAnswer;

export interface SearchEngine {
  search: Search;
  /** Takes a part of the index in. */
  add: (part: string, postings: Postings) => void;
}

/** The answer while parts of the index are still to come. */
const waitingFor = (missing: string[]): SearchAnswer => ({
  results: [],
  nearest: [],
  unknown: [],
  similar: undefined,
  readings: [],
  missing,
});

/** Where nothing is found, what merely begins a longer word is another word. */
const isUnknown = (unit: QueryUnit) => termsShownBy([unit]).size === 0;

const longestQuery = 200;
const mostNearest = 3;
const mostMisspelt = 2;

/**
 * Prepares an index for searching: runs anywhere, touches neither the page nor the disk.
 * @returns a search that never throws, whatever the query
 */
export function createSearch(index: SearchIndex): SearchEngine {
  const analyzer = createAnalyzer(index.concepts);
  const vocabulary = createVocabulary(index, analyzer);
  const reader = createQueryReader(analyzer, vocabulary, index.synonyms);
  const analyses = new Map<string, Analysis>();
  const analyze = (text: string) => {
    const analysis = analyses.get(text) ?? analyzer.analyze(text);
    analyses.set(text, analysis);
    return analysis;
  };
  const rank = createRank(index, vocabulary, analyze);

  /** A query with names for all of its unknown words, if that finds something. */
  const similarTo = (typed: string, unknown: readonly QueryUnit[]): string | undefined => {
    let similar = typed;
    for (const {typed: word} of unknown.length <= mostMisspelt ? unknown : []) {
      const name = vocabulary.closestTo(word);
      if (name === undefined) {
        return undefined;
      }
      similar = similar.replace(word, () => name);
    }
    if (similar === typed) {
      return undefined;
    }
    // Parts that this needs go to what is missing, and the next search has them.
    reader.termsOf(similar).forEach(vocabulary.postingsOf);
    const {meant, units} = reader.read(similar);
    return rank(units, meant).isAnswerable ? similar : undefined;
  };

  const search: Search = (query, limit = 10, texts) => {
    // Those of another build would stand below the wrong headings.
    const isOfIndex = texts === undefined || texts.length === index.documents.length;
    const typed = canonical(query.slice(0, longestQuery)).trim();
    // Without its own words, and the concepts that they were read as, a query would be taken for anything.
    reader.termsOf(typed).forEach(vocabulary.postingsOf);
    const wanted = vocabulary.takeMissing();
    if (wanted.length > 0) {
      return waitingFor(wanted);
    }
    const {meant, units, readings} = reader.read(typed);
    units.forEach(({terms}) => [...terms.keys()].forEach(vocabulary.postingsOf));
    const later = vocabulary.takeMissing();
    if (later.some((part) => part.startsWith('@'))) {
      return waitingFor(later);
    }
    const {candidates, units: located, isAnswerable} = rank(units, meant);
    const best = candidates[0]?.score ?? 0;
    const saying = units.filter(({role}) => role !== 'weak');
    const marked = termsShownBy(saying.length > 0 ? saying : units);
    const matches = (term: string) => marked.has(term);
    const shown = candidates
      .filter(({score}) => score > best * 0.08)
      .slice(0, isAnswerable ? limit : Math.min(limit, mostNearest))
      .map(({number, document, score}): SearchResult => {
        const text = (isOfIndex && texts?.[number]) || '';
        const words = [document.heading, text].flatMap((field) =>
          markRanges(analyze(field), matches).map(([start, end]) => field.slice(start, end)),
        );
        return {
          document,
          score,
          headingRanges: markRanges(analyze(document.heading), matches),
          excerpt: isOfIndex
            ? createExcerpt(text, analyze(text), located, normalize(typed))
            : undefined,
          words: [...new Set(words)],
        };
      });
    const hasMatch = located.some(({impacts}) => impacts.size > 0);
    const unknown = isAnswerable ? [] : units.filter(isUnknown);
    const similar = similarTo(typed, unknown);
    return {
      results: isAnswerable ? shown : [],
      nearest: isAnswerable || !hasMatch ? [] : shown,
      unknown: unknown.filter(({role}) => role === 'word').map(({typed: word}) => word),
      similar,
      readings: isAnswerable ? readings : [],
      missing: [...later, ...vocabulary.takeMissing()],
    };
  };
  return {search, add: vocabulary.add};
}
