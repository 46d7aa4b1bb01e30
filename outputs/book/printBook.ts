import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

import {ParseSpeeds, PDFDocument} from '@cantoo/pdf-lib';
import {chromium, type Page, type Route} from 'playwright-core';

import {launchBrowserServer} from '../../lib/node/browser.ts';
import {faces} from '../../lib/node/typeface.ts';
import {pageNumbersOf} from './pdf/pageNumbers.ts';

/** Never asked of any network: every request is answered from disk. */
const origin = 'http://book.invalid/';

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

/** More passes than the contents ever need to settle. */
const maximumPasses = 5;

interface Options {
  /** The built site: where the pictures are. */
  folder: string;
  /** Milliseconds that all of it may take. */
  patience: number;
  progress: (step: string) => void;
}

/**
 * Prints the document with Chromium, as often as it takes until every page
 * number in it is that of the page where its target is.
 * @throws Error in Korean when there is no browser, or it crashes or hangs
 */
export async function printBook(
  html: string,
  {folder, patience, progress}: Options,
): Promise<PDFDocument> {
  progress('브라우저를 띄웁니다');
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
    await page.route('**/*', (route) => answer(route, html, folder));
    // Laid out for paper from the start, so that the fonts of paper are there before printing.
    await page.emulateMedia({media: 'print'});
    await page.goto(origin);
    await page.evaluate(async () => {
      await document.fonts.ready;
      // All lines anew: those that were laid out before a font came keep a rounding of their own.
      document.body.style.display = 'none';
      document.body.getBoundingClientRect();
      document.body.style.display = '';
      document.body.getBoundingClientRect();
    });
    return await printUntilRight(page, progress);
  } catch (cause) {
    if (isLate) {
      throw new Error(`PDF를 ${patience / 1000}초 안에 인쇄하지 못해 브라우저를 멈췄습니다.`, {
        cause,
      });
    }
    if (/closed|crashed/i.test((cause as Error).message)) {
      throw new Error('PDF를 인쇄하던 브라우저가 갑자기 꺼졌습니다. 다시 실행해 주세요.', {cause});
    }
    throw cause;
  } finally {
    clearTimeout(timer);
    await server.kill();
  }
}

async function printUntilRight(page: Page, progress: Options['progress']): Promise<PDFDocument> {
  let printed = new Map<string, number>();
  for (let pass = 1; pass <= maximumPasses; pass += 1) {
    progress(`인쇄합니다 (${pass}번째)`);
    // Tags cost a third of the time, and only the last pass needs them.
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: pass > 1,
    });
    const pdf = await PDFDocument.load(bytes, {
      parseSpeed: ParseSpeeds.Fastest,
      updateMetadata: false,
    });
    const numbers = pageNumbersOf(pdf);
    if (pass > 1 && [...numbers].every(([id, number]) => printed.get(id) === number)) {
      return pdf;
    }
    printed = numbers;
    await page.evaluate((values) => {
      for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
        element.textContent = String(values[element.dataset.pageOf ?? ''] ?? '');
      }
    }, Object.fromEntries(numbers));
  }
  throw new Error(`쪽 번호가 ${maximumPasses}번을 인쇄해도 정해지지 않았습니다.`);
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
