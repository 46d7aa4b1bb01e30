import {brotliCompressSync} from 'node:zlib';

import {createSearch} from '../../lib/search/search.ts';
import {timed, type Engine} from './engine.ts';

export const ours: Engine = {
  label: '꼬리물기',
  run: (index, queries) => {
    const search = createSearch(index);
    return Promise.resolve({
      ...timed(queries, (query) => search(query).results.map(({document}) => document.url)),
      indexBytes: brotliCompressSync(JSON.stringify(index)).length,
    });
  },
};
