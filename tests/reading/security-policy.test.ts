import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';

import {select} from 'hast-util-select';
import type {BrowserContextOptions, Page} from 'playwright-core';

import {builtPages, useSite, versions} from '../site.ts';

declare global {
  interface Window {
    /** Directives that the page has violated. */
    violations: string[];
    /** Set by an attack that ran. */
    attacked?: boolean;
    reportViolation: (text: string) => Promise<void>;
  }
}

const article = 'docs/docker-in-docker/';
const elsewhere = 'https://attacker.test';

/** What a stranger's page might carry; each sets `attacked`, or changes where the page leads. */
const attacks: {
  name: string;
  html: string;
  directive: string;
  act?: (page: Page) => Promise<unknown>;
  succeeded?: () => boolean;
}[] = [
  {
    name: '끼워 넣은 스크립트',
    html: '<script>attacked = true</script>',
    directive: 'script-src-elem',
  },
  {
    name: '다른 사이트의 스크립트',
    html: `<script src="${elsewhere}/x.js"></script>`,
    directive: 'script-src-elem',
  },
  {
    name: 'on* 속성',
    html: '<img src="data:," alt="" onerror="attacked = true">',
    directive: 'script-src-attr',
  },
  {
    name: 'javascript: 링크',
    html: '<a id="attack" href="javascript:void(attacked = true)">링크</a>',
    directive: 'script-src-elem',
    act: (page) => page.evaluate(() => document.getElementById('attack')?.click()),
  },
  {
    name: '<base>',
    html: `<base href="${elsewhere}/">`,
    directive: 'base-uri',
    succeeded: () => document.baseURI.startsWith('https://attacker.test'),
  },
  {
    name: '<object>',
    html: `<object data="${elsewhere}/x.svg" onload="attacked = true"></object>`,
    directive: 'object-src',
  },
  {
    name: '끼워 넣은 <style>',
    html: '<style>body { --attacked: 1 }</style>',
    directive: 'style-src-elem',
    succeeded: () => getComputedStyle(document.body).getPropertyValue('--attacked') === '1',
  },
  {
    name: 'style 속성',
    html: '<p id="attack" style="position: fixed; inset: 0">',
    directive: 'style-src-attr',
    succeeded: () => {
      const attack = document.getElementById('attack');
      return attack !== null && getComputedStyle(attack).position === 'fixed';
    },
  },
  {
    name: '다른 사이트의 그림',
    html: `<img src="${elsewhere}/x.svg" alt="" id="attack">`,
    directive: 'img-src',
    succeeded: () => (document.getElementById('attack') as HTMLImageElement).naturalWidth > 0,
  },
];

