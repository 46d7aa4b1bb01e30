import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {axeViolations, useSite, versions} from '../site.ts';

const article = 'docs/docker-in-docker/';
const phone = {viewport: {width: 360, height: 740}};

/** What has the focus, in words. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

describe('작은 화면의 메뉴', () => {
  const site = useSite();

  it('열면 초점이 들어가 뒤의 페이지로 나가지 않고, Esc로 닫으면 단추로 돌아온다', async () => {
    const page = await site.open(article, phone);
    const opener = page.getByRole('button', {name: '메뉴 열기'});
    await opener.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary');
    await drawer.waitFor();
    assert.equal(await focused(page), '메뉴 닫기');
    const links = await drawer.getByRole('link').count();
    assert.ok(links > 30);
    const stops = new Set<boolean>();
    for (let stop = 0; stop < links + 15; stop += 1) {
      await page.keyboard.press('Tab');
      stops.add(
        await page.evaluate(() => {
          const element = document.activeElement;
          // The body is the way out to the browser's own controls, and back in again.
          return element === document.body || element?.closest('aside') !== null;
        }),
      );
    }
    assert.deepEqual([...stops], [true]);
    // What is covered is no page for the time being.
    const violations = (await axeViolations(page)).filter(
      (violation) => !/^(landmark-one-main|page-has-heading-one):/.test(violation),
    );
    assert.deepEqual(violations, []);
    await drawer.getByRole('link').first().focus();
    await page.keyboard.press('Escape');
    await drawer.waitFor({state: 'hidden'});
    assert.equal(await focused(page), '메뉴 열기');
    assert.equal(await page.locator('[inert]').count(), 0);
  });

  it('밖을 누르거나 창이 넓어지면 닫히고, 뒤의 페이지를 다시 쓸 수 있다', async () => {
    const page = await site.open(article, phone);
    const drawer = page.locator('aside');
    await page.getByRole('button', {name: '메뉴 열기'}).click();
    await drawer.waitFor();
    await page.mouse.click(350, 400);
    await drawer.waitFor({state: 'hidden'});
    await page.getByRole('button', {name: '메뉴 열기'}).click();
    await drawer.waitFor();
    await page.setViewportSize({width: 1280, height: 800});
    await page.getByRole('button', {name: '검색'}).click();
    await page.getByRole('combobox').waitFor();
    assert.equal(await page.locator('[inert]').count(), 0);
  });

  it('지금 글을 보이게 하고, 고른 글로 간 뒤 뒤로 오면 닫혀 있다', async () => {
    const page = await site.open('docs/isolation-and-security/container-escape/', phone);
    await page.getByRole('button', {name: '메뉴 열기'}).click();
    const current = page.locator('aside [aria-current="page"]');
    await page.waitForFunction(() => {
      const entry = document.querySelector('aside [aria-current="page"]');
      const box = entry?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= window.innerHeight;
    });
    assert.equal(await current.count(), 1);
    await page.locator('aside').getByRole('link', {name: '질문', exact: true}).click();
    await page.waitForURL(/docs\/virtualization\//);
    await page.goBack();
    await page.waitForURL(/container-escape/);
    await page.locator('aside').waitFor({state: 'hidden'});
    assert.equal(await page.locator('[inert]').count(), 0);
  });

  for (const address of ['', 'questions/', '404.html']) {
    it(`/${address}: 글이 아닌 페이지에도 있다`, async () => {
      const page = await site.open(address, phone);
      await page.getByRole('button', {name: '메뉴 열기'}).click();
      await page.locator('aside').getByRole('link', {name: '참고 문헌'}).click();
      await page.waitForURL(/docs\/references\//);
    });
  }
});

describe('버전 메뉴', () => {
  const site = useSite();
  const menu = '.navbar details';

  it('키보드로 열고, Esc로 닫으면 초점이 돌아오고, 초점이 나가거나 밖을 누르면 닫힌다', async () => {
    const page = await site.open(article);
    const button = page.locator(`${menu} summary`);
    const isOpen = () => page.locator(`${menu}[open]`).count();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '다음 쓰는 중');
    await page.keyboard.press('Escape');
    assert.equal(await isOpen(), 0);
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
    await page.locator('h1').click();
    assert.equal(await isOpen(), 0);
    await button.click();
    await page.getByRole('link', {name: /GitHub/}).focus();
    assert.equal(await isOpen(), 0);
  });

  it('버전이 무엇인지 말하고, 그 버전에 없는 글이면 그렇다고 한다', async () => {
    const page = await site.open('docs/docker/pid-1/');
    await page.locator(`${menu} summary`).click();
    assert.deepEqual(
      (await page.locator(`${menu} li`).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      ['다음 쓰는 중', ...versions.map(stateOf)],
    );
  });

  /** PID 1 came with 2.0. */
  function stateOf(version: string, index: number): string {
    const state = index === 0 ? '최신' : '지난 버전';
    return `${version} ${state}${version === '1.0' ? ' 이 글은 없습니다. 첫 글로 갑니다' : ''}`;
  }

  it('다른 버전으로 가도 보던 자리로 간다', async () => {
    const page = await site.open(`${article}#is-dood-safe`);
    await page.locator(`${menu} summary`).click();
    await page.getByRole('link', {name: '다음 쓰는 중'}).click();
    await page.waitForURL(site.url('docs/next/docker-in-docker/#is-dood-safe'));
  });
});

