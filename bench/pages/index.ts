import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
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

/**
 * Builds the same pages with our site and its peers, and measures the page with
 * the most diagrams in each, all in one run.
 * @returns false when our page loads Mermaid
 */
export async function benchPages(): Promise<boolean> {
  install(path.join(repositoryRoot, 'bench'));
  const candidates: Candidate[] = [
    {label: '꼬리물기', folder: ourBuild(), page: 'docs/virtualization/'},
    ...peers.map((peer) => ({label: peer.label, folder: buildPeer(peer), page: peer.page})),
  ];
  const measurements: Measurement[] = [];
  for (const candidate of candidates) {
    console.error(`잽니다: ${candidate.label}`);
    measurements.push(await measure(candidate));
  }
  console.log(table([header, ...measurements.map(row)]));
  const [ours] = measurements;
  const scripts = [...(ours?.weight.scripts ?? [])].sort(([, a], [, b]) => b - a);
  console.log('\n꼬리물기의 자바스크립트 (brotli, B)');
  console.log(table(scripts.map(([name, bytes]) => [name, String(bytes)])));
  const withMermaid = scripts.filter(([name]) => hasMermaid(candidates[0]?.folder ?? '', name));
  if (withMermaid.length > 0) {
    console.error(`우리 페이지가 Mermaid를 내려받습니다: ${withMermaid.map(([name]) => name).join(', ')}`);
  }
  return withMermaid.length === 0;
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

function hasMermaid(folder: string, script: string): boolean {
  return /mermaidAPI|langium/.test(readFileSync(path.join(folder, script), 'utf8'));
}
