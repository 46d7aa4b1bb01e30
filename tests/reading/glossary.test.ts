import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {axeViolations, useSite} from '../site.ts';

const address = 'docs/container-isolation/';
/** The first term of the page that has a definition. */
const term = 'main [data-behavior="term"]';

async function definitionBox(page: Page) {
  return page.locator(`${term} [role="tooltip"]`).first().boundingBox();
}

describe('용어 풀이', () => {
  const site = useSite();

  it('마우스를 올리면 뜻이 보이고, 떼거나 Esc를 누르면 사라진다', async () => {
    const page = await site.open(address);
    const definition = page.locator(`${term} [role="tooltip"]`).first();
    assert.equal(await definition.isVisible(), false);
    await page.locator(`${term} a`).first().hover();
    await definition.waitFor();
    assert.match(await definition.innerText(), /다\.$/);
    // WCAG 1.4.13: the pointer may go onto what it opened.
    await definition.hover();
    assert.equal(await definition.isVisible(), true);
    await page.locator('h1').hover();
    assert.equal(await definition.isVisible(), false);
    await page.locator(`${term} a`).first().focus();
    assert.equal(await definition.isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await definition.isVisible(), false);
  });

  it('줄 끝의 낱말에서도 뜻이 좁은 기둥이 되지 않고, 창 안에 있다', async () => {
    for (const width of [800, 1280]) {
      const page = await site.open('docs/docker/pid-1/', {viewport: {width, height: 800}});
      for (const link of await page.locator(`main p [data-behavior="term"] a:visible`).all()) {
        await link.evaluate((element) => element.scrollIntoView({block: 'center'}));
        await link.focus();
        const box = await page.locator('[role="tooltip"]:visible').boundingBox();
        assert.ok(box && box.height < 110, `${await link.innerText()}: ${box?.height}px`);
        assert.ok(box.x >= 0 && box.x + box.width <= width, `${box.x}, ${box.width}`);
      }
      await page.context().close();
    }
  });

  it('뜻은 낱말의 설명으로 이어져 있고, 한 글에서 용어마다 한 번만 나온다', async () => {
    const page = await site.open(address);
    const ids = await page
      .locator(`${term} [role="tooltip"]`)
      .evaluateAll((all) => all.map(({id}) => id));
    assert.ok(ids.length > 3, 'no term was found');
    assert.equal(new Set(ids).size, ids.length);
    const described = await page
      .locator(`${term} [aria-describedby]`)
      .evaluateAll((all) => all.map((element) => element.getAttribute('aria-describedby')));
    assert.deepEqual(described, ids);
  });

  it('자바스크립트를 꺼도 마우스로 보이고, 누르면 용어집의 그 용어로 간다', async () => {
    const page = await site.open(address, {javaScriptEnabled: false});
    await page.locator(`${term} a`).first().hover();
    await page.locator(`${term} [role="tooltip"]`).first().waitFor();
    await page.locator(`${term} a`).first().click();
    await page.waitForURL(/docs\/glossary\/#term-[a-z0-9-]+$/);
    const id = new URL(page.url()).hash;
    assert.equal(await page.locator(`${id} dfn`).count(), 1);
  });

  it('손가락으로 누르면 아래에서 뜻을 보여 주고, 거기서 용어집으로 간다', async () => {
    const page = await site.open(address, {
      viewport: {width: 360, height: 740},
      hasTouch: true,
      isMobile: true,
    });
    const link = page.locator(`${term} a`).first();
    const name = await link.innerText();
    await link.tap();
    const sheet = page.getByRole('dialog', {name, exact: true});
    assert.match(await sheet.innerText(), /다\.\s+용어집에서 보기/);
    assert.equal(await definitionBox(page), null);
    assert.match(page.url(), /container-isolation/);
    assert.deepEqual(await axeViolations(page), []);
    await sheet.getByRole('link', {name: '용어집에서 보기'}).tap();
    await page.waitForURL(/docs\/glossary\/#term-/);
  });

  it('뜻이 열려 있어도 접근성 검사를 통과하고, 인쇄할 때는 밑줄도 뜻도 없다', async () => {
    const page = await site.open(address);
    await page.locator(`${term} a`).first().hover();
    assert.deepEqual(await axeViolations(page), []);
    await page.emulateMedia({media: 'print'});
    assert.equal(await page.locator(`${term} [role="tooltip"]`).first().isVisible(), false);
    const decoration = await page
      .locator(`${term} a`)
      .first()
      .evaluate((link) => getComputedStyle(link).textDecorationLine);
    assert.equal(decoration, 'none');
  });

  it('용어집은 60개가 넘는 용어를 뜻, 출처, 쓰인 글과 함께 보인다', async () => {
    const page = await site.open('docs/glossary/', {javaScriptEnabled: false});
    const entries = await page.locator('dl > div').evaluateAll((all) =>
      all.map((entry) => ({
        term: entry.querySelector('dfn')?.textContent ?? '',
        definition: entry.querySelector('dd p')?.textContent ?? '',
        sources: entry.querySelectorAll('[role="doc-biblioref"]').length,
      })),
    );
    assert.ok(entries.length >= 60, `${entries.length} terms`);
    const letters = await page.locator('article h2:has(+ dl)').evaluateAll((all) =>
      // Behind it stands the link to itself.
      all.map((heading) => heading.firstChild?.textContent ?? ''),
    );
    const alphabet = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎABCDEFGHIJKLMNOPQRSTUVWXYZ';
    assert.equal(letters.join(''), [...alphabet].filter((one) => letters.includes(one)).join(''));
    assert.deepEqual(
      entries.filter(({term: name, definition, sources}) => !name || !definition || sources === 0),
      [],
    );
  });
});
