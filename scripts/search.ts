import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';

import {readBuiltSite, versionsOf} from '../outputs/builtSite.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {createSearch, type Search} from '../lib/search/search.ts';
import type {Postings, SearchIndex} from '../lib/search/searchIndex.ts';
import {searchIndexFile, searchPartFile, searchTextsFile} from '../lib/search/searchIndexFile.ts';
import {builtFolder, runCommand, versionNamed, WrongUse} from './command.ts';

const command = {
  usage:
    'npm run --silent search -- [--version 버전] [--limit 개수] [--json] "질의"  (또는 --stdin)',
  allowPositionals: true,
  options: {
    version: {type: 'string'},
    limit: {type: 'string', default: '10'},
    json: {type: 'boolean', default: false},
    stdin: {type: 'boolean', default: false},
  },
} as const;

/** `npm run search`: searches an existing `build/` as the site does. */
void runCommand(command, async ({values, positionals}) => {
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new Error(`--limit는 1 이상의 정수입니다: ${values.limit}`);
  }
  if (values.stdin ? positionals.length > 0 : positionals.length === 0) {
    throw new WrongUse();
  }
  const find = readSearch(values.version);
  if (values.stdin) {
    for await (const line of createInterface({input: process.stdin})) {
      console.log(JSON.stringify(resultsOf(find, line, limit)));
    }
    return;
  }
  const query = positionals.join(' ');
  if (values.json) {
    console.log(JSON.stringify(resultsOf(find, query, limit), null, 2));
    return;
  }
  print(find, query, limit);
});

/** @throws Error in Korean when the version or its index is not in `build/`, or is damaged */
function readSearch(wanted: string | undefined): Search {
  const folder = builtFolder();
  const indexOf = (name: string) => path.join(folder, searchIndexFile(name));
  // Reading all pages takes long: only where the name alone does not tell the version.
  const name =
    wanted !== undefined && existsSync(indexOf(wanted))
      ? wanted
      : versionNamed(wanted, versionsOf(readBuiltSite(folder))).name;
  const index = readJson(indexOf(name)) as SearchIndex;
  const {search: find, add} = createSearch(index);
  for (const part of index.parts) {
    add(part, readJson(path.join(folder, searchPartFile(name, part))) as Postings);
  }
  const texts = readJson(path.join(folder, searchTextsFile(name))) as string[];
  return (query, limit) => find(query, limit, texts);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(
      `${path.relative(repositoryRoot, file)}을 읽을 수 없습니다. npm run build를 다시 실행해 주세요.`,
      {cause},
    );
  }
}

function resultsOf(find: Search, query: string, limit: number) {
  return find(query, limit).results.map(({document, score, excerpt}, index) => ({
    rank: index + 1,
    score: Number(score.toFixed(4)),
    url: document.url,
    page: document.page,
    heading: document.heading,
    kind: document.kind,
    excerpt: excerpt?.text ?? '',
  }));
}

function print(find: Search, query: string, limit: number): void {
  const {readings} = find(query, limit);
  for (const {typed, meant} of readings) {
    console.log(`‘${typed}’ → ‘${meant}’ 검색 결과입니다.`);
  }
  const results = resultsOf(find, query, limit);
  for (const {rank, heading, page, url, excerpt} of results) {
    console.log(
      `${rank}. ${heading}${heading === page ? '' : ` · ${page}`}\n   ${url}\n   ${excerpt}`,
    );
  }
  if (results.length === 0) {
    console.log('찾은 것이 없습니다.');
  }
}
