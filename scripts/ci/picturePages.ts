import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

import type {Browser, Page} from 'playwright-core';

import {launchBrowser} from '../../lib/node/browser.ts';
import {serveSite} from '../../lib/node/siteServer.ts';
import {changedPages} from './changedPages.ts';
import {failStep} from './outputs.ts';

/** A phone and a computer. */
const widths = [390, 1280];

/** The longest answer page is 25,000 pixels high; what gathers all pages, as the references, is cut. */
const highest = 30_000;

/** Beyond these, nobody looks, and the check takes too long. */
const mostPages = 20;

/**
 * `node scripts/ci/picturePages.ts 사이트 폴더`: pictures of the changed pages, in light colours and
 * with every answer open: `docker_pid-1.390.after.png` of the built site, and
 * `docker_pid-1.390.before.png` of the published one. A new page has only the former, and so have
 * all where no site is published. Reads PAGES (the changed files), BASE_URL (of the built site) and
 * PUBLISHED (address of the published one).
 */
async function picturePages(site: string, folder: string): Promise<void> {
  const {PAGES = '', BASE_URL = '/', PUBLISHED = ''} = process.env;
  const pages = changedPages(PAGES.split(' '), readPages(site));
  if (pages.length > mostPages) {
    console.log(`::notice::고친 글이 ${pages.length}개라, 앞의 ${mostPages}개만 찍습니다.`);
  }
  mkdirSync(folder, {recursive: true});
  const server = await serveSite(site, BASE_URL, 0);
  const browser = await launchBrowser();
  try {
    const hasBefore = await isThere(browser, PUBLISHED);
    if (!hasBefore) {
      console.log(`::notice::펴낸 사이트(${PUBLISHED})를 열지 못해, 고친 뒤의 그림만 찍습니다.`);
    }
    const moments = {...(hasBefore && {before: PUBLISHED}), after: server.address};
    for (const {address} of pages.slice(0, mostPages)) {
      const name = address.replace(/^docs\/next\/|\/$/g, '').replaceAll('/', '_');
      for (const [moment, home] of Object.entries(moments)) {
        for (const width of widths) {
          const file = path.join(folder, `${name}.${width}.${moment}.png`);
          await takePicture(browser, home + address, width, file);
        }
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Built pages of the working version, by path. */
function readPages(site: string): Map<string, Buffer> {
  return new Map(
    readdirSync(path.join(site, 'docs/next'), {recursive: true, encoding: 'utf8'})
      .filter((name) => path.basename(name) === 'index.html')
      .map((name) => [
        `docs/next/${name.replaceAll('\\', '/')}`,
        readFileSync(path.join(site, 'docs/next', name)),
      ]),
  );
}

/** Nothing, where there is no such page. */
async function takePicture(
  browser: Browser,
  url: string,
  width: number,
  file: string,
): Promise<void> {
  const page = await browser.newPage({
    viewport: {width, height: 800},
    locale: 'ko-KR',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    if (await opens(page, url)) {
      await page.evaluate(showAll);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      // As high as the page: a bar at the edge of the window hides none of it.
      await page.setViewportSize({width, height: Math.min(height, highest)});
      await page.screenshot({path: file});
    }
  } finally {
    await page.close();
  }
}

async function isThere(browser: Browser, url: string): Promise<boolean> {
  const page = await browser.newPage();
  try {
    return await opens(page, url);
  } finally {
    await page.close();
  }
}

async function opens(page: Page, url: string): Promise<boolean> {
  const response = await page.goto(url, {timeout: 15_000}).catch(() => null);
  return response?.ok() ?? false;
}

/** In the browser: opens what opens in the text, and waits for the pictures that otherwise come with the reader. */
async function showAll(): Promise<void> {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) {
    details.open = true;
  }
  await Promise.all(
    [...document.images].map((image) => {
      image.loading = 'eager';
      // A broken one is shown as such.
      return image.decode().catch(() => undefined);
    }),
  );
  await document.fonts.ready;
}

const [site = 'build', folder = 'pictures'] = process.argv.slice(2);
picturePages(site, folder).catch(failStep);
