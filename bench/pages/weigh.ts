import type {Browser, CDPSession} from 'playwright-core';

/** What a first visit fetches, in bytes over the wire. */
export interface Weight {
  html: number;
  js: number;
  css: number;
  fonts: number;
  total: number;
  requests: number;
  /** Bytes of each script by its path. */
  scripts: Map<string, number>;
}

const phone = {
  viewport: {width: 412, height: 915},
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Visits a page with an empty cache and adds up what it fetches. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, {type: string; url: string}>();
  const weight: Weight = {
    html: 0,
    js: 0,
    css: 0,
    fonts: 0,
    total: 0,
    requests: 0,
    scripts: new Map(),
  };
  session.on('Network.responseReceived', ({requestId, type, response}) => {
    types.set(requestId, {type, url: response.url});
  });
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    const seen = types.get(requestId);
    if (!seen || seen.url.startsWith('data:')) {
      return;
    }
    weight.total += encodedDataLength;
    weight.requests += 1;
    if (seen.type === 'Document') {
      weight.html += encodedDataLength;
    } else if (/\.m?js(\?|$)/.test(seen.url)) {
      weight.js += encodedDataLength;
      weight.scripts.set(new URL(seen.url).pathname, encodedDataLength);
    } else if (seen.type === 'Stylesheet') {
      weight.css += encodedDataLength;
    } else if (seen.type === 'Font') {
      weight.fonts += encodedDataLength;
    }
  });
  await page.goto(address, {waitUntil: 'networkidle'});
  await context.close();
  return weight;
}

/**
 * Milliseconds until the page shows its first diagram, on a slow phone.
 * @returns undefined when none appears within a minute
 */
export async function timeToDiagram(
  browser: Browser,
  address: string,
): Promise<number | undefined> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await throttle(await context.newCDPSession(page));
  await page.addInitScript(`
    const look = () => {
      const drawn = [...document.querySelectorAll('main svg')].some((svg) => {
        const {width, height} = svg.getBoundingClientRect();
        return width > 150 && height > 150 && svg.querySelector('text, foreignObject');
      });
      if (drawn) {
        window.diagramTime = performance.now();
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  `);
  try {
    await page.goto(address, {waitUntil: 'commit'});
    const handle = await page.waitForFunction('window.diagramTime', undefined, {timeout: 60_000});
    return (await handle.jsonValue()) as number;
  } catch {
    return undefined;
  } finally {
    await context.close();
  }
}

/** Lighthouse's slow 4G, and a processor four times slower. */
async function throttle(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
}
