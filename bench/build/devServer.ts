import {spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';

import type {Browser, Page} from 'playwright-core';

import {freePort} from '../freePort.ts';
import {median} from '../pages/lighthouse.ts';

/** A change as an author makes it. */
export interface Edit {
  label: string;
  /** From the root of the site. */
  file: string;
  /** What is replaced. */
  from: string;
  /** What is written instead, with a mark that is new each time. */
  to: (mark: string) => string;
  /** Selects what shows the mark in the end. */
  shownIn: string;
}

/** What somebody who writes waits for, in seconds. */
export interface DevServerTimes {
  firstPage: number;
  /** By label: from saving a file to the page that shows it. */
  edits: Map<string, number>;
}

const markStem = '재는글자';
const runsPerEdit = 3;
const patience = 600_000;

/** Runs `docusaurus start` in a site, opens a page, and makes some edits, which it takes back in the end. */
export async function measureDevServer(
  browser: Browser,
  site: string,
  address: string,
  edits: readonly Edit[],
): Promise<DevServerTimes> {
  const port = await freePort();
  const start = performance.now();
  const server = startServer(site, port);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await server.until(isAnswering(port));
    await server.until(page.goto(`http://localhost:${port}/${address}`));
    await server.until(page.waitForSelector('article h1'));
    const firstPage = secondsSince(start);
    const times: DevServerTimes['edits'] = new Map();
    for (const edit of edits) {
      times.set(edit.label, await server.until(timeOfEdit(page, site, edit)));
    }
    return {firstPage, edits: times};
  } finally {
    await context.close();
    await server.stop();
  }
}

function startServer(site: string, port: number) {
  // What `npm start` runs, without npm in between, which would not pass on the signal to end.
  const docusaurus = path.join('node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');
  const child = spawn(process.execPath, [docusaurus, 'start', '--no-open', `--port=${port}`], {
    cwd: site,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const failed = closed.then((): never => {
    throw new Error(`개발 서버가 끝나 버렸습니다.\n${output.slice(-2000)}`);
  });
  failed.catch(() => undefined);
  return {
    until: <Value>(work: Promise<Value>): Promise<Value> => Promise.race([work, failed]),
    stop: async () => {
      child.kill();
      await closed;
    },
  };
}

async function isAnswering(port: number): Promise<void> {
  for (;;) {
    try {
      await fetch(`http://localhost:${port}/`);
      return;
    } catch {
      await wait(50);
    }
  }
}

async function timeOfEdit(page: Page, site: string, edit: Edit): Promise<number> {
  const {label, from, to, shownIn} = edit;
  const file = path.join(site, edit.file);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) {
    throw new Error(`${edit.file}에 "${from}"이 없습니다. bench/build의 ${label} 편집을 고쳐 주세요.`);
  }
  const times: number[] = [];
  for (let run = 1; run <= runsPerEdit; run += 1) {
    const mark = `${markStem}${run}`;
    const start = performance.now();
    writeFileSync(file, text.replace(from, to(mark)));
    await page.waitForFunction(isShown, {selector: shownIn, mark});
    times.push(secondsSince(start));
  }
  writeFileSync(file, text);
  // The next edit begins when nothing is left to do.
  await page.waitForFunction(isGone, {selector: shownIn, mark: markStem});
  return median(times);
}

/** These run in the page. */
function isShown({selector, mark}: {selector: string; mark: string}): boolean {
  return [...document.querySelectorAll(selector)].some(({outerHTML}) => outerHTML.includes(mark));
}

function isGone({selector, mark}: {selector: string; mark: string}): boolean {
  return [...document.querySelectorAll(selector)].every(({outerHTML}) => !outerHTML.includes(mark));
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
