import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {launchBrowser} from '../../lib/node/browser.ts';
import {measure, type Run} from '../measure.ts';
import {table} from '../table.ts';
import {barsOfBuilds, barsOfDevServer, verdictOf} from './bars.ts';
import type {Comparison, DevServerComparison} from './comparison.ts';
import {measureDevServer, type Edit} from './devServer.ts';
import {copyOurs, copyPlain, leaveOutBooks, ownPageCount} from './sites.ts';

/** A page of the working version with a diagram, a table and explained terms. */
const editedPage = 'containers/cgroups';

/** What plain Docusaurus has too. */
const commonEdits: Edit[] = [
  {
    label: '글',
    file: `docs/${editedPage}.md`,
    from: '아래쪽에서 풀 수 없습니다',
    to: (mark) => `아래쪽에서 ${mark} 풀 수 없습니다`,
    shownIn: 'article p',
  },
  {
    label: '다이어그램',
    file: `docs/${editedPage}.md`,
    from: 'P1["프로세스"]',
    to: (mark) => `P1["${mark}"]`,
    shownIn: 'article svg',
  },
];

const glossaryEdit: Edit = {
  label: '용어집',
  file: 'data/glossary.yaml',
  from: '다시 설계한 cgroup입니다',
  to: (mark) => `다시 설계한 ${mark} cgroup입니다`,
  shownIn: 'article [role="tooltip"]',
};

/**
 * Builds this site, and this site with pages added up to each of the sizes, with us and with plain
 * Docusaurus in turns; then runs `npm start` of both. Each site is a fresh copy: its first build
 * finds no cache, its second finds nothing changed.
 * @param sizes numbers of pages, from small to large
 * @returns false when we miss a bar
 */
export async function benchBuild(sizes: readonly number[]): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-bench-build-'));
  try {
    const comparisons = await compareOwnSite(path.join(folder, 'own'));
    for (const size of sizes.filter((count) => count > ownPageCount())) {
      comparisons.push(...(await compareGrownSite(path.join(folder, String(size)), size)));
    }
    const devServer = await compareDevServers(path.join(folder, 'start'));
    console.log(table([header, ...comparisons.map(cells)]));
    console.log(`\n${table(devServerRows(devServer))}`);
    const bars = [...barsOfBuilds(comparisons, ownPageCount()), ...barsOfDevServer(devServer)];
    console.log(`\n${bars.map(verdictOf).join('\n')}`);
    return bars.every(({value, limit}) => value === undefined || value <= limit);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

async function compareOwnSite(folder: string): Promise<Comparison[]> {
  const ours = path.join(folder, 'ours');
  const withBooks = path.join(folder, 'with-books');
  const plain = path.join(folder, 'plain');
  copyOurs(withBooks);
  copyOurs(ours);
  leaveOutBooks(ours);
  copyPlain(ours, plain);
  const pageCount = ownPageCount();
  const comparisons: Comparison[] = [];
  for (const isCached of [false, true]) {
    const runs = {
      ours: await build(ours, '꼬리물기, 책 없이', pageCount, isCached),
      plain: await build(plain, 'Docusaurus', pageCount, isCached),
    };
    comparisons.push(
      {pageCount, hasBooks: false, isCached, ...runs},
      {
        pageCount,
        hasBooks: true,
        isCached,
        ...runs,
        ours: await build(withBooks, '꼬리물기', pageCount, isCached),
      },
    );
  }
  rmSync(folder, {recursive: true});
  return comparisons;
}

/** Without the books: those of the released versions stay what they are, however large the next one grows. */
async function compareGrownSite(folder: string, pageCount: number): Promise<Comparison[]> {
  const ours = path.join(folder, 'ours');
  const plain = path.join(folder, 'plain');
  copyOurs(ours, pageCount);
  leaveOutBooks(ours);
  copyPlain(ours, plain);
  const comparisons: Comparison[] = [];
  for (const isCached of [false, true]) {
    comparisons.push({
      pageCount,
      hasBooks: false,
      isCached,
      ours: await build(ours, '꼬리물기, 책 없이', pageCount, isCached),
      plain: await build(plain, 'Docusaurus', pageCount, isCached),
    });
  }
  rmSync(folder, {recursive: true});
  return comparisons;
}

async function build(
  site: string,
  label: string,
  pageCount: number,
  isCached: boolean,
): Promise<Run> {
  say(`글 ${pageCount}개, ${label}, ${cacheLabel(isCached)}`);
  return measure('npm', ['run', '--silent', 'build'], site);
}

async function compareDevServers(folder: string): Promise<DevServerComparison> {
  const ours = path.join(folder, 'ours');
  const plain = path.join(folder, 'plain');
  copyOurs(ours);
  copyPlain(ours, plain);
  const browser = await launchBrowser();
  const start = (site: string, label: string, isCached: boolean, edits: Edit[]) => {
    say(`npm start, ${label}, ${cacheLabel(isCached)}`);
    return measureDevServer(browser, site, `docs/next/${editedPage}/`, edits);
  };
  try {
    return {
      ours: await start(ours, '꼬리물기', false, [...commonEdits, glossaryEdit]),
      plain: await start(plain, 'Docusaurus', false, commonEdits),
      oursCached: await start(ours, '꼬리물기', true, []),
      plainCached: await start(plain, 'Docusaurus', true, []),
    };
  } finally {
    await browser.close();
  }
}

const header = [
  '빌드',
  '초',
  'Docusaurus',
  '배',
  'CPU 초',
  'Docusaurus',
  '배',
  '메모리 MB',
  'Docusaurus',
  '배',
];

function cells({pageCount, hasBooks, isCached, ours, plain}: Comparison): string[] {
  const label = `글 ${pageCount}개, ${hasBooks ? '책까지' : '책 없이'}, ${cacheLabel(isCached)}`;
  const compared = (key: keyof Run, digits: number) => [
    ours[key].toFixed(digits),
    plain[key].toFixed(digits),
    (ours[key] / plain[key]).toFixed(2),
  ];
  return [label, ...compared('seconds', 1), ...compared('cpuSeconds', 1), ...compared('megabytes', 0)];
}

function devServerRows({ours, plain, oursCached, plainCached}: DevServerComparison): string[][] {
  const row = (label: string, our: number, their: number | undefined) => [
    label,
    our.toFixed(1),
    their?.toFixed(1) ?? '없음',
    their === undefined ? '' : (our / their).toFixed(2),
  ];
  return [
    ['npm start', '초', 'Docusaurus', '배'],
    row('첫 페이지, 캐시 없음', ours.firstPage, plain.firstPage),
    row('첫 페이지, 캐시 있음', oursCached.firstPage, plainCached.firstPage),
    ...[...ours.edits].map(([label, seconds]) =>
      row(`${label} 편집에서 화면까지`, seconds, plain.edits.get(label)),
    ),
  ];
}

function cacheLabel(isCached: boolean): string {
  return isCached ? '캐시 있음' : '캐시 없음';
}

function say(what: string): void {
  console.error(`잽니다: ${what}`);
}
