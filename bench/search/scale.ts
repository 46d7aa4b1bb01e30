import {brotliCompressSync} from 'node:zlib';

import {createSearch} from '../../lib/search/search.ts';
import type {SearchIndex} from '../../lib/search/searchIndex.ts';
import type {Corpus} from './corpus.ts';
import {percentile} from './engine.ts';

/** What an index costs in Node. */
export interface Scale {
  sections: number;
  /** Distinct terms of the index. */
  terms: number;
  /** Of the index, in brotli. */
  bytes: number;
  /** Milliseconds to parse the file and prepare the search. */
  load: number;
  /** Milliseconds after each letter typed: the first, 95 in 100, and the slowest of the rest. */
  first: number;
  p95: number;
  slowest: number;
}

/** Loads an index from its text, and types the queries letter by letter. */
export function measureScale({index, texts}: Corpus, queries: readonly string[]): Scale {
  const text = JSON.stringify(index);
  const start = performance.now();
  const search = createSearch(JSON.parse(text) as SearchIndex);
  const load = performance.now() - start;
  const times = queries.flatMap((query) =>
    [...query].map((_, last, letters) => {
      const typed = letters.slice(0, last + 1).join('');
      const before = performance.now();
      search(typed, 10, texts);
      return performance.now() - before;
    }),
  );
  const [first = Number.NaN, ...rest] = times;
  return {
    sections: index.documents.length,
    terms: Object.keys(index.postings).length,
    bytes: brotliCompressSync(text).length,
    load,
    first,
    p95: percentile(times, 0.95),
    slowest: Math.max(...rest),
  };
}
