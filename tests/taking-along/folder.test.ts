import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';

import {unzipSync} from 'fflate';
import type {Page} from 'playwright-core';

import {findAll, search, type Found} from './findAll.ts';
import {goldQueries} from './goldQueries.ts';
import {buildFolder, enhanced, useSite, versions} from '../site.ts';

const startFile = '시작.html';

/** The files of a version's folder. */
function filesOf(version: string): Map<string, Uint8Array> {
  const zip = readFileSync(path.join(buildFolder, 'offline', `${version}.zip`));
  return new Map(Object.entries(unzipSync(zip)));
}

/** Addresses in the HTML of a page, with the attribute that each stands in. */
function addressesIn(html: string): [attribute: string, address: string][] {
  return [...html.matchAll(/ (href|src|action|data-(?:set|index|texts|changes))="([^"]*)"/g)].map(
    ([, attribute = '', address = '']) => [attribute, address.replaceAll('&amp;', '&')],
  );
}

describe('파일로 여는 폴더', () => {
  for (const version of versions) {
    it(`${version}: 모든 링크와 파일이 폴더 안에 있거나 웹의 주소이고, 링크가 가리키는 곳도 있다`, () => {
      const files = filesOf(version);
      assert.ok(files.has(startFile));
      const pages = [...files].filter(([file]) => file.endsWith('.html'));
      assert.ok(pages.length > 3);
      const htmls = new Map(
        pages.map(([file, content]) => [file, Buffer.from(content).toString()]),
      );
      const ids = new Map(
        [...htmls].map(([file, html]) => [
          file,
          new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
        ]),
      );
      const broken: string[] = [];
      for (const [file, html] of htmls) {
        for (const [attribute, address] of addressesIn(html)) {
          if (/^(?:https?|mailto|data):/.test(address)) {
            continue;
          }
          const {pathname, hash} = new URL(address, `file:///${file}`);
          const target = decodeURIComponent(pathname.slice(1));
          const id = decodeURIComponent(hash.slice(1));
          const isThere = files.has(target) || address === '';
          if (!isThere || (id !== '' && target.endsWith('.html') && !ids.get(target)?.has(id))) {
            broken.push(`${file}: ${attribute}="${address}"`);
          }
        }
      }
      assert.deepEqual(broken, []);
    });
  }
});

describe('파일로 연 최신 버전', () => {
  const site = useSite();
  const [latest] = versions;
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori 폴더 '));
  for (const [file, content] of filesOf(latest)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), content);
  }
  after(() => rmSync(folder, {recursive: true}));
  const start = pathToFileURL(path.join(folder, startFile)).href;

  /** Opens the beginning, without a network; what goes wrong is written down. */
  async function openFolder(): Promise<{page: Page; troubles: string[]}> {
    const page = await site.newPage({offline: true});
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        troubles.push(`${page.url()} ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('requestfailed', (request) => troubles.push(request.url()));
    await page.goto(start);
    await enhanced(page);
    return {page, troubles};
  }

  it('글꼴과 그림과 어두운 모드가 있고, 링크와 떠올려 보기가 되고, 잘못되는 것이 없다', async () => {
    const {page, troubles} = await openFolder();
    const fonts = () => page.evaluate(() => document.fonts.check('16px "Kkori Sans"', '가'));
    assert.ok(await fonts());
    await page.evaluate(() => localStorage.setItem('theme-aae', 'dark'));
    await page.locator('main a[href*="/docs/"]').first().click();
    await enhanced(page);
    assert.match(page.url(), /^file:.*\/docs\/.+\.html$/);
    const ink = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    assert.match(ink, /^rgb\(\d?\d, \d?\d, \d?\d\)$/, '어두운 바탕');
    assert.ok(await fonts());

    await page.locator('a[href*="practice/index.html?page="]').first().click();
    await page.getByRole('button', {name: '답 펼치기'}).click();
    await page.locator('.practice-app input[type="checkbox"]').first().check();
    await page.locator('nav a[href$="index.html"]').first().click();
    await enhanced(page);
    assert.deepEqual(troubles, []);
  });

  it('질의 50개에 사이트와 같은 것을 찾고, 찾은 곳으로 간다', async () => {
    // The word that is also the name of a field of the index.
    const queries = [...goldQueries(49), 'url'];
    assert.equal(queries.length, 50);
    const {page, troubles} = await openFolder();
    const online = await site.open('');
    const fromDisk = await findAll(page, queries);
    assert.deepEqual(
      fromDisk.map((found) => found.map(asOnSite)),
      (await findAll(online, queries)).map((found) =>
        found.map(({address, ...rest}) => ({...rest, address: address.slice(site.url('').length)})),
      ),
    );
    await search(page, queries[0] ?? '');
    await page.locator('[role="option"]').first().click();
    await page.waitForURL(fromDisk[0]?.[0]?.address ?? '');

    await page.goto(`${new URL('site/search/index.html', start).href}?q=${queries[0]}`);
    await page.locator('main [data-part="results"] a').first().waitFor();
    await page.locator('main [name="q"]').fill('네트워크');
    await page.locator('main [name="q"]').press('Enter');
    await page.waitForURL(/\?q=%EB%84%A4/);
    assert.deepEqual(troubles, []);
  });

  /** `file:///…/site/docs/a/index.html#b` → `docs/a/#b`. */
  function asOnSite(found: Found): Found {
    const below = found.address.slice(new URL('.', start).href.length);
    return {...found, address: below.replace(/^site\//, '').replace(/index\.html(?=#|$)/, '')};
  }
});
