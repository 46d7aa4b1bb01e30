import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {
  addressesToTest,
  axeViolations,
  enhanced,
  openFollowUps,
  settled,
  useSite,
} from '../site.ts';

describe('모든 페이지', () => {
  const site = useSite();
  const addresses = addressesToTest();

  for (const address of addresses) {
    for (const width of [360, 1280]) {
      it(`/${address} ${width}px, 밝게와 어둡게: 오류, 바깥 요청, 접근성 위반, 가로 스크롤, 밀림이 없다`, async () => {
        const page = await site.open('404.html', {
          colorScheme: 'light',
          viewport: {width, height: 800},
        });
        const problems: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) {
            problems.push(`console: ${message.text()}`);
          }
        });
        page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
        page.on('request', (request) => {
          if (!request.url().startsWith(site.url('')) && !request.url().startsWith('data:')) {
            problems.push(`request: ${request.url()}`);
          }
        });
        page.on('response', (response) => {
          if (response.status() >= 400) {
            problems.push(`${response.status()}: ${response.url()}`);
          }
        });
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, {shifts});
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & {value: number})[]) {
              shifts.push(entry.value);
            }
          }).observe({type: 'layout-shift', buffered: true});
        });
        await page.goto(site.url(address), {waitUntil: 'networkidle'});
        await enhanced(page);
        const layoutShift = await page.evaluate(() =>
          (window as unknown as {shifts: number[]}).shifts.reduce((sum, value) => sum + value, 0),
        );
        // With every answer open, so that nothing is passed over as hidden.
        await openFollowUps(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({colorScheme});
          await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
          await settled(page);
          // Nothing but the colours differs in the dark.
          const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
          const violations = await axeViolations(page, rules);
          problems.push(...violations.map((text) => `${colorScheme}: ${text}`));
        }
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.deepEqual(problems, []);
        assert.ok(layoutShift <= 0.01, `layout shift ${layoutShift}`);
        assert.equal(overflow, 0);
        await page.context().close();
      });
    }
  }
});
