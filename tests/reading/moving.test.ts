import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Browser, Page} from 'playwright-core';

import {launchBrowser} from '../../lib/node/browser.ts';
import {enhanced, settled, shiftWhileLoading, unnoticed, useSite} from '../site.ts';

const article = 'docs/docker-in-docker/';
const next = 'docs/docker/pid-1/';

/** Ids of the questions whose answers are open. */
function openQuestions(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('details[data-follow-up][open] h3')].map(({id}) => id),
  );
}

const focusedId = (page: Page) =>
  page.evaluate(
    () => (document.activeElement?.querySelector('[id]') ?? document.activeElement)?.id,
  );

describe('페이지를 옮겨 다니기', () => {
  const site = useSite();

  it('떠났다 뒤로 오거나 새로 고치면 펼친 답이 펼쳐져 있고, 읽던 자리에 있다', async () => {
    const page = await site.open(article);
    await page.locator('summary:has(#is-dood-safe)').click();
    await page.locator('summary:has(#dind-problems)').click();
    const place = await page.locator('#dind-problems').evaluate((heading) => {
      heading.scrollIntoView();
      return Math.round(window.scrollY);
    });
    await page.waitForFunction(
      () => (history.state as {open?: number[]} | null)?.open?.length === 2,
    );
    await page.locator(`aside a[href$="/${next}"]`).click();
    await page.waitForURL(site.url(next));
    await page.goBack();
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 2, place);
    assert.deepEqual(await openQuestions(page), ['is-dood-safe', 'dind-problems']);
    await page.reload();
    await enhanced(page);
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 2, place);
    assert.deepEqual(await openQuestions(page), ['is-dood-safe', 'dind-problems']);
  });

  it('되돌린 페이지에서는 주소의 #id보다 읽던 자리와 접어 둔 답이 먼저다', async () => {
    const page = await site.open(`${article}#is-dood-safe`);
    await page.locator('summary:has(#is-dood-safe)').click();
    await page.evaluate(() => window.scrollTo(0, 500));
    await page.waitForFunction(
      () => (history.state as {open?: number[]} | null)?.open?.length === 0,
    );
    await page.reload();
    await enhanced(page);
    await page.waitForFunction(() => Math.abs(window.scrollY - 500) < 2);
    assert.deepEqual(await openQuestions(page), []);
  });

  it('페이지 안에서 뒤로 가면, 링크가 위에서 편 답이 접히고 읽던 자리에 있다', async () => {
    const page = await site.open(article);
    const link = page.locator('#ref-kind-provision [role="doc-backlink"]').first();
    const topOf = () => link.evaluate((element) => element.getBoundingClientRect().top);
    await link.scrollIntoViewIfNeeded();
    const before = await topOf();
    await link.click();
    await page.waitForFunction(
      () => (history.state as {open?: number[]} | null)?.open?.length === 1,
    );
    await page.goBack();
    await page.waitForFunction(() => location.hash === '');
    await settled(page);
    assert.ok(Math.abs((await topOf()) - before) < 2, `${before} → ${await topOf()}`);
    assert.deepEqual(await openQuestions(page), []);
  });

  it('답을 펴는 스크립트는 첫 그리기 전에 돌아, 되돌아와도 글이 밀리지 않는다', async () => {
    const page = await site.open(article);
    await page.locator('summary:has(#is-dood-safe)').click();
    await page.waitForFunction(
      () => (history.state as {open?: number[]} | null)?.open?.length === 1,
    );
    assert.ok((await shiftWhileLoading(page, () => page.reload())) <= unnoticed);
    assert.deepEqual(await openQuestions(page), ['is-dood-safe']);
  });

  it('#id로 오면 초점이 그 질문이나 제목에 있어, Tab은 거기서 이어진다', async () => {
    const page = await site.open(`${article}#is-dood-safe`);
    assert.equal(await focusedId(page), 'is-dood-safe');
    await page.goto(site.url(`${article}#dind`));
    await page.goto(site.url('docs/containers/namespaces/#references'));
    await enhanced(page);
    assert.equal(await focusedId(page), 'references');
    await page.keyboard.press('Tab');
    const isNext = await page.evaluate(() => {
      const heading = document.getElementById('references');
      const element = document.activeElement;
      return heading && element
        ? Boolean(heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
        : false;
    });
    assert.ok(isNext);
    assert.equal(await page.locator('#references').getAttribute('tabindex'), null);
  });

  it('검색 결과로 와도, 같은 페이지의 결과를 골라도 초점과 표시가 그 답에 있다', async () => {
    const page = await site.open('docs/virtualization/');
    for (const marked of [1, 2]) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('DooD는 안전한가요');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(site.url(`${article}#is-dood-safe`));
      await enhanced(page);
      await page.waitForFunction(() => CSS.highlights.get('search-words')?.size, marked);
      assert.equal(await focusedId(page), 'is-dood-safe');
      assert.deepEqual(await openQuestions(page), ['is-dood-safe']);
    }
    await page.reload();
    await enhanced(page);
    assert.ok(await page.evaluate(() => CSS.highlights.get('search-words')?.size));
    await page.locator('[data-behavior="outline"] a').first().click();
    await page.waitForFunction(() => !CSS.highlights.get('search-words')?.size);
  });

  it('가리킨 링크의 페이지를 미리 받고, 내려받을 것은 받지 않는다', async () => {
    const page = await site.open(article);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('link', {name: /^PDF A5 내려받기/}).hover();
    const prefetch = page.waitForRequest(site.url(next));
    await page.locator(`aside a[href$="/${next}"]`).hover();
    assert.equal((await (await prefetch).allHeaders())['sec-purpose'], 'prefetch');
    // On its way the pointer may cross other links of the sidebar.
    assert.equal(asked.filter((address) => address === site.url(next)).length, 1);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(site.url('docs/'))),
      [],
    );
  });

  it('스스로 미리 받지 않는 브라우저에서는 가리킨 링크의 페이지를 한 번 받아 둔다', async () => {
    const page = await site.open('404.html');
    await page.addInitScript(() => {
      HTMLScriptElement.supports = () => false;
    });
    await page.goto(site.url(article));
    await enhanced(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      // The bundled browser prefetches as well, whatever it says.
      if (request.resourceType() === 'fetch') {
        asked.push(request.url());
      }
    });
    const link = page.locator(`aside a[href$="/${next}"]`);
    await link.hover();
    await page.getByRole('link', {name: /^PDF A5 내려받기/}).hover();
    await page.locator('[data-behavior="outline"] a').first().hover();
    await link.hover();
    // On its way the pointer may cross other links of the sidebar.
    assert.equal(asked.filter((address) => address === site.url(next)).length, 1);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(site.url('docs/'))),
      [],
    );
  });
});

describe('브라우저가 간직한 페이지(bfcache)', () => {
  const site = useSite();
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser([], ['--disable-back-forward-cache']);
  });
  after(() => browser.close());

  it('뒤로 갈 때 쓰지 못하게 막는 것이 페이지에 없다', async () => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    const reasons: {type: string; reason: string}[] = [];
    session.on('Page.backForwardCacheNotUsed', ({notRestoredExplanations}) => {
      reasons.push(...notRestoredExplanations);
    });
    await page.goto(site.url(article));
    await enhanced(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('도커');
    await page.getByRole('option').first().click();
    await page.waitForURL((url) => url.href !== site.url(article));
    await page.goBack();
    await page.waitForURL(site.url(article));
    // The bundled browser itself keeps no page ("Circumstantial"); ours would be kept by one that does.
    assert.deepEqual(
      reasons.filter(({type}) => type !== 'Circumstantial'),
      [],
    );
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });
});
