import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {buildFolder, enhanced, settled, useSite} from '../site.ts';

const article = 'docs/docker-in-docker/';

/** The article is there, in Korean, and its answers open. */
async function assertReadable(page: Page): Promise<void> {
  await page
    .getByRole('heading', {level: 1, name: 'Docker 위에 Docker를 올릴 수 있나요?'})
    .waitFor();
  const summary = page.locator('summary:has(#dind-or-dood)');
  await summary.click();
  assert.equal(await page.locator('details:has(#dind-or-dood)[open]').count(), 1);
  assert.doesNotMatch(await page.locator('body').innerText(), /crashed|went wrong|try again/i);
}

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({message}) => errors.push(message));
  return errors;
}

describe('잘못된 주소', () => {
  const site = useSite();
  const addresses = [
    `${article}#100%`,
    `${article}#%`,
    `${article}#%E0%A4%A`,
    `${article}#%zz`,
    `${article}#a"b'c<d>`,
    `${article}#${'가'.repeat(3000)}`,
    `${article}#:~:text=%E0%A4%A`,
    `${article}?q=%E0%A4%A&docusaurus-data-x=%`,
    `${article}?docusaurus-theme=%#no-such-id`,
    `${article}#dind[0].x\\`,
  ];
  for (const address of addresses) {
    it(`/${address.slice(0, 60)}: 글을 읽을 수 있고 스크립트가 시작한다`, async () => {
      const page = await site.open('404.html');
      const errors = watchErrors(page);
      await page.goto(site.url(address));
      await enhanced(page);
      await assertReadable(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
      assert.deepEqual(errors, []);
    });
  }

  it('없는 글의 주소, 풀 수 없는 글자가 든 주소에서는 한국어로 알리고, 검색과 메뉴가 움직인다', async () => {
    const page = await site.open('404.html');
    const body = readFileSync(path.join(buildFolder, '404.html'), 'utf8');
    for (const address of ['docs/no-such-page/', 'docs/%/', 'docs/%E0%A4%A/']) {
      const errors = watchErrors(page);
      // As GitHub Pages answers, whatever the address.
      await page.route(site.url(address), (route) =>
        route.fulfill({status: 404, contentType: 'text/html; charset=utf-8', body}),
      );
      await page.goto(site.url(address));
      await enhanced(page);
      await page.getByRole('heading', {level: 1, name: '찾는 글이 없습니다'}).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('도커');
      await page.getByRole('option').first().waitFor();
      assert.deepEqual(errors, []);
    }
  });
});

describe('조금 틀린 주소', () => {
  const site = useSite();
  const body = () => readFileSync(path.join(buildFolder, '404.html'), 'utf8');
  const openMissing = async (address: string) => {
    const page = await site.open(article);
    await page.route(site.url(address), (route) =>
      route.fulfill({status: 404, contentType: 'text/html; charset=utf-8', body: body()}),
    );
    await page.goto(site.url(address));
    return page;
  };

  for (const [address, href] of [
    ['docs/docker/PID_1/', '/docs/docker/pid-1/'],
    ['docs/2.0/docker-network', '/docs/docker/docker-networking/'],
    ['containers/namespace.html', '/docs/containers/namespaces/'],
  ] as const) {
    it(`/${address}: 닮은 주소의 글을 알려 준다`, async () => {
      const page = await openMissing(address);
      const suggested = page.getByRole('status').filter({hasText: '혹시 이 글인가요?'});
      assert.equal(await suggested.getByRole('link').first().getAttribute('href'), href);
      assert.ok((await suggested.getByRole('link').count()) <= 3);
      await suggested.getByRole('link').first().click();
      await page.waitForURL(site.url(href.slice(1)));
    });
  }

  it('닮은 글이 없으면 아무것도 보태지 않는다', async () => {
    const page = await openMissing('docs/xyzzy/');
    await enhanced(page);
    // As long as the list takes, asked for once more: the page's own request was before it.
    await page.evaluate(async (list) => (await fetch(list)).text(), site.url('questions/'));
    await settled(page);
    assert.equal(await page.getByText('혹시 이 글인가요?').count(), 0);
  });
});

describe('오지 않는 것', () => {
  const site = useSite();

  it('스크립트가 없어도 글을 읽고, 못 쓸 단추는 보이지 않으며, Ctrl+K로는 검색 페이지로 간다', async () => {
    const page = await site.open('404.html');
    // What a page of an older deployment asks for.
    await page.route('**/assets/js/*.js', (route) => route.fulfill({status: 404, body: ''}));
    await page.goto(site.url(`${article}#is-dood-safe`));
    await page.waitForLoadState('networkidle');
    await assertReadable(page);
    for (const name of ['모두 펼치기', '복사', '크게 보기']) {
      assert.equal(await page.getByText(name, {exact: true}).first().isVisible(), false, name);
    }
    await page.locator('.navbar summary').click();
    await page.getByRole('link', {name: /^1\.0/}).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('docker');
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url('search/?q=docker'));
  });

  it('검색의 코드가 오지 않으면 글을 둔 채 알리고, 친 말을 가지고 새 검색 페이지로 갈 수 있다', async () => {
    const page = await site.open(article);
    const errors = watchErrors(page);
    // Of a page that is older than the site.
    await page.route('**/assets/js/search.*.js', (route) => route.fulfill({status: 404, body: ''}));
    await page.keyboard.press('Control+k');
    await page.getByRole('alert').getByText('검색을 불러오지 못했습니다').waitFor();
    await page.keyboard.type('dood');
    await page.keyboard.press('Escape');
    await assertReadable(page);
    await page.keyboard.press('Control+k');
    await page.unroute('**/assets/js/search.*.js');
    await page.getByRole('button', {name: '검색 페이지에서 찾기'}).click();
    await page.waitForURL(site.url('search/?q=dood'));
    await page.locator('main ul a').first().waitFor();
    assert.deepEqual(errors, []);
  });

  for (const [name, type] of [
    ['스타일시트', 'stylesheet'],
    ['그림', 'image'],
    ['글꼴', 'font'],
  ] as const) {
    it(`${name}이 오지 않아도 글을 읽는다`, async () => {
      const page = await site.open('404.html');
      await page.route('**/*', (route) =>
        route.request().resourceType() === type ? route.abort() : route.continue(),
      );
      await page.goto(site.url(article));
      await enhanced(page);
      await assertReadable(page);
    });
  }

  it('동작 하나가 멈춰도 나머지는 움직인다', async () => {
    const page = await site.open('404.html');
    await page.addInitScript(() => {
      // The mode and the drawer begin with it.
      window.matchMedia = () => {
        throw new Error('no matchMedia');
      };
    });
    await page.goto(site.url(`${article}#is-dood-safe`));
    await enhanced(page);
    assert.equal(await page.locator('details:has(#is-dood-safe)[open]').count(), 1);
    await page.getByRole('button', {name: '모두 펼치기'}).click();
    await page.getByRole('button', {name: '모두 접기'}).waitFor();
  });
});

