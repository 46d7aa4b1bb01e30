import {brotliCompressSync} from 'node:zlib';

import {createSearch} from '../../lib/search/search.ts';
import type {SearchIndex} from '../../lib/search/searchIndex.ts';
import {wholeSearch, type Corpus} from './corpus.ts';
import {percentile} from './engine.ts';

/** What an index costs in Node. */
export interface Scale {
  sections: number;
  /** Distinct terms of the index. */
  terms: number;
  /** Of the index that every search loads, in brotli. */
  bytes: number;
  /** Of that and the parts that the first word of a query waits for: the heaviest of the queries. */
  firstBytes: number;
  /** The same of a whole query. */
  wholeBytes: number;
  /** Milliseconds to parse the file and prepare the search. */
  load: number;
  /** Milliseconds after each letter typed: the first, 95 in 100, and the slowest of the rest. */
  first: number;
  p95: number;
  slowest: number;
}

/** Loads an index from its text, and types the queries letter by letter. */
export function measureScale(corpus: Corpus, queries: readonly string[]): Scale {
  const {index, parts, texts} = corpus;
  const text = JSON.stringify(index);
  const start = performance.now();
  createSearch(JSON.parse(text) as SearchIndex);
  const load = performance.now() - start;
  const {search} = wholeSearch(corpus);
  const times = queries.flatMap((query) =>
    [...query].map((_, last, letters) => {
      const typed = letters.slice(0, last + 1).join('');
      const before = performance.now();
      search(typed, 10, texts);
      return performance.now() - before;
    }),
  );
  const [first = Number.NaN, ...rest] = times;
  const bytes = brotliCompressSync(text).length;
  const weights = new Map(
    Object.entries(parts).map(([part, postings]) => [
      part,
      brotliCompressSync(JSON.stringify(postings)).length,
    ]),
  );
  const heaviest = (typed: readonly string[]) =>
    bytes +
    Math.max(
      ...typed.map((query) =>
        partsFor(corpus, query).reduce((sum, part) => sum + (weights.get(part) ?? 0), 0),
      ),
    );
  return {
    sections: index.documents.length,
    terms: Object.values(parts).reduce(
      (sum, postings) => sum + Object.keys(postings).length,
      0,
    ),
    bytes,
    firstBytes: heaviest(queries.map((query) => query.split(' ')[0] ?? '')),
    wholeBytes: heaviest(queries),
    load,
    first,
    p95: percentile(times, 0.95),
    slowest: Math.max(...rest),
  };
}

/** The parts that a query waits for, with a search that has none yet. */
function partsFor({index, parts}: Corpus, query: string): string[] {
  const {search, add} = createSearch(index);
  const all: string[] = [];
  for (let {missing} = search(query); missing.length > 0; {missing} = search(query)) {
    for (const part of missing) {
      all.push(part);
      add(part, parts[part] ?? {});
    }
  }
  return all;
}
