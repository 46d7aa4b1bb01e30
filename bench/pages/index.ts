import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {launchBrowser} from '../../lib/node/browser.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {freePort} from '../freePort.ts';
import {install} from '../install.ts';
import {median, medianRun, runLighthouse, type LighthouseRun} from './lighthouse.ts';
import {buildPeer, peers} from './peers.ts';
import {serveForBench} from '../serve.ts';
import {table} from '../table.ts';
import {timeToDiagram, weigh, type Weight} from './weigh.ts';

/** A built site to measure. */
interface Candidate {
  label: string;
  folder: string;
  page: string;
}

interface Measurement {
  label: string;
  weight: Weight;
  lighthouse: LighthouseRun;
  diagram: number | undefined;
}

const lighthouseRuns = 5;
const diagramRuns = 3;

/** What our page may weigh, in bytes over the wire. */
const limits = {js: 15 * 1024, total: 150 * 1024};
/** What our scripts may cost beside the same page without any, in milliseconds. */
const cost = {tbt: 10, lcp: 50};
const ourPage = 'docs/virtualization/';

/**
 * Builds the same pages with our site and its peers, and measures the page with the most diagrams
 * in each, all in one run: also ours without its scripts, which is the least that it could cost.
 * @returns false when our page misses a bar
 */
export async function benchPages(): Promise<boolean> {
  install(path.join(repositoryRoot, 'bench'));
  const ours = ourBuild();
  const scriptless = withoutScripts(ours);
  const candidates: Candidate[] = [
    {label: '꼬리물기', folder: ours, page: ourPage},
    {label: '꼬리물기, 스크립트 없이', folder: scriptless, page: ourPage},
    ...peers.map((peer) => ({label: peer.label, folder: buildPeer(peer), page: peer.page})),
  ];
  const measurements: Measurement[] = [];
  for (const candidate of candidates) {
    console.error(`잽니다: ${candidate.label}`);
    measurements.push(await measure(candidate));
  }
  console.log(table([header, ...measurements.map(row)]));
  rmSync(scriptless, {recursive: true});
  const [own, limit] = measurements as [Measurement, Measurement];
  const scripts = [...own.weight.scripts].sort(([, one], [, other]) => other - one);
  console.log('\n꼬리물기의 자바스크립트 (전송, B)');
  console.log(table(scripts.map(([name, bytes]) => [name, String(bytes)])));
  const isLight = own.weight.js <= limits.js && own.weight.total <= limits.total;
  const isQuick =
    own.lighthouse.tbt <= limit.lighthouse.tbt + cost.tbt &&
    own.lighthouse.lcp <= limit.lighthouse.lcp + cost.lcp;
  console.log(`\n${isLight ? '지킴' : '어김'}  스크립트 15KB, 페이지 150KB까지`);
  console.log(`${isQuick ? '지킴' : '어김'}  스크립트 없는 같은 페이지보다 TBT 10ms, LCP 50ms까지`);
  return isLight && isQuick;
}

/** A copy of our site whose page has no script. */
function withoutScripts(build: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-bench-pages-'));
  cpSync(build, folder, {recursive: true});
  const file = path.join(folder, ourPage, 'index.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace(/<script\b[^>]*>.*?<\/script>/gs, ''));
  return folder;
}

function ourBuild(): string {
  const folder = path.join(repositoryRoot, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    spawnSync('npm', ['run', 'build'], {cwd: repositoryRoot, stdio: 'inherit'});
  }
  return folder;
}

async function measure({label, folder, page}: Candidate): Promise<Measurement> {
  const server = await serveForBench(folder);
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const address = server.origin + page;
  try {
    const weight = await weigh(browser, address);
    const times: number[] = [];
    for (let run = 0; run < diagramRuns; run += 1) {
      const time = await timeToDiagram(browser, address);
      if (time !== undefined) {
        times.push(time);
      }
    }
    const runs: LighthouseRun[] = [];
    for (let run = 0; run < lighthouseRuns; run += 1) {
      runs.push(await runLighthouse(address, port));
    }
    const diagram = times.length > 0 ? median(times) : undefined;
    return {label, weight, lighthouse: medianRun(runs), diagram};
  } finally {
    await browser.close();
    server.close();
  }
}

const header = [
  '',
  'HTML',
  'JS',
  'CSS',
  '글꼴',
  '합계 KB',
  '요청',
  'FCP ms',
  'LCP ms',
  'TBT ms',
  'CLS',
  '성능',
  '접근성',
  '권장',
  'SEO',
  '그림 ms',
];

function row({label, weight, lighthouse, diagram}: Measurement): string[] {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  const {html, js, css, fonts, total} = weight;
  const {fcp, lcp, tbt, cls, performance, accessibility, bestPractices, seo} = lighthouse;
  return [
    label,
    ...[html, js, css, fonts, total].map(kilobytes),
    String(weight.requests),
    ...[fcp, lcp, tbt].map((milliseconds) => milliseconds.toFixed(0)),
    cls.toFixed(3),
    ...[performance, accessibility, bestPractices, seo].map(String),
    diagram === undefined ? '없음' : diagram.toFixed(0),
  ];
}