describe('저장하지 못하게 한 브라우저', () => {
  const site = useSite();

  it('테마를 바꾸고, 검색하고, 결과로 간다', async () => {
    const page = await site.open('404.html');
    const errors = watchErrors(page);
    await page.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await page.goto(site.url(article));
    await enhanced(page);
    const toggle = page.getByRole('button', {name: /모드 전환하기/}).first();
    await toggle.click();
    await toggle.click();
    assert.equal(await page.locator('html[data-theme="dark"]').count(), 1);
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('DooD는 안전한가요');
    await page.getByRole('option').first().click();
    await page.waitForURL(/#is-dood-safe$/);
    await assertReadable(page);
    assert.deepEqual(errors, []);
  });
});

describe('다른 스크립트가 남긴 것', () => {
  const site = useSite();

  it('방문 기록에 남은 것이 우리 것이 아니어도 글을 읽고 스크립트가 시작한다', async () => {
    for (const state of [
      {searchWords: ['', 'İ', 3], open: 'x'},
      {searchWords: 'x', open: [null, -1, 1e9]},
      'x',
    ]) {
      // A page of its own: one that was read keeps its own state, which holds what is open.
      const page = await site.open(article);
      const errors = watchErrors(page);
      await page.evaluate((left) => history.replaceState(left, ''), state);
      await page.reload();
      await enhanced(page);
      await assertReadable(page);
      assert.deepEqual(errors, []);
    }
  });
});

describe('끊긴 인터넷', () => {
  const site = useSite();

  it('다른 글을 누르면 글을 둔 채 알리고, 이어지면 간다', async () => {
    const page = await site.open(article);
    await page.context().setOffline(true);
    const link = page.locator('aside a[href*="pid-1"]');
    await link.click();
    await page.getByRole('status').getByText('인터넷에 연결되어 있지 않아').waitFor();
    await assertReadable(page);
    await page.locator('.table-of-contents a[href="#references"]').click();
    assert.equal(new URL(page.url()).hash, '#references');
    await page.context().setOffline(false);
    await link.click();
    await page.waitForURL(/pid-1/);
  });

  it('검색을 열면 글을 둔 채 알린다', async () => {
    const page = await site.open(article);
    await page.context().setOffline(true);
    await page.getByRole('button', {name: '검색'}).click();
    await page.getByRole('alert').getByText('불러오지 못했습니다').waitFor();
    await page.getByRole('button', {name: '검색 페이지에서 찾기'}).click();
    await page.getByRole('status').getByText('인터넷에 연결되어 있지 않아').waitFor();
    await page.keyboard.press('Escape');
    await assertReadable(page);
  });
});
