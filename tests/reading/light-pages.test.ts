import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {hydrated, useSite} from '../site.ts';

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
