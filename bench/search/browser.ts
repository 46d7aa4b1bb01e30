import {readFileSync} from 'node:fs';
import path from 'node:path';

import type {Browser} from 'playwright-core';

import {launchBrowser} from '../../lib/node/browser.ts';
import {median} from '../pages/lighthouse.ts';
import {serveForBench} from '../serve.ts';

/** What a reader's browser spends on the search. Bytes are those over the wire (brotli). */
export interface BrowserCost {
  /** Of the search's index and code, before anything asks for the search. */
  bytesBefore: number;
  /** Of the scripts and the index that the first result waits for. */
  code: number;
  index: number;
  /** Milliseconds from the shortcut to the first result, processor four times slower. */
  firstResult: number;
}

interface Fetched {
  url: string;
  bytes: number;
}

const runs = 5;
const typed = '도커 데몬';

/** A property of the index that nothing but the search's code names; minifiers keep it. */
const markOfSearchCode = 'synonyms';

/** Opens the search of a built site and types a query, each time in a new browser context. */
export async function measureInBrowser(folder: string): Promise<BrowserCost> {
  const server = await serveForBench(folder);
  const browser = await launchBrowser();
  try {
    const costs: BrowserCost[] = [];
    for (let run = 0; run < runs; run += 1) {
      costs.push(await measureOnce(browser, server.origin, folder));
    }
    const largest = (field: keyof BrowserCost) => Math.max(...costs.map((cost) => cost[field]));
    return {
      bytesBefore: largest('bytesBefore'),
      code: largest('code'),
      index: largest('index'),
      firstResult: median(costs.map(({firstResult}) => firstResult)),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

async function measureOnce(browser: Browser, origin: string, folder: string): Promise<BrowserCost> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const addresses = new Map<string, string>();
  const fetched: Fetched[] = [];
  session.on('Network.responseReceived', ({requestId, response}) => {
    addresses.set(requestId, response.url);
  });
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    fetched.push({url: addresses.get(requestId) ?? '', bytes: encodedDataLength});
  });
  await session.send('Network.enable');
  // Timed in the page: the way to the test and back is no part of it.
  await page.addInitScript(`
    addEventListener('keydown', ({ctrlKey, key}) => {
      if (!ctrlKey || key.toLowerCase() !== 'k') {
        return;
      }
      const start = performance.now();
      new MutationObserver(() => {
        if (window.firstResult === undefined && document.querySelector('dialog[open] [role="option"]')) {
          window.firstResult = performance.now() - start;
        }
      }).observe(document, {subtree: true, childList: true, attributes: true});
    }, true);
  `);
  await page.goto(`${origin}docs/virtualization/`, {waitUntil: 'networkidle'});
  // Prefetches come when the browser is idle.
  await page.waitForTimeout(1000);
  const before = fetched.splice(0);
  await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] [role="combobox"]').pressSequentially(typed);
  const firstResult = await page.waitForFunction<number>('window.firstResult');
  const cost = {
    bytesBefore: sum(before, ({url}) => isOfSearch(url) || isSearchCode(url, folder)),
    code: sum(fetched, ({url}) => isScript(url)),
    index: sum(fetched, ({url}) => isIndex(url)),
    firstResult: await firstResult.jsonValue(),
  };
  await context.close();
  if (cost.bytesBefore === 0 && (cost.code === 0 || cost.index === 0)) {
    throw new Error(
      '검색을 열었는데도 코드나 색인을 내려받지 않았습니다. 이 측정부터 고쳐야 합니다.',
    );
  }
  return cost;
}

function sum(list: readonly Fetched[], isCounted: (entry: Fetched) => boolean): number {
  return list.filter(isCounted).reduce((total, {bytes}) => total + bytes, 0);
}

function isOfSearch(url: string): boolean {
  return /\/search\/.*\.json$/.test(url);
}

function isIndex(url: string): boolean {
  return url.endsWith('/index.json') && isOfSearch(url);
}

function isScript(url: string): boolean {
  return /\.m?js(\?|$)/.test(url);
}

function isSearchCode(url: string, folder: string): boolean {
  return (
    isScript(url) &&
    readFileSync(path.join(folder, new URL(url).pathname), 'utf8').includes(markOfSearchCode)
  );
}
