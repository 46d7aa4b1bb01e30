import {readFileSync} from 'node:fs';
import path from 'node:path';

import {parse} from 'yaml';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {install} from '../install.ts';
import {table} from '../table.ts';
import {measureInBrowser, type BrowserCost} from './browser.ts';
import {corpusOf, readCorpus, readSections, sectionOf, type Corpus} from './corpus.ts';
import {easyops} from './easyops.ts';
import {percentile, type Engine} from './engine.ts';
import {bigrams, miniSearch} from './miniSearch.ts';
import {ours} from './ours.ts';
import {pagefind} from './pagefind.ts';
import {measureScale, type Scale} from './scale.ts';
import {score, type Query, type Score} from './score.ts';
import {syntheticCorpus} from './syntheticCorpus.ts';

/** Ours first: the others are compared with it. */
const engines = [ours, miniSearch, bigrams, pagefind, easyops];
/** Those that search any sections: easyops' plugin has pages of its own. */
const enginesOfSections = [miniSearch, bigrams, pagefind];

/** Sets of queries of the version that readers land on. Only the first may be looked into to tune. */
const setsOfLatest = [
  {label: '3.0, 조정용 절반', file: 'queries-3.0-tuning.yaml'},
  {label: '3.0, 남겨 둔 절반', file: 'queries-3.0-held-out.yaml'},
];

/** What score.ts calls the queries of all kinds together. */
const all = '모두';

const typedQueries = 60;
const syntheticPages = 2000;

const leastRecallAt5 = 0.9;
const mostIndexBytes = 100 * 1024;
const mostCodeBytes = 25 * 1024;

/** What an engine made of the queries. */
interface Rating {
  label: string;
  byKind: Map<string, Score>;
  wronglyAnswered: number;
  indexBytes: number;
  p95: number | undefined;
}

/**
 * Rates the search of version 1.0 and others on the same sections with the public
 * queries, rates that of 3.0, and measures what ours costs, here and on a large site.
 * @returns false when ours finds too little, weighs too much, or loads before it is wanted
 */
export async function benchSearch(): Promise<boolean> {
  const folder = path.join(repositoryRoot, 'build');
  const corpus = readCorpus(folder, '1.0');
  const latest = readCorpus(folder, '3.0');
  install(path.join(repositoryRoot, 'bench'));
  const queries = readQueries('queries.yaml');

  const ratings: Rating[] = [];
  for (const engine of engines) {
    console.error(`잽니다: ${engine.label}`);
    ratings.push(await rate(engine, corpus, queries));
  }
  console.log(`버전 1.0, 절 ${corpus.texts.length}개, 질의 ${queries.length}개`);
  console.log(table([ratingHeader, ...ratings.map((rating) => ratingRow(rating, queries))]));
  const {withoutAlsoAsked, withoutConcepts, withAskedTexts} = variantsOf(latest, folder);
  for (const {label, file} of setsOfLatest) {
    const set = readQueries(file);
    console.error(`잽니다: ${label}`);
    const rows = [
      await rate(ours, latest, set),
      {...(await rate(ours, latest, relabelled(set))), label: '꼬리물기, 두 번째로 단 정답'},
      {...(await rate(ours, withoutAlsoAsked, set)), label: '꼬리물기, 다르게 물은 말 없이'},
      {...(await rate(ours, withoutConcepts, set)), label: '꼬리물기, 용어와 비슷한 말 없이'},
    ];
    for (const engine of enginesOfSections) {
      const own = await rate(engine, withAskedTexts, set);
      rows.push({...own, label: `${engine.label}, 다르게 물은 말까지`});
    }
    console.log(`\n버전 ${label}, 절 ${latest.texts.length}개, 질의 ${set.length}개`);
    console.log(table([ratingHeader, ...rows.map((row) => ratingRow(row, set))]));
    console.log(agreement(set));
  }
  const byKind = ratings[0]?.byKind ?? new Map<string, Score>();
  console.log('\n꼬리물기, 버전 1.0, 질의의 종류마다');
  const kinds = [...byKind].sort(([a], [b]) => Number(a === all) - Number(b === all));
  console.log(table([kindHeader, ...kinds.map(([kind, sum]) => kindRow(kind, sum))]));

  const every = Math.max(1, Math.floor(queries.length / typedQueries));
  const typed = queries.filter((_, number) => number % every === 0).slice(0, typedQueries);
  const scaleOf = (measured: Corpus) =>
    measureScale(
      measured,
      typed.map(({query}) => query),
    );
  console.error('잽니다: 규모');
  console.log(`\n꼬리물기, 질의 ${typed.length}개를 한 글자씩 칠 때 (Node)`);
  const large = syntheticCorpus(corpus, syntheticPages);
  console.log(
    table([
      scaleHeader,
      scaleRow('버전 1.0', scaleOf(corpus)),
      scaleRow('버전 3.0', scaleOf(latest)),
      scaleRow(`글 ${syntheticPages}개`, scaleOf(large)),
    ]),
  );

  console.error('잽니다: 브라우저');
  const cost = await measureInBrowser(folder);
  console.log('\n꼬리물기, 브라우저에서 (처리 속도 1/4, 5번의 가운뎃값)');
  console.log(
    table([
      ['첫 결과 ms', '코드 KB', '색인 KB', '열기 전 B'],
      [
        cost.firstResult.toFixed(0),
        kilobytes(cost.code),
        kilobytes(cost.index),
        String(cost.bytesBefore),
      ],
    ]),
  );

  const faults = faultsOf(byKind.get(all)?.recallAt5 ?? 0, cost);
  faults.forEach((fault) => console.error(fault));
  return faults.length === 0;
}

