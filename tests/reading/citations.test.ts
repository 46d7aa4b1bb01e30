import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {axeViolations, settled, useSite} from '../site.ts';

const address = 'docs/1.0/virtualization/';
const first = '#cite-ibm-virtualization-1';

describe('인용', () => {
  const site = useSite();

  it('번호에 마우스를 올리면 출처를 보여 주고, Esc로 닫는다', async () => {
    const page = await site.open(address);
    await page.locator(first).hover();
    const preview = page.getByRole('tooltip');
    await preview.waitFor();
    const text = await preview.innerText();
    assert.match(text, /가상화란\?/);
    assert.match(text, /IBM/);
    assert.match(text, /한국어/);
    assert.match(text, /2023-09-07 확인/);
    await page.keyboard.press('Escape');
    await preview.waitFor({state: 'detached'});
  });

  it('미리보기 위로 마우스를 옮겨도 닫히지 않는다', async () => {
    const page = await site.open(address);
    await page.locator(first).hover();
    await page.getByRole('tooltip').hover();
    assert.equal(await page.getByRole('tooltip').count(), 1);
  });

  it('초점을 받아도 보이고, 360px에서도 화면 안에 있다', async () => {
    const page = await site.open(address, {viewport: {width: 360, height: 740}});
    for (const marker of (await page.locator('main sup a').all()).slice(0, 6)) {
      await marker.focus();
      const box = await page.getByRole('tooltip').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
      await marker.blur();
    }
  });

  it('지나가기만 한 마우스에는 보이지 않는다', async () => {
    const page = await site.open(address);
    await page.clock.install();
    await page.locator(first).hover();
    await page.clock.runFor(100);
    await page.mouse.move(0, 0);
    await page.clock.runFor(1000);
    assert.equal(await page.getByRole('tooltip').count(), 0);
  });

  it('보이기 전에 Esc를 누르면 늦게라도 보이지 않는다', async () => {
    const page = await site.open(address);
    await page.clock.install();
    await page.locator(first).hover();
    await page.clock.runFor(100);
    await page.keyboard.press('Escape');
    await page.clock.runFor(1000);
    assert.equal(await page.getByRole('tooltip').count(), 0);
  });

  it('손가락으로 누르면 자리를 옮기지 않고 아래에서 출처를 보여 주고, Esc나 바깥을 눌러 닫는다', async () => {
    const page = await site.open(address, {
      viewport: {width: 390, height: 800},
      isMobile: true,
      hasTouch: true,
    });
    const marker = page.locator(first);
    await marker.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => window.scrollY);
    await marker.tap();
    const sheet = page.getByRole('dialog', {name: '참고 자료 1'});
    assert.match(await sheet.innerText(), /가상화란\?[^]*출처 열기[^]*참고 자료 목록에서 보기/);
    // It comes in from below.
    await settled(page);
    const box = await sheet.boundingBox();
    assert.ok(box && box.y > 300 && Math.round(box.y + box.height) === 800, JSON.stringify(box));
    assert.equal(await page.evaluate(() => window.scrollY), top);
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('Escape');
    await sheet.waitFor({state: 'detached'});
    await marker.tap();
    await page.touchscreen.tap(200, 100);
    await sheet.waitFor({state: 'detached'});
    await marker.tap();
    await sheet.getByRole('link', {name: '참고 자료 목록에서 보기'}).tap();
    await page.waitForURL(/#ref-ibm-virtualization$/);
    await sheet.waitFor({state: 'detached'});
  });

  it('번호는 참고 자료로, 참고 자료는 본문의 그 자리로 간다', async () => {
    const page = await site.open(address);
    await page.locator(first).click();
    assert.equal(new URL(page.url()).hash, '#ref-ibm-virtualization');
    const entry = page.locator('#ref-ibm-virtualization');
    assert.deepEqual(await entry.locator('[role="doc-backlink"]').allTextContents(), ['a', 'b']);
    await entry.locator('[role="doc-backlink"]').last().click();
    assert.equal(new URL(page.url()).hash, '#cite-ibm-virtualization-2');
  });

  it('번호는 목록의 차례와 같다', async () => {
    const page = await site.open(address);
    const mismatches = await page.evaluate(() => {
      const order = [...document.querySelectorAll('[role="doc-bibliography"] li')].map(
        ({id}) => id,
      );
      return [...document.querySelectorAll<HTMLAnchorElement>('main sup a')]
        .filter((link) => order[Number(link.textContent) - 1] !== link.hash.slice(1))
        .map((link) => link.outerHTML);
    });
    assert.deepEqual(mismatches, []);
  });

  it('닫힌 답 안의 인용으로 돌아가면 답을 편다', async () => {
    const page = await site.open(address);
    await page.locator('#ref-owasp-docker').locator('[role="doc-backlink"]').first().click();
    await page.locator('details:has(#cite-owasp-docker-1)[open]').waitFor();
  });
});

describe('참고 문헌', () => {
  const site = useSite();

  it('이 버전이 인용한 출처를 종류별로 모으고, 인용한 곳마다 링크한다', async () => {
    const page = await site.open('docs/1.0/references/');
    const headings = await page.locator('main h2').allInnerTexts();
    assert.deepEqual(
      headings.map((heading) => heading.replace(/\u200b/g, '').trim()),
      ['표준과 규격', '공식 문서', '저장소와 소스 코드', '블로그', '질의응답'],
    );
    assert.equal(await page.locator('main li[id^="ref-"]').count(), 61);
    const entry = page.locator('#ref-petazzoni-dind');
    await entry.locator('[role="doc-backlink"][href*="docker-in-docker"]').first().click();
    await page.waitForURL(/docker-in-docker\/#cite-petazzoni-dind-1$/);
  });

  it('되돌아가는 링크가 모두 있는 자리를 가리킨다', async () => {
    const page = await site.open('docs/1.0/references/');
    const hrefs = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('[role="doc-backlink"]')].map(
        ({href}) => href,
      ),
    );
    const markup = new Map<string, string>();
    for (const href of hrefs) {
      const {origin, pathname, hash} = new URL(href);
      const html = markup.get(pathname) ?? (await (await fetch(origin + pathname)).text());
      markup.set(pathname, html);
      assert.match(html, new RegExp(`id="?${hash.slice(1)}["\\s>]`), href);
    }
    assert.ok(hrefs.length > 150);
  });

  it('자바스크립트를 꺼도 번호와 되돌아가기가 링크로 움직인다', async () => {
    const page = await site.open(address, {javaScriptEnabled: false});
    await page.locator(first).click();
    assert.equal(new URL(page.url()).hash, '#ref-ibm-virtualization');
    await page.locator('#ref-owasp-docker').locator('[role="doc-backlink"]').first().click();
    assert.equal(await page.locator('details:has(#cite-owasp-docker-1)[open]').count(), 1);
  });
});
