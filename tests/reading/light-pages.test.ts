import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {siteAddress} from '../../site/siteAddress.ts';
import {buildFolder, hydrated, useSite} from '../site.ts';

describe('가벼운 페이지', () => {
  const site = useSite();

  it('글을 그린 뒤에야 스크립트를 받는다', async () => {
    const page = await site.open('docs/virtualization/');
    const {firstPaint, scripts} = await page.evaluate(() => ({
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      scripts: performance
        .getEntriesByType('resource')
        .filter(({name}) => name.endsWith('.js'))
        .map(({name, startTime}) => ({name, startTime})),
    }));
    assert.ok(firstPaint !== undefined);
    assert.ok(scripts.length > 0, 'no script was seen');
    assert.deepEqual(
      scripts.filter(({startTime}) => startTime < firstPaint),
      [],
    );
  });

  it('검색만 읽는 것은 HTML에만 있고 스크립트로는 다시 받지 않는다', async () => {
    const page = await site.open('docs/virtualization/');
    const files = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({name}) => new URL(name).pathname)
        .filter((name) => name.endsWith('.js')),
    );
    const {baseUrl} = siteAddress(process.env);
    const scripts = files
      .map((file) => readFileSync(path.join(buildFolder, file.slice(baseUrl.length)), 'utf8'))
      .join('\n')
      .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    const asked = await page.locator('[data-also-asked] li').allTextContents();
    assert.ok(asked.length > 20);
    assert.deepEqual(
      asked.filter((question) => scripts.includes(question)),
      [],
    );
    // What readers see is there once more, for going from page to page.
    assert.ok(scripts.includes((await page.locator('h1').innerText()).trim()));
  });

  it('언제 그렸는지 알려 주지 않는 브라우저에서도 스크립트를 받는다', async () => {
    const page = await site.open('404.html');
    await page.addInitScript(() => {
      performance.getEntriesByName = () => [];
      performance.getEntriesByType = () => [];
      window.PerformanceObserver = class extends PerformanceObserver {
        override observe() {
          // As a browser that guards its reader's privacy: never calls back.
        }
      };
    });
    await page.goto(site.url('docs/virtualization/'));
    await hydrated(page);
  });
});
