import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

import type {SearchIndex} from '../../lib/search/searchIndex.ts';
import {searchIndexFile, searchTextsFile} from '../../lib/search/searchIndexFile.ts';

/** What a version is searched by. */
export interface Corpus {
  index: SearchIndex;
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
  return {
    index: read(searchIndexFile(version)) as SearchIndex,
    texts: read(searchTextsFile(version)) as string[],
  };
}