/** With what another expects. */
const relabelled = (queries: readonly Query[]) =>
  queries.map((query) => ({...query, expect: query.again ?? query.expect}));

/** How far the two who labelled the queries agree. */
function agreement(queries: readonly Query[]): string {
  const same = queries.filter(({again}) => again === undefined);
  const shared = queries.filter(
    ({expect, again = expect}) =>
      again.some((section) => expect.includes(section)) || again.length + expect.length === 0,
  );
  return (
    `두 번 따로 단 정답: 질의 ${queries.length}개 가운데 같은 절을 하나라도 고른 것 ${shared.length}개, ` +
    `모두 같은 것 ${same.length}개`
  );
}

/** What a version is without a part of what ours knows, and what others need to know as much. */
function variantsOf(corpus: Corpus, folder: string) {
  const {version, concepts, synonyms} = corpus.index;
  const sections = readSections(folder, version);
  const vocabulary = {concepts, synonyms};
  const unasked = sections.map((section) => ({...section, alsoAsked: []}));
  return {
    withoutAlsoAsked: corpusOf(version, unasked, vocabulary),
    withoutConcepts: corpusOf(version, sections, {concepts: [], synonyms: []}),
    withAskedTexts: {
      ...corpus,
      texts: sections.map(({text, alsoAsked}) => [text, ...alsoAsked].join(' ')),
    },
  };
}

function readQueries(file: string): Query[] {
  return parse(readFileSync(path.join(repositoryRoot, 'bench/search', file), 'utf8')) as Query[];
}

async function rate(engine: Engine, corpus: Corpus, queries: Query[]): Promise<Rating> {
  const {answers, indexBytes, times} = await engine.run(
    corpus,
    queries.map(({query}) => query),
  );
  const byQuery = new Map(queries.map(({query}, number) => [query, answers[number] ?? []]));
  const {byKind, falsePositives} = score(queries, (query) =>
    (byQuery.get(query) ?? []).map(sectionOf),
  );
  return {
    label: engine.label,
    byKind,
    wronglyAnswered: falsePositives.length,
    indexBytes,
    p95: times && percentile(times, 0.95),
  };
}

function faultsOf(recallAt5: number, cost: BrowserCost): string[] {
  return [
    ...(recallAt5 < leastRecallAt5
      ? [`R@5가 ${percent(recallAt5)}%로, ${percent(leastRecallAt5)}%보다 낮습니다.`]
      : []),
    ...(cost.code > mostCodeBytes
      ? [`검색 코드가 ${kilobytes(cost.code)} KB로, ${kilobytes(mostCodeBytes)} KB를 넘습니다.`]
      : []),
    ...(cost.index > mostIndexBytes
      ? [`색인이 ${kilobytes(cost.index)} KB로, ${kilobytes(mostIndexBytes)} KB를 넘습니다.`]
      : []),
    ...(cost.bytesBefore > 0 ? [`검색을 열기 전에 ${cost.bytesBefore} B를 내려받습니다.`] : []),
  ];
}

const ratingHeader = ['', 'R@1', 'R@5', 'MRR', 'R@1의 95% 구간', '없는 것에 답함', '색인 KB', 'p95 ms'];

function ratingRow(rating: Rating, queries: readonly Query[]): string[] {
  const unanswerable = queries.filter(({expect}) => expect.length === 0).length;
  const {label, byKind, wronglyAnswered, indexBytes, p95} = rating;
  return [
    label,
    ...figures(byKind.get(all)),
    interval(byKind.get(all)),
    `${wronglyAnswered}/${unanswerable}`,
    kilobytes(indexBytes),
    p95?.toFixed(2) ?? '–',
  ];
}

const kindHeader = ['', '수', 'R@1', 'R@5', 'MRR'];

function kindRow(kind: string, sum: Score): string[] {
  return [kind, String(sum.count), ...figures(sum)];
}

const scaleHeader = [
  '',
  '절',
  '낱말',
  '색인 KB',
  '첫 낱말까지 KB',
  '온 질의까지 KB',
  '준비 ms',
  '첫 글자 ms',
  '글자마다 p95 ms',
  '가장 느린 글자 ms',
];

function scaleRow(label: string, scale: Scale): string[] {
  return [
    label,
    String(scale.sections),
    String(scale.terms),
    kilobytes(scale.bytes),
    kilobytes(scale.firstBytes),
    kilobytes(scale.wholeBytes),
    scale.load.toFixed(0),
    ...[scale.first, scale.p95, scale.slowest].map((time) => time.toFixed(1)),
  ];
}

function figures(sum: Score | undefined): string[] {
  return sum ? [sum.recallAt1, sum.recallAt5, sum.mrr].map(percent) : ['–', '–', '–'];
}

/** Of R@1, 95 in 100 (Wilson 1927). */
function interval(sum: Score | undefined): string {
  if (!sum) {
    return '–';
  }
  const {count, recallAt1: share} = sum;
  const z = 1.96;
  const middle = share + z ** 2 / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const whole = 1 + z ** 2 / count;
  return `${percent((middle - half) / whole)}–${percent((middle + half) / whole)}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
