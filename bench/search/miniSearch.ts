import {brotliCompressSync} from 'node:zlib';

import {importFromBench, timed, type Engine} from './engine.ts';

interface MiniSearchLike {
  addAll: (documents: object[]) => void;
  search: (query: string) => {id: string}[];
}

/** MiniSearch as its documentation begins: prefixes and a little fuzziness. */
export const miniSearch: Engine = {
  label: 'MiniSearch 7.2.0',
  run: async ({index: {documents}, texts}, queries) => {
    const {default: MiniSearch} = await importFromBench<{
      default: new (options: object) => MiniSearchLike;
    }>('minisearch/dist/es/index.js');
    const search = new MiniSearch({
      fields: ['heading', 'page', 'text'],
      // What a list of results shows, as our index holds it too.
      storeFields: ['heading', 'page', 'text'],
      searchOptions: {prefix: true, fuzzy: 0.2},
    });
    search.addAll(
      documents.map(({url, heading, page}, number) => ({
        id: url,
        heading,
        page,
        text: texts[number],
      })),
    );
    return {
      ...timed(queries, (query) => search.search(query).map(({id}) => id)),
      indexBytes: brotliCompressSync(JSON.stringify(search)).length,
    };
  },
};
