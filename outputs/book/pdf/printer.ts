import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

import {chromium, type Route} from 'playwright-core';

import {launchBrowserServer} from '../../../lib/node/browser.ts';
import {faces} from '../../../lib/node/typeface.ts';
import {fitPages, numberPages, writePageNumbers} from './layOut.ts';

/** Never asked of any network: every request is answered from disk. */
const origin = 'http://book.invalid/';

/**
 * Address that a link has in print instead of `#target`: with its own id, if links lead
 * to it. Chromium looks on every page for the target of every `#`, which for a book of
 * two hundred pages takes as long as printing them, and for ten times the pages a
 * hundred times as long.
 */
export const printedLink = /^http:\/\/book\.invalid\/([^/]*)\/(.+)$/;

const require = createRequire(import.meta.url);
/**
 * Static fonts with TrueType outlines only: Chromium turns variable and CFF fonts
 * into Type 3. WOFF2, since the bytes go to the browser through a pipe.
 */
const fonts: Record<string, string> = {
  ...Object.fromEntries(faces.map(({woff2}) => [path.basename(woff2), woff2])),
  'd2coding-full.woff2': require.resolve('d2coding/fonts/d2coding-full.woff2'),
  'd2coding-bold-full.woff2': require.resolve('d2coding/fonts/d2coding-bold-full.woff2'),
};

const emojiFolder = path.join(
  path.dirname(require.resolve('@fontsource/noto-emoji/400.css')),
  'files',
);

/** A document in Chromium. */
export interface Printer {
  /** Fits its drawings to the pages, and tells on which page each place will be. */
  layOut: () => Promise<Map<string, number>>;
  /** The whole document with tags; wherever it names a page, the number is that of the id. */
  print: (pageNumbers: ReadonlyMap<string, number>) => Promise<Uint8Array>;
}

/** The browser was there, and is gone: another one may do. */
export class BrowserGone extends Error {}

interface Options {
  /** The built site: where the pictures are. */
  folder: string;
  /** Milliseconds that all of it may take. */
  patience: number;
}

/**
 * Opens the document in a browser of its own, for as long as `use` runs.
 * @throws Error in Korean when there is no browser, or it crashes or hangs
 */
export async function withPrinter<T>(
  html: string,
  {folder, patience}: Options,
  use: (printer: Printer) => Promise<T>,
): Promise<T> {
  const server = await launchBrowserServer();
  let isLate = false;
  // Kills, here and at the end: a browser that hangs does not close.
  const timer = setTimeout(() => {
    isLate = true;
    void server.kill();
  }, patience);
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    // What esbuild writes around functions in functions, which run in the page.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.route('**/*', (route) => answer(route, html, folder));
    await page.goto(origin);
    await page.evaluate(loadFonts);
    await page.evaluate(linkByAddress, origin);
    return await use({
      async layOut() {
        await page.evaluate(fitPages);
        let numbers: Record<string, number> = {};
        // Numbers that are written make lists of them longer, and move what follows.
        for (let round = 0; round < 3; round += 1) {
          numbers = await page.evaluate(numberPages);
          await page.evaluate(writePageNumbers, numbers);
        }
        return new Map(Object.entries(numbers));
      },
      async print(pageNumbers) {
        await page.evaluate(writePageNumbers, Object.fromEntries(pageNumbers));
        return page.pdf({tagged: true, preferCSSPageSize: true, printBackground: true});
      },
    });
  } catch (cause) {
    if (isLate) {
      throw new Error(`PDF를 ${patience / 1000}초 안에 인쇄하지 못해 브라우저를 멈췄습니다.`, {
        cause,
      });
    }
    if (/closed|crashed/i.test((cause as Error).message)) {
      throw new BrowserGone('PDF를 인쇄하던 브라우저가 갑자기 꺼졌습니다. 다시 실행해 주세요.', {
        cause,
      });
    }
    throw cause;
  } finally {
    clearTimeout(timer);
    await server.kill();
  }
}

async function answer(route: Route, html: string, folder: string): Promise<void> {
  const {pathname} = new URL(route.request().url());
  const name = pathname.replace(/^\/fonts\//, '');
  const font = name.startsWith('noto-emoji/')
    ? path.join(emojiFolder, path.basename(name))
    : fonts[name];
  if (pathname === '/') {
    await route.fulfill({contentType: 'text/html; charset=utf-8', body: html});
  } else if (font) {
    await route.fulfill({body: await readFile(font)});
  } else {
    await route.fulfill({path: path.join(folder, decodeURIComponent(pathname))});
  }
}

// What follows runs in the page.

/** Nothing is laid out, and so no font is asked for, before the first page is printed. */
async function loadFonts(): Promise<void> {
  // Each character once, with the text that style sheets add.
  const text = [...new Set(document.documentElement.textContent)].join('');
  await Promise.all(
    [...document.fonts].map(({family, weight}) =>
      document.fonts.load(`${weight} 1em ${family}`, text),
    ),
  );
}

/** Leaves one `#` for each target that is no link itself, and for the contents, where nobody sees it. */
function linkByAddress(address: string): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => ({
    link,
    target: document.getElementById(link.hash.slice(1)),
  }));
  const targets = new Set<Element | null>(links.map(({target}) => target));
  document.querySelectorAll('nav').forEach((contents) => targets.add(contents));
  const unseen = document.createElement('div');
  unseen.hidden = true;
  for (const target of targets) {
    if (target && !(target instanceof HTMLAnchorElement)) {
      unseen.append(Object.assign(document.createElement('a'), {href: `#${target.id}`}));
    }
  }
  for (const {link, target} of links) {
    if (target) {
      link.href = `${address}${targets.has(link) ? link.id : ''}/${target.id}`;
    }
  }
  document.body.append(unseen);
}
