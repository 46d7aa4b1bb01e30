import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {addressesToTest, settled, useSite} from '../site.ts';

/** A character and the weight in which it is set, e.g. `700 가`. */
type Shown = string;

/**
 * What the page shows and may come to show: with all answers open, and every link that can become
 * active as if it were.
 */
async function shownOn(page: Page): Promise<Shown[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      details.open = true;
    }
    for (const name of ['menu__link', 'table-of-contents__link', 'navbar__link']) {
      for (const link of document.getElementsByClassName(name)) {
        link.classList.add(`${name}--active`);
      }
    }
    const shown = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const {parentElement} = text;
      if (parentElement?.checkVisibility()) {
        const {fontWeight, fontFamily} = getComputedStyle(parentElement);
        const weight = Number(fontWeight) >= 600 ? 700 : 400;
        const isCode = !fontFamily.includes('Kkori Sans') || fontFamily.includes('monospace');
        for (const character of text.nodeValue?.normalize('NFC') ?? '') {
          // Colours are the reader's own font's, and in code its signs come first.
          const isOfOthers = /[\s\u200b\p{Extended_Pictographic}]/u.test(character);
          if (!isOfOthers && (!isCode || /[가-힣]/.test(character))) {
            shown.add(`${weight} ${character}`);
          }
        }
      }
    }
    return [...shown];
  });
}

/** Those of them that Chromium does not draw with the fonts of the site. */
async function withoutGlyph(page: Page, shown: readonly Shown[]): Promise<Shown[]> {
  await page.evaluate(async (all) => {
    const box = document.createElement('div');
    box.id = 'glyphs';
    // The same files, whenever they come; what a search finds elsewhere is in the second family alone.
    box.style.fontFamily = "'Kkori Sans Diagram', 'Kkori Sans'";
    for (const one of all) {
      const [weight = '', character = ''] = one.split(' ');
      const element = box.appendChild(document.createElement('i'));
      Object.assign(element.style, {fontStyle: 'normal', fontWeight: weight});
      element.textContent = character;
    }
    document.body.append(box);
    const text = box.textContent;
    await Promise.all(
      ['Kkori Sans Diagram', 'Kkori Sans'].flatMap((family) =>
        [400, 700].map((weight) => document.fonts.load(`${weight} 16px '${family}'`, text)),
      ),
    );
  }, shown);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const {root} = await session.send('DOM.getDocument', {depth: 0});
  const {nodeIds} = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#glyphs i',
  });
  const lacking: Shown[] = [];
  for (const [index, nodeId] of nodeIds.entries()) {
    const {fonts} = await session.send('CSS.getPlatformFontsForNode', {nodeId});
    if (!fonts.every(({isCustomFont}) => isCustomFont)) {
      lacking.push(shown[index] ?? '');
    }
  }
  await page.evaluate(() => document.getElementById('glyphs')?.remove());
  return lacking;
}

/** Files that the page has come to need without asking for them early, in which it may break lines anew. */
async function lateFonts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Laid out, and so asked for.
    void document.body.offsetHeight;
    await document.fonts.ready;
    const early = [...document.querySelectorAll<HTMLLinkElement>('link[as="font"]')];
    return performance
      .getEntriesByType('resource')
      .map(({name}) => name)
      .filter((name) => name.endsWith('.woff2') && !early.some(({href}) => href === name));
  });
}

describe('글꼴', () => {
  const site = useSite();

  it('모든 페이지의 보이는 글자가, 쓰인 굵기의 글꼴에 있다', async () => {
    // Chromium takes a font that another page of the tab has fetched, whether this one shows it or not.
    const withoutScripts = {javaScriptEnabled: false};
    const inSections = await site.newPage(withoutScripts);
    const outside = await site.newPage(withoutScripts);
    const stylesOf = async (address: string) =>
      /<style>[^<]*/.exec(await (await fetch(site.url(address))).text())?.[0];
    const stylesOutside = await stylesOf('');
    const places = new Map<Shown, string>();
    const late: string[] = [];
    for (const address of addressesToTest()) {
      const page = (await stylesOf(address)) === stylesOutside ? outside : inSections;
      await page.goto(site.url(address));
      for (const one of await shownOn(page)) {
        places.set(one, places.get(one) ?? address);
      }
      late.push(...(await lateFonts(page)).map((font) => `/${address}: ${font}`));
    }
    assert.deepEqual(late, [], '처음부터 받지 않는 글꼴');
    assert.ok(places.size > 500, `only ${places.size} were seen`);
    const tester = await site.open('');
    const lacking = await withoutGlyph(tester, [...places.keys()]);
    assert.deepEqual(
      lacking.map((one) => `/${places.get(one)}: ${one}`),
      [],
    );
  });

  it('휴대전화에서 읽어 내려가도 더 받지 않는다', async () => {
    const page = await site.open('docs/virtualization/', {viewport: {width: 360, height: 740}});
    // The bar at the foot comes when one reads upwards.
    await page.mouse.wheel(0, 4000);
    await page.waitForFunction(() => window.scrollY > 1000);
    await page.mouse.wheel(0, -400);
    await settled(page);
    assert.deepEqual(await lateFonts(page), []);
  });

  it('글꼴에 없는 글자와, 굵은 글꼴에 없는데 굵게 쓴 글자를 찾아낸다', async () => {
    const page = await site.open('');
    await page.evaluate(() => {
      document.body.innerHTML = '<p>가뷁</p><strong>가</strong><pre>│뷁</pre>';
    });
    assert.deepEqual(await withoutGlyph(page, await shownOn(page)), ['400 뷁']);

    await page.goto(site.url('docs/virtualization/'));
    const shown = await shownOn(page);
    const inBold = shown.map((one) => one.replace('400', '700'));
    const lacking = await withoutGlyph(page, inBold);
    assert.ok(lacking.length > 10, `only ${lacking.length} of ${shown.length}`);
    assert.ok(lacking.every((one) => !shown.includes(one)));
  });

  it('검색 결과도 그렇다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('가상화와 컨테이너');
    await page.getByRole('option').first().waitFor();
    assert.deepEqual(await withoutGlyph(page, await shownOn(page)), []);
  });
});