describe('어두운 모드', () => {
  const site = useSite();
  const toggle = (page: Page) => page.getByRole('button', {name: /모드 전환하기/}).first();
  const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);

  it('시스템, 밝게, 어둡게를 차례로 고르고, 고른 것을 말하고 기억한다', async () => {
    const page = await site.open(article, {colorScheme: 'dark'});
    assert.equal(await theme(page), 'dark');
    assert.match((await toggle(page).getAttribute('aria-label')) ?? '', /현재 시스템 설정 모드/);
    await toggle(page).click();
    assert.equal(await theme(page), 'light');
    assert.match((await toggle(page).getAttribute('aria-label')) ?? '', /현재 밝은 모드/);
    await page.goto(site.url('questions/'));
    assert.equal(await theme(page), 'light');
    await toggle(page).click();
    assert.equal(await theme(page), 'dark');
    await toggle(page).click();
    await page.emulateMedia({colorScheme: 'light'});
    await page.locator('html[data-theme="light"]').waitFor();
  });

  it('다른 탭에서 고른 것과, 뒤로 온 페이지가 떠나 있던 동안 고른 것을 따른다', async () => {
    const page = await site.open(article, {colorScheme: 'light'});
    const other = await page.context().newPage();
    await other.goto(site.url(''));
    await toggle(other).click();
    await toggle(other).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
      document.documentElement.dataset.themeChoice = 'light';
      // What a browser says of a page that it kept (the bundled one keeps none).
      dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    });
    assert.equal(await theme(page), 'dark');
  });

  it('주소에 적힌 모르는 모드에도 시스템 설정처럼 움직인다', async () => {
    const page = await site.open(`${article}?docusaurus-theme=%E0%A4%A`);
    assert.match((await toggle(page).getAttribute('aria-label')) ?? '', /현재 시스템 설정 모드/);
    await toggle(page).click();
    assert.equal(await theme(page), 'light');
  });
});

describe('지금 있는 곳', () => {
  const site = useSite();

  it('읽는 절을 차례에 표시하고, 사이드바는 지금 글이 보이는 데까지 내려가 있다', async () => {
    const page = await site.open('docs/corrections/');
    const current = page.locator('[data-behavior="outline"] [aria-current]');
    assert.equal(await current.count(), 0);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    await current.waitFor();
    const isSeen = await current.evaluate((link) => {
      const box = link.getBoundingClientRect();
      const reached = [...document.querySelectorAll('main :is(h2, h3)')].findLast(
        (heading) => heading.getBoundingClientRect().top < window.innerHeight / 3,
      );
      return {
        isInWindow: box.top > 0 && box.bottom < window.innerHeight,
        leadsTo: (link as HTMLAnchorElement).hash === `#${reached?.id}`,
      };
    });
    assert.deepEqual(isSeen, {isInWindow: true, leadsTo: true});
    const entry = await page.locator('aside [aria-current="page"]').boundingBox();
    assert.ok(entry && entry.y > 60 && entry.y + entry.height <= 800, JSON.stringify(entry));
  });

  it('지금 페이지라고 하는 링크는 그 페이지의 것뿐이다', async () => {
    const page = await site.open(article);
    const current = page.locator('[aria-current="page"]').filter({visible: true});
    assert.deepEqual(await current.allInnerTexts(), ['DinD와 DooD']);
    await page.goto(site.url('docs/references/'));
    // In the bar and in the sidebar.
    assert.deepEqual(await current.allInnerTexts(), ['참고 문헌', '참고 문헌']);
  });

  it('위의 메뉴에서 지금 있는 곳은 하나뿐이다', async () => {
    for (const [address, name] of [
      [article, '질문'],
      ['docs/references/', '참고 문헌'],
    ] as const) {
      const page = await site.open(address);
      const current = page.locator('.navbar__items [aria-current]').filter({visible: true});
      assert.deepEqual(await current.allInnerTexts(), [name]);
      assert.equal(await page.locator('.navbar__link--active').count(), 1);
    }
  });

  it('위로 올라갈 때만 맨 위로 가는 링크가 보이고, 보이지 않을 때는 초점을 받지 않는다', async () => {
    const page = await site.open(article);
    const link = page.getByRole('link', {name: '맨 위로'});
    await page.evaluate(() => window.scrollTo(0, 2000));
    assert.equal(await link.isVisible(), false);
    await page.evaluate(() => window.scrollTo(0, 1500));
    await link.click();
    await page.waitForFunction(() => window.scrollY === 0);
    await link.waitFor({state: 'hidden'});
  });

  it('본문으로 건너뛰면 다음 초점은 본문의 첫 링크다', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.open(article, {javaScriptEnabled});
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), '본문으로 건너뛰기');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const isInMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
      assert.ok(isInMain, await focused(page));
    }
  });
});

describe('키보드', () => {
  const site = useSite();

  it('본문을 Tab으로 다 지나도 초점을 잃지 않고, 위의 막대에 가리지 않는다', async () => {
    const page = await site.open('docs/containers/namespaces/#references');
    const stops: string[] = [];
    for (const key of ['Tab', 'Shift+Tab'] as const) {
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press(key);
        stops.push(
          await page.evaluate(() => {
            const element = document.activeElement;
            const box = element?.getBoundingClientRect();
            const bar = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0;
            const isCovered =
              box && box.top < bar && element?.closest('nav, aside') === null && box.bottom > 0;
            return element === document.body ? 'lost' : isCovered ? `covered ${box.top}` : '';
          }),
        );
      }
    }
    assert.deepEqual(stops.filter(Boolean), []);
  });
});
