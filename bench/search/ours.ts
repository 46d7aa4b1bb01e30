import {brotliCompressSync} from 'node:zlib';

import {wholeSearch} from './corpus.ts';
import {timed, type Engine} from './engine.ts';

export const ours: Engine = {
  label: '꼬리물기',
  run: (corpus, queries) => {
    const {search} = wholeSearch(corpus);
    const {index, parts, texts} = corpus;
    return Promise.resolve({
      ...timed(queries, (query) => search(query, 10, texts).results.map(({document}) => document.url)),
      // All of it: the indexes of the others hold the texts too.
      indexBytes: [index, ...Object.values(parts), texts]
        .map((file) => brotliCompressSync(JSON.stringify(file)).length)
        .reduce((sum, bytes) => sum + bytes),
    });
  },
};
