import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

import type {BrowserContext, Page} from 'playwright-core';

import {bundleWorker} from '../../outputs/pages/bundleBrowser.ts';
import {workerFile} from '../../lib/takeAlong.ts';
import {ChangeableSite} from './changeableSite.ts';
import {findAll} from './findAll.ts';
import {goldQueries} from './goldQueries.ts';
import {buildFolder, enhanced, useSite} from '../site.ts';

const browser = useSite();
const site = new ChangeableSite();
let context: BrowserContext;

before(() => site.start());
after(() => site.stop());
beforeEach(async () => {
  context = (await browser.newPage()).context();
});

/** A page of the site in a new tab. */
async function open(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.address + address);
  return page;
}

/** Stores the edition as a reader does. */
async function store(): Promise<Page> {
  const page = await open('take/');
  await page.getByRole('button', {name: '이 기기에 저장'}).click();
  await page.getByText('저장했습니다').waitFor();
  return page;
}

/** As after closing the browser: no page of the site is open. */
async function closeAll(): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
}

const storedIn = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

describe('이 기기에 저장', () => {
  it('누르기 전에는 아무것도 등록하거나 저장하지 않고, 글에는 이것의 무엇도 없다', async () => {
    for (const address of ['', 'docs/virtualization/', 'take/']) {
      const page = await open(address);
      await enhanced(page);
      assert.deepEqual(await storedIn(page), {caches: [], workers: 0});
    }
    const html = String(site.read('docs/virtualization/'));
    assert.doesNotMatch(html, /rel="?manifest|take\.css|store-edition/);
  });

  it('서버가 사라져도 모든 주소가 열리고, 찾고, 떠올려 볼 수 있다', async () => {
    const queries = goldQueries(20);
    const online = await findAll(await open(''), queries);
    await store();
    await closeAll();
    await site.stop();
    try {
      const page = await open('');
      const addresses = Object.keys(site.edition.files);
      assert.ok(addresses.length > 50);
      const missing = await page.evaluate(async (addresses) => {
        const found = await Promise.all(
          addresses.map(async (address) => (await fetch(`/${address}`)).ok),
        );
        return addresses.filter((_, index) => !found[index]);
      }, addresses);
      assert.deepEqual(missing, []);
      assert.deepEqual(await findAll(page, queries), online);

      await page.goto(`${site.address}practice/?page=docker/pid-1`);
      await page.getByRole('button', {name: '답 펼치기'}).click();
      await page.goto(`${site.address}docs/docker/pid-1`);
      assert.match(page.url(), /\/docs\/docker\/pid-1\/$/);

      await page.goto(`${site.address}docs/1.0/virtualization/`);
      await page.getByRole('heading', {name: '저장되어 있지 않은 페이지입니다'}).waitFor();
      await page.getByRole('main').getByRole('link', {name: '모든 질문'}).click();
      await page.waitForURL(/\/questions\/$/);
    } finally {
      await site.start();
    }
  });

  it('새 판은 쓰는 동안 섞이지 않고 다음에 열 때 바뀌며, 받다가 몇 번을 끊겨도 전의 것이 온전하다', async () => {
    await store();
    const before = (await storedIn(await open('take/'))).caches;
    await closeAll();
    const page = await open('');
    const titleOf = async () => {
      await page.goto(`${site.address}docs/virtualization/`);
      return page.title();
    };
    site.publish('b');
    for (let moment = 0; moment < 10; moment += 1) {
      site.filesLeft = Math.floor(Math.random() * 10);
      assert.doesNotMatch(await titleOf(), /새 판/);
      while (site.filesLeft > -1) {
        // Asks again until the worker has met the end.
        await page.goto(site.address);
      }
      assert.deepEqual(await wholeCaches(page), before);
    }
    site.filesLeft = Infinity;
    while ((await wholeCaches(page)).length < 2) {
      assert.doesNotMatch(await titleOf(), /새 판/);
    }
    const offer = await open('take/');
    await offer.getByText('새 판을 받아 두었습니다').waitFor();
    assert.doesNotMatch(await titleOf(), /새 판/);
    await closeAll();
    assert.match(await (await open('docs/virtualization/')).title(), /새 판 b/);
    assert.equal((await wholeCaches(await open(''))).length, 1);
  });

  it('파일 하나가 없거나 다른 빌드의 것이면 저장한 것으로 치지 않고, 다시 누르면 이어서 받는다', async () => {
    const wrong = String(site.read('questions/'));
    site.put('questions/', '다른 빌드');
    const page = await open('take/');
    await page.getByRole('button', {name: '이 기기에 저장'}).click();
    await page.getByText('다 받지 못했습니다').waitFor();
    assert.deepEqual(await wholeCaches(page), []);
    site.put('questions/', wrong);
    await page.getByRole('button', {name: '이 기기에 저장'}).click();
    await page.getByText('저장했습니다').waitFor();

    await page.getByRole('button', {name: '저장한 것 지우기'}).click();
    await page.getByRole('button', {name: '이 기기에 저장'}).waitFor();
    assert.deepEqual(await storedIn(page), {caches: [], workers: 0});
  });

  it('저장 공간이 모자라면 그렇다고 말한다', async () => {
    const page = await open('take/');
    const devTools = await context.newCDPSession(page);
    await devTools.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(site.address).origin,
      quotaSize: 200_000,
    });
    await page.getByRole('button', {name: '이 기기에 저장'}).click();
    await page.getByText('저장 공간이 모자라').waitFor();
  });

  it('끄는 스위치: 그것으로 바꾼 사이트에 들르면 저장한 것과 등록한 것이 사라진다', async () => {
    const page = await store();
    site.put(workerFile, await bundleWorker('withdraw'));
    const gone = () =>
      page.evaluate(async () => {
        const [registration] = await navigator.serviceWorker.getRegistrations();
        // It may go while it is asked.
        await registration?.update().catch(() => undefined);
        return (await caches.keys()).length === 0 && registration === undefined;
      });
    while (!(await gone())) {
      // The browser looks for another worker by itself too, when a page opens.
    }
    site.put(workerFile, readFileSync(path.join(buildFolder, workerFile), 'utf8'));
  });

  it('작업자는 3KB를 넘지 않는다', () => {
    const worker = readFileSync(path.join(buildFolder, workerFile));
    assert.ok(brotliCompressSync(worker).length <= 3 * 1024);
    assert.ok(worker.length <= 4 * 1024, `${worker.length}바이트`);
  });
});

/** Those that hold the list of their files. */
function wholeCaches(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const isWhole = await Promise.all(
      names.map(async (name) => (await caches.open(name)).match('/offline/edition.json')),
    );
    return names.filter((_, index) => isWhole[index]);
  });
}
