import {readFileSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';

import {parse} from 'yaml';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {createSearch} from '../../lib/search/search.ts';
import type {SearchIndex} from '../../lib/search/searchIndex.ts';
import {searchIndexFile} from '../../lib/search/searchIndexFile.ts';
import {install} from '../pages/install.ts';
import {table} from '../pages/table.ts';
import {measureInBrowser} from './browser.ts';
import {engines} from './engines.ts';
import {score, type Query, type Score} from './score.ts';
import {syntheticIndex} from './syntheticIndex.ts';

const syntheticPages = 2000;
const mostIndexBytes = 100 * 1024;
const mostCodeBytes = 25 * 1024;

/**
 * Rates the search of version 1.0 and others on the same sections with the public
 * queries, and measures what ours costs, here and on a large site.
 * @returns false when ours is heavier than it may be, or loads before it is wanted
 */
export async function benchSearch(): Promise<boolean> {
  install(path.join(repositoryRoot, 'bench'));
  const folder = path.join(repositoryRoot, 'build');
  const index = JSON.parse(
    readFileSync(path.join(folder, searchIndexFile('1.0')), 'utf8'),
  ) as SearchIndex;
  const queries = parse(
    readFileSync(path.join(repositoryRoot, 'bench/search/queries.yaml'), 'utf8'),
  ) as Query[];

  const rows: string[][] = [['', 'R@1', 'R@5', 'MRR', '없는 것에 답함']];
  let ofOurs: Map<string, Score> | undefined;
  for (const [name, prepare] of engines) {
    const answers = await prepare(index)(queries.map(({query}) => query));
    const byQuery = new Map(queries.map(({query}, number) => [query, answers[number] ?? []]));
    const {byKind, falsePositives} = score(queries, (query) =>
      (byQuery.get(query) ?? []).map(sectionOf),
    );
    ofOurs ??= byKind;
    const none = queries.filter(({expect}) => expect.length === 0).length;
    rows.push([name, ...figures(byKind.get('모두')), `${falsePositives.length}/${none}`]);
  }
  console.log(table(rows));
  const kinds = [...(ofOurs ?? [])].map(([kind, sum]) => [kind, String(sum.count), ...figures(sum)]);
  console.log(`\n꼬리물기, 질의의 종류마다\n${table([['', '수', 'R@1', 'R@5', 'MRR'], ...kinds])}`);

  const typed = queries.slice(0, 200).map(({query}) => query);
  const synthetic = syntheticIndex(index, syntheticPages);
  console.log(
    `\n${table([
      ['', '절', '색인 KB', '준비 ms', '한 글자마다 p95 ms'],
      ['버전 1.0', ...scale(index, typed)],
      [`글 ${syntheticPages}개`, ...scale(synthetic, typed)],
    ])}`,
  );
  const cost = await measureInBrowser(folder);
  console.log(
    `\n브라우저(처리 속도 1/4): 첫 결과 ${cost.firstResult.toFixed(0)} ms, 코드 ${kilobytes(cost.code)} KB, 색인 ${kilobytes(cost.index)} KB, 열기 전 ${cost.bytesBefore} B`,
  );
  return cost.bytesBefore === 0 && cost.code <= mostCodeBytes && cost.index <= mostIndexBytes;
}

/** `/docs/virtualization/#hypervisor` → `virtualization#hypervisor`. */
function sectionOf(url: string): string {
  return url.replace(/^.*?\/docs\//, '').replace(/\/(?=#|$)/, '');
}

function figures(sum: Score | undefined): string[] {
  return sum
    ? [sum.recallAt1, sum.recallAt5, sum.mrr].map((share) => (share * 100).toFixed(1))
    : ['–', '–', '–'];
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function scale(index: SearchIndex, queries: readonly string[]): string[] {
  const start = performance.now();
  const search = createSearch(index);
  search('준비');
  const ready = performance.now() - start;
  const times: number[] = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end += 1) {
      const before = performance.now();
      search(query.slice(0, end));
      times.push(performance.now() - before);
    }
  }
  times.sort((a, b) => a - b);
  return [
    String(index.documents.length),
    kilobytes(brotliCompressSync(JSON.stringify(index)).length),
    ready.toFixed(0),
    (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(1),
  ];
}
