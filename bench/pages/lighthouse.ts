import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

/** One Lighthouse run: scores from 0 to 100, times in milliseconds. */
export interface LighthouseRun {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  fcp: number;
  lcp: number;
  tbt: number;
  cls: number;
}

interface LighthouseResult {
  lhr: {
    categories: Record<string, {score: number | null}>;
    audits: Record<string, {numericValue?: number}>;
  };
}

type Lighthouse = (address: string, flags: object) => Promise<LighthouseResult>;

/** Runs Lighthouse's default mobile profile against a browser that listens on `port`. */
export async function runLighthouse(address: string, port: number): Promise<LighthouseRun> {
  // Installed apart, in bench/: the site itself never needs it.
  const require = createRequire(path.join(repositoryRoot, 'bench/package.json'));
  const entry = pathToFileURL(require.resolve('lighthouse')).href;
  const {default: lighthouse} = (await import(entry)) as {default: Lighthouse};
  const {lhr} = await lighthouse(address, {port, logLevel: 'silent', output: 'json'});
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
  };
}

/** The middle value of each field. */
export function medianRun(runs: readonly LighthouseRun[]): LighthouseRun {
  const [first] = runs;
  if (!first) {
    throw new Error('Lighthouse를 한 번도 돌리지 못했습니다.');
  }
  const fields = Object.keys(first) as (keyof LighthouseRun)[];
  return Object.fromEntries(
    fields.map((field) => [field, median(runs.map((run) => run[field]))]),
  ) as unknown as LighthouseRun;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
