import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

import {createSearch, type SearchEngine} from '../../lib/search/search.ts';
import type {BuiltIndex, Postings, SearchIndex} from '../../lib/search/searchIndex.ts';
import {searchIndexFile, searchPartFile, searchTextsFile} from '../../lib/search/searchIndexFile.ts';

/** What a version is searched by. */
export interface Corpus extends BuiltIndex {
  /** Of its documents, in their order. */
  texts: string[];
}

/** @throws Error when the built site in `folder` does not have the version */
export function readCorpus(folder: string, version: string): Corpus {
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown;
  if (!existsSync(path.join(folder, searchIndexFile(version)))) {
    throw new Error(
      `build/에 버전 ${version}의 검색 색인이 없습니다. 먼저 npm run build를 실행해 주세요.`,
    );
  }
  const index = read(searchIndexFile(version)) as SearchIndex;
  return {
    index,
    parts: Object.fromEntries(
      index.parts.map((part) => [part, read(searchPartFile(version, part)) as Postings]),
    ),
    texts: read(searchTextsFile(version)) as string[],
  };
}

/** The search of an index with all of its parts. */
export function wholeSearch({index, parts}: BuiltIndex): SearchEngine {
  const engine = createSearch(index);
  for (const [part, postings] of Object.entries(parts)) {
    engine.add(part, postings);
  }
  return engine;
}
