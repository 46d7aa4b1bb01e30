import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {after, before} from 'node:test';

import {select} from 'hast-util-select';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {SKIP, visit} from 'unist-util-visit';

import {pathsBesideLatest, readVersions} from '../content-model/versions.ts';
import {enhancedMark} from '../lib/behaviors.ts';
import {isMarked, screenOnlyMark} from '../lib/pageMarkup.ts';
import {launchBrowser} from '../lib/node/browser.ts';
import {readBuiltSite, type BuiltPage} from '../outputs/builtSite.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {siteAddress} from '../site/siteAddress.ts';
import {serveSite, type SiteServer} from '../lib/node/siteServer.ts';

export const buildFolder = path.join(repositoryRoot, 'build');

/** Its pages: parsed once in a test file, by whoever first asks. */
export const builtPages = readBuiltSite(buildFolder);

/** The released versions, the one that visitors land on first. */
export const versions = readVersions(repositoryRoot);
/** The start of the addresses of every other version, as a pattern: `docs/next/`, `docs/1.0/`. */
export const besideLatest = `docs/(?:${pathsBesideLatest(versions).join('|').replaceAll('.', '\\.')})/`;

/** The built site in a real browser, for the tests of one file. */
export interface Site {
  /** An empty page in a browser of its own; closed after the test file. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a page of the site in such a one. */
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Absolute address of a page. */
  url: (address: string) => string;
}

/** Starts server and browser before the tests of a file, and stops them after. */
export function useSite(): Site {
  let server: SiteServer;
  let browser: Browser;
  before(async () => {
    server = await serveSite(buildFolder, siteAddress(process.env).baseUrl, 0);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  const url = (address: string) => server.address + address;
  const newPage = async (options?: BrowserContextOptions) => {
    const context = await browser.newContext({
      viewport: {width: 1280, height: 800},
      locale: 'ko-KR',
      ...options,
    });
    // esbuild, under which the tests run, wraps named functions in this helper.
    await context.addInitScript('globalThis.__name = (value) => value');
    return context.newPage();
  };
  return {
    url,
    newPage,
    async open(address, options) {
      const page = await newPage(options);
      await page.goto(url(address));
      if (options?.javaScriptEnabled !== false) {
        await enhanced(page);
      }
      return page;
    },
  };
}

/** Until the scripts of the page have begun: before that, clicks and keys do only what HTML does. */
export async function enhanced(page: Page): Promise<void> {
  await page.locator(`html[${enhancedMark}]`).waitFor({state: 'attached'});
}

/** Pages that draw on the content of all others. */
const gatheringPages = ['', 'docs/next/references/', 'docs/next/glossary/'];

/**
 * Addresses of all built pages, e.g. `docs/virtualization/`, but for those of the working version
 * that say the same as the released ones. Where PAGES lists files of
 * the working version (`docs/docker/pid-1.md …`), as for a pull request that changes
 * only content: of theirs, and of the pages that every change shows on.
 */
export function addressesToTest(): string[] {
  const files = process.env.PAGES?.split(' ');
  const isWanted = ({address, root}: BuiltPage) => {
    const editLink = select('a.theme-edit-this-page', root)?.properties.href;
    const isChanged = files?.some((file) => String(editLink).endsWith(`/edit/main/${file}`));
    return gatheringPages.includes(address) || (address.startsWith('docs/next/') && isChanged);
  };
  return builtPages.filter(files ? isWanted : isDifferent).map(({address}) => address);

  /** Whether a page of the working version says something else than the released one. */
  function isDifferent(page: BuiltPage): boolean {
    const released = builtPages.find(
      ({address}) =>
        page.address.startsWith('docs/next/') &&
        address === page.address.replace('docs/next/', 'docs/'),
    );
    return !released || articleOf(released) !== articleOf(page);
  }
}

/** What the page says, but for what stands only on pages of the latest version, as the way to the practice. */
function articleOf({root}: BuiltPage): string {
  const article = select('.theme-doc-markdown', root);
  let text = '';
  if (article) {
    visit(article, (node) => {
      if (node.type === 'element' && isMarked(node, screenOnlyMark)) {
        return SKIP;
      }
      text += node.type === 'text' ? node.value.trim() : '';
      return undefined;
    });
  }
  return text;
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** All that axe knows. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page: `rule: element`.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (runOnly) => {
    const {axe} = window as unknown as {
      axe: {
        run: (
          context: Document,
          options: object,
        ) => Promise<{violations: {id: string; nodes: {html: string; failureSummary: string}[]}[]}>;
      };
    };
    // What it has to say of all that is well takes it a third longer.
    const {violations} = await axe.run(document, {
      runOnly,
      preload: false,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, axeTags);
}

/** Until no colour is on its way to another: axe would measure it there. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Transitions begin with the next frame.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  });
}

/** Opens every follow-up of the page. */
export async function openFollowUps(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(
      'details[data-follow-up]',
    )) {
      details.open = true;
    }
  });
}

/** From the next page on: records how far what a reader sees moves by itself. */
export async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, {shifts});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {value: number})[]) {
        shifts.push(entry.value);
      }
    }).observe({type: 'layout-shift', buffered: true});
  });
}

/** The sum of those of this page. */
export async function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    (window as unknown as {shifts: number[]}).shifts.reduce((sum, value) => sum + value, 0),
  );
}

/** What may move by itself without a reader's notice, as Chromium counts it. */
export const unnoticed = 0.01;

/**
 * How far what a reader sees moves by itself while a page comes. A busy machine sometimes decodes a font
 * that has long come only after the first paint, and lines break anew; so where much moved, the page is
 * loaded once more: what it moves by itself, it moves each time.
 * @param load loads the page anew
 */
export async function shiftWhileLoading(page: Page, load: () => Promise<unknown>): Promise<number> {
  const measure = async () => {
    await load();
    await enhanced(page);
    await page.evaluate(() => document.fonts.ready);
    await settled(page);
    return shiftsOf(page);
  };
  await recordShifts(page);
  const first = await measure();
  return first > unnoticed ? Math.min(first, await measure()) : first;
}