describe('보안 정책(CSP)', () => {
  const site = useSite();

  async function watch(page: Page): Promise<void> {
    await page.addInitScript(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', ({effectiveDirective}) => {
        window.violations.push(effectiveDirective);
      });
    });
  }

  /** What the attacker has put into the article below. */
  let injected = '';

  /** A page that gets the article with `injected` in it, from a host that sends no headers. */
  async function victim(options: BrowserContextOptions): Promise<Page> {
    const page = await site.open('404.html', options);
    await watch(page);
    await page.route(`${elsewhere}/*.js`, (route) =>
      route.fulfill({contentType: 'text/javascript', body: 'attacked = true'}),
    );
    await page.route(`${elsewhere}/*.svg`, (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      }),
    );
    await page.route(site.url(article), async (route) => {
      const body = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: body.replace('<body>', () => `<body>${injected}`),
      });
    });
    return page;
  }

  let unguarded: Page;
  let guarded: Page;
  before(async () => {
    unguarded = await victim({bypassCSP: true});
    guarded = await victim({});
  });

  for (const {name, html, directive, act, succeeded = () => window.attacked === true} of attacks) {
    it(`${name}: 정책이 없으면 되고, 있으면 되지 않는다`, async () => {
      injected = html;
      for (const page of [unguarded, guarded]) {
        const isGuarded = page === guarded;
        await page.goto(site.url(article));
        await act?.(page);
        await page.waitForFunction(isGuarded ? () => window.violations.length > 0 : succeeded);
        assert.equal(await page.evaluate(succeeded), !isGuarded, `정책: ${isGuarded}`);
        const violations = await page.evaluate(() => window.violations);
        assert.equal(violations.includes(directive), isGuarded, violations.join());
      }
    });
  }

  it('글자를 코드로 바꾸지 못한다', async () => {
    for (const page of [unguarded, guarded]) {
      await page.goto(site.url(article));
      // Called by the page itself: what a debugger evaluates is free of the policy.
      const result = await page.evaluate(
        () =>
          new Promise((resolve) => {
            setTimeout(() => {
              try {
                resolve(eval('1'));
              } catch (error) {
                resolve((error as Error).name);
              }
            });
          }),
      );
      assert.equal(result, page === guarded ? 'EvalError' : 1);
    }
  });

  it('모든 페이지의 머리에서 스크립트와 스타일보다 먼저 오고, 모두 같다', () => {
    const policies = builtPages.map(({root, address, html}) => {
      const meta = select('head > meta[http-equiv="Content-Security-Policy"]', root);
      const at = html.indexOf('Content-Security-Policy');
      assert.ok(at > 0 && at < html.search(/<(script|style|link|base)\b/), address);
      return String(meta?.properties.content);
    });
    assert.equal(new Set(policies).size, 1);
    // Cloudflare Pages reads no longer lines of _headers.
    assert.ok((policies[0]?.length ?? 0) < 1900, `${policies[0]?.length}`);
  });

  it('npm run serve는 _headers의 머리말을 보내고, PDF에는 정책을 달지 않는다', async () => {
    const page = await fetch(site.url(article));
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'$/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(page.headers.get('cross-origin-opener-policy'), 'same-origin');
    const pdf = await fetch(site.url(`pdf/${versions[0]}.pdf`));
    assert.equal(pdf.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(pdf.headers.get('content-security-policy'), null);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`사이트의 모든 동작이 정책을 어기지 않는다 (${colorScheme})`, async () => {
      const page = await site.open('404.html', {colorScheme});
      const violations: string[] = [];
      await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
          void window.reportViolation(`${location.pathname}: ${effectiveDirective} ${blockedURI}`);
        });
      });
      await page.goto(site.url(''), {waitUntil: 'networkidle'});

      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('도커 데몬');
      await page.getByRole('option').first().click();
      await page.waitForURL(/docs\//);
      await page.getByRole('button', {name: /모드/}).first().click();
      await page.getByRole('navigation').getByRole('link', {name: '참고 문헌'}).first().click();
      await page.waitForURL(/references/);
      await page.locator('.theme-doc-sidebar-menu a[href*="docker-in-docker"]').click();
      await page.waitForURL(/docker-in-docker/);

      await page.getByRole('button', {name: '모두 펼치기'}).click();
      await page.locator('[role="doc-biblioref"]').first().hover();
      await page.getByRole('button', {name: '크게 보기'}).first().click();
      await page.getByRole('button', {name: '확대', exact: true}).click();
      const drawing = page.locator('dialog[open] .diagram svg');
      assert.ok(((await drawing.boundingBox())?.width ?? 0) > 300);
      await page.getByRole('button', {name: '닫기'}).click();
      await page.emulateMedia({media: 'print'});
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({media: 'screen'});
      await page.locator('main [data-behavior="term"] a').first().hover();
      await page.getByRole('button', {name: '복사'}).first().click();
      await page
        .getByRole('link', {name: /^링크 복사/})
        .first()
        .click();
      await page.setViewportSize({width: 360, height: 740});
      await page.getByRole('button', {name: '메뉴 열기'}).click();
      await page.getByRole('button', {name: '메뉴 닫기'}).click();
      await page.setViewportSize({width: 1280, height: 800});
      await page.locator('.navbar summary').click();
      await page.getByRole('link', {name: '다음 쓰는 중'}).click();
      await page.waitForURL(/docs\/next\//);
      await page.goto(site.url('search/?q=하이퍼바이저'), {waitUntil: 'networkidle'});
      await page.getByRole('searchbox').press('Enter');

      assert.deepEqual(violations, []);
    });
  }
});
