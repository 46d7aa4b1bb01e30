import {brotliCompressSync} from 'node:zlib';

import {importFromBench, timed, type Engine} from './engine.ts';

interface MiniSearchLike {
  addAll: (documents: object[]) => void;
  search: (query: string) => {id: string}[];
}

/** MiniSearch as its documentation begins: prefixes and a little fuzziness. */
export const miniSearch: Engine = {
  label: 'MiniSearch 7.2.0',
  run: (corpus, queries) => run(corpus, queries, {searchOptions: {prefix: true, fuzzy: 0.2}}),
};

/**
 * BM25 over pairs of syllables, the usual way to search Korean without a morphological analyzer
 * (Elasticsearch's CJK analyzer); words of other letters are whole.
 */
export const bigrams: Engine = {
  label: '두 글자씩 BM25',
  run: (corpus, queries) => run(corpus, queries, {tokenize: pairsOf}),
};

function pairsOf(text: string): string[] {
  return (text.toLowerCase().match(/[가-힣]+|[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    /[가-힣]/.test(word) && word.length > 2
      ? [...word].slice(1).map((letter, index) => (word[index] ?? '') + letter)
      : [word],
  );
}

const run = async (
  {index: {documents}, texts}: Parameters<Engine['run']>[0],
  queries: readonly string[],
  options: object,
): ReturnType<Engine['run']> => {
  const {default: MiniSearch} = await importFromBench<{
    default: new (options: object) => MiniSearchLike;
  }>('minisearch/dist/es/index.js');
  const search = new MiniSearch({
    fields: ['heading', 'page', 'text'],
    // What a list of results shows, as our index holds it too.
    storeFields: ['heading', 'page', 'text'],
    ...options,
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
};
