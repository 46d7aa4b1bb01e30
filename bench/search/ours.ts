import {brotliCompressSync} from 'node:zlib';

import {createSearch} from '../../lib/search/search.ts';
import {timed, type Engine} from './engine.ts';

export const ours: Engine = {
  label: '꼬리물기',
  run: ({index, texts}, queries) => {
    const search = createSearch(index);
    return Promise.resolve({
      ...timed(queries, (query) => search(query, 10, texts).results.map(({document}) => document.url)),
      // Both: the indexes of the others hold the texts too.
      indexBytes: [index, texts]
        .map((file) => brotliCompressSync(JSON.stringify(file)).length)
        .reduce((sum, bytes) => sum + bytes),
    });
  },
};
