import {launchBrowser} from '../../lib/node/browser.ts';
import {median} from '../pages/lighthouse.ts';
import {serveForBench} from '../pages/serve.ts';

/** What a reader's browser spends on the search. */
export interface BrowserCost {
  /** Bytes over the wire (brotli). */
  bytesBefore: number;
  code: number;
  index: number;
  /** Milliseconds from the shortcut to the first result, processor four times slower. */
  firstResult: number;
}

const runs = 5;

/** Opens the search of a built site and types a query, each time in a new browser context. */
export async function measureInBrowser(folder: string): Promise<BrowserCost> {
  const server = await serveForBench(folder);
  const browser = await launchBrowser();
  const times: number[] = [];
  let cost = {bytesBefore: 0, code: 0, index: 0};
  try {
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const addresses = new Map<string, string>();
      const fetched: {url: string; bytes: number}[] = [];
      session.on('Network.responseReceived', ({requestId, response}) => {
        addresses.set(requestId, response.url);
      });
      session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
        fetched.push({url: addresses.get(requestId) ?? '', bytes: encodedDataLength});
      });
      await session.send('Network.enable');
      await page.goto(`${server.origin}docs/virtualization/`, {waitUntil: 'networkidle'});
      await page.waitForTimeout(500);
      const before = fetched.splice(0);
      await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
      const start = performance.now();
      await page.keyboard.press('Control+k');
      await page.locator('dialog[open] [role="combobox"]').pressSequentially('도커 데몬');
      await page.locator('dialog[open] [role="option"]').first().waitFor();
      times.push(performance.now() - start);
      const sum = (list: typeof fetched, pattern: RegExp) =>
        list.filter(({url}) => pattern.test(url)).reduce((total, {bytes}) => total + bytes, 0);
      cost = {
        bytesBefore: sum(before, /\/search\//),
        code: sum(fetched, /\.js$/),
        index: sum(fetched, /\/search\/.*\.json$/),
      };
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return {...cost, firstResult: median(times)};
}
