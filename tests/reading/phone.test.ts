import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {axeViolations, useSite} from '../site.ts';

const address = 'docs/virtualization/';
const phone = {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true};
const bar = (page: Page) => page.getByRole('navigation', {name: '글 사이'});

/**
 * In the browser: what a finger presses within less than 44 px (WCAG 2.5.5), but for the links of
 * running text and of lists to read, and the marks for a mouse beside headings.
 */
function smallTargets(): string[] {
  const read = 'p, dd, li:not(nav li, footer li, .search-suggestions li), td, figcaption, sup';
  return [...document.querySelectorAll<HTMLElement>('a, button, select, input, summary')]
    .filter(
      (target) =>
        target.checkVisibility({visibilityProperty: true}) &&
        !(target.matches('a') && (target.closest(read) ?? target.matches('.hash-link'))),
    )
    .flatMap((target) => {
      target.scrollIntoView({block: 'center', behavior: 'instant'});
      const {left, top, width, height} = target.getBoundingClientRect();
      const isHit = (y: number) => {
        const hit = document.elementFromPoint(left + width / 2, y);
        return hit !== null && (target.contains(hit) || hit.closest('label')?.contains(target));
      };
      const middle = top + height / 2;
      // What another covers now is a target of another time.
      const isSmall = isHit(middle) && !(isHit(middle - 21) && isHit(middle + 21));
      return isSmall ? [`${target.tagName} ${target.textContent.slice(0, 30)} ${height}px`] : [];
    });
}

describe('한 손에 든 휴대전화', () => {
  const site = useSite();

  it('제목이 맨 위에 있고, 그 위에는 자리와 수준과 시간뿐이다', async () => {
    const page = await site.open(address, phone);
    const {y = Infinity} = (await page.locator('h1').boundingBox()) ?? {};
    assert.ok(y <= 140, `${y}px`);
    assert.match(
      await page.locator('article > p').first().innerText(),
      /^.+ › .+ · (기본|심화) · \d+분$/,
    );
  });

  it('아래의 막대는 내려 읽으면 비키고, 올라가면 돌아온다', async () => {
    const page = await site.open(address, phone);
    await bar(page).waitFor();
    await page.evaluate(() => window.scrollTo(0, 1500));
    await bar(page).waitFor({state: 'hidden'});
    await page.evaluate(() => window.scrollTo(0, 1400));
    await bar(page).waitFor();
    await bar(page)
      .getByRole('link', {name: /^다음: /})
      .click();
    await page.waitForURL((url) => url.pathname !== new URL(site.url(address)).pathname);
    await bar(page).getByRole('link', {name: '이전'}).click();
    await page.waitForURL(site.url(address));
    await bar(page).getByRole('button', {name: '검색'}).click();
    await page.getByRole('combobox').waitFor();
  });

  it('다음 글의 이름은 읽을 만큼 보인다', async () => {
    const page = await site.open('docs/docker/docker-run/', phone);
    const {seen, whole} = await bar(page)
      .getByRole('link', {name: /^다음: /})
      .locator('span')
      .last()
      .evaluate(({clientWidth, scrollWidth}) => ({seen: clientWidth, whole: scrollWidth}));
    assert.ok(seen >= Math.min(whole, 140), `${seen}px of ${whole}px`);
  });

  for (const path of [
    '',
    'docs/docker/docker-run/',
    'docs/references/',
    'questions/',
    'practice/',
    'interview/',
    'search/',
    'take/',
    'licenses/',
    '404.html',
  ]) {
    it(`/${path}: 누르는 것은 손가락에 44px이다`, async () => {
      const page = await site.open(path, phone);
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      assert.deepEqual(await page.evaluate(smallTargets), []);
    });
  }

  it('코드의 옵션은 붙임표에서 갈라지지 않고, 긴 이름도 제 칸을 넘지 않는다', async () => {
    for (const path of ['docs/docker/docker-run/', 'docs/docker/docker-networking/']) {
      const page = await site.open(path, phone);
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      const {count, cut} = await page.evaluate(() => {
        const words: Range[] = [];
        for (const code of document.querySelectorAll('article code')) {
          const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const node = texts.currentNode as Text;
            for (const {index, 0: word} of node.data.matchAll(/(?<![^\s])--?[a-z][\w-]*(?!\S)/g)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              words.push(range);
            }
          }
        }
        const lines = (range: Range) =>
          new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size;
        return {
          count: words.length,
          cut: words.filter((range) => lines(range) > 1).map((range) => range.toString()),
        };
      });
      assert.ok(count > 5, `${count}`);
      assert.deepEqual(cut, []);
    }
  });

  it('질문의 초점 테두리가 화면 안에 있다', async () => {
    const page = await site.open(`${address}#follow-ups`, phone);
    await page.locator('article summary').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const edge = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const {outlineOffset, outlineWidth, outlineStyle} = getComputedStyle(focused);
      return {
        name: focused.tagName,
        outlineStyle,
        left:
          focused.getBoundingClientRect().left -
          Number.parseFloat(outlineOffset) -
          Number.parseFloat(outlineWidth),
      };
    });
    assert.equal(edge.name, 'SUMMARY');
    assert.equal(edge.outlineStyle, 'solid');
    assert.ok(edge.left >= 0, `${edge.left}px`);
  });

  it('글자판이 창을 줄이면 비킨다', async () => {
    const page = await site.open(address, phone);
    await page.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', {value: window.innerHeight - 300});
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await bar(page).waitFor({state: 'hidden'});
  });

  it('목차는 아래에서 열려 읽는 곳을 보이고, 고르면 닫히고 그리로 간다', async () => {
    const page = await site.open(`${address}#references`, phone);
    await page.evaluate(() => window.scrollBy(0, -20));
    await bar(page).getByRole('button', {name: '목차'}).click();
    const outline = page.getByRole('navigation', {name: '이 페이지의 차례'});
    await outline.waitFor();
    assert.deepEqual(await axeViolations(page), []);
    const isSeen = await outline.locator('[aria-current="true"]').evaluate((link) => {
      const {top, bottom} = link.getBoundingClientRect();
      return top > 0 && bottom <= window.innerHeight;
    });
    assert.ok(isSeen);
    await outline.getByRole('link', {name: '꼬꼬무', exact: true}).click();
    await outline.waitFor({state: 'hidden'});
    await page.waitForFunction(() => location.hash === '#deep-dives');
    await bar(page).getByRole('button', {name: '목차'}).click();
    await page.keyboard.press('Escape');
    await outline.waitFor({state: 'hidden'});
  });

  it('자바스크립트를 끄면 막대는 글 끝에 있는 보통 링크다', async () => {
    const page = await site.open(address, {...phone, javaScriptEnabled: false});
    const {y = 0} = (await bar(page).boundingBox()) ?? {};
    assert.ok(y > 2000, `${y}px`);
    await bar(page).getByRole('link', {name: '검색'}).click();
    await page.waitForURL(/\/questions\/$/);
  });

  it('넓은 창에는 막대가 없다', async () => {
    const page = await site.open(address);
    assert.equal(await bar(page).isVisible(), false);
  });
});
