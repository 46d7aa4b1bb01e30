import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {
  addressesToTest,
  axeViolations,
  openFollowUps,
  settled,
  shiftWhileLoading,
  unnoticed,
  useSite,
} from '../site.ts';

/** A page in both widths, in light and dark once each: what it says is the same in both. */
const phone = {width: 360, height: 800};
const desktop = {width: 1280, height: 800};
/** Pages of every kind: these in every pair of width and colours, each loaded anew. */
const everyKind = ['', 'docs/docker/pid-1/', 'questions/', 'search/', 'versions/', '404.html'];
const colorSchemes = ['dark', 'light'] as const;

/** In the browser: citations that touch the letters beside them, or begin a line. */
function misplacedCitations(): string[] {
  const rectOf = (text: Node | null, last: boolean): DOMRect | undefined => {
    const length = text?.nodeType === Node.TEXT_NODE ? (text.nodeValue ?? '').length : 0;
    if (!text || length === 0) {
      return undefined;
    }
    const range = document.createRange();
    range.setStart(text, last ? length - 1 : 0);
    range.setEnd(text, last ? length : 1);
    return range.getBoundingClientRect();
  };
  return [...document.querySelectorAll('main sup')].flatMap((group) => {
    const box = group.getBoundingClientRect();
    // Between them stands the joiner that holds them together.
    const joined = group.previousSibling?.nodeValue === '\u2060';
    const neighbour = joined ? group.previousSibling?.previousSibling : group.previousSibling;
    const before =
      neighbour instanceof Element
        ? [...neighbour.getClientRects()].at(-1)
        : rectOf(neighbour ?? null, true);
    const after = rectOf(group.nextSibling, false);
    const name = `인용 ${group.textContent}(${group.parentElement?.textContent?.slice(0, 30)})`;
    // A name longer than the line, such as container_memory_working_set_bytes, leaves no room for it.
    const start = group.parentElement?.getBoundingClientRect().left ?? 0;
    const isFull = neighbour instanceof Element && before && before.left <= start + 1;
    return [
      ...(before && before.bottom <= box.top && !isFull ? [`${name}: 줄의 첫머리`] : []),
      ...(before && before.bottom > box.top && before.right > box.left + 0.5
        ? [`${name}: 앞 글자와 겹침`]
        : []),
      ...(after && after.top < box.bottom && after.left < box.right - 0.5 && after.left > box.left
        ? [`${name}: 뒤 글자와 겹침`]
        : []),
    ];
  });
}

/** In the browser: levels of headings that are not smaller than the level above. */
function headingsOutOfSize(): string[] {
  const sizes = [1, 2, 3, 4].map((level) =>
    [...document.querySelectorAll(`main h${level}`)].map((heading) =>
      Number.parseFloat(getComputedStyle(heading).fontSize),
    ),
  );
  const used = sizes.filter(({length}) => length > 0);
  return used.flatMap((level, index) => {
    const above = used[index - 1] ?? [Infinity];
    return Math.max(...level) < Math.min(...above)
      ? []
      : [`제목의 크기: ${Math.max(...level)}px이 위의 ${Math.min(...above)}px보다 작지 않음`];
  });
}

/** In the browser: words of tables that are cut, tables that end short, and code below a button. */
function cutText(): string[] {
  const problems: string[] = [];
  for (const cell of document.querySelectorAll('main :is(th, td)')) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const value = text.nodeValue ?? '';
      const range = document.createRange();
      for (const {0: word, index} of value.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = [...range.getClientRects()].map(({bottom}) => Math.round(bottom));
        if (new Set(tops).size > 1) {
          problems.push(`표의 칸: 낱말 ${word}가 잘림`);
        }
      }
    }
  }
  for (const table of document.querySelectorAll('main table')) {
    const frame = table.parentElement;
    if (frame && table.getBoundingClientRect().width < frame.clientWidth - 1) {
      problems.push(`표 ${table.ariaLabel}: 폭이 모자람`);
    }
  }
  for (const button of document.querySelectorAll('[data-behavior="copy-code"]')) {
    const {left, bottom} = button.getBoundingClientRect();
    const pre = button.parentElement?.querySelector('pre');
    const edge = pre?.getBoundingClientRect().right ?? Infinity;
    const isUnder = [...(pre?.querySelector('code')?.getClientRects() ?? [])].some(
      (line) => line.top < bottom && Math.min(line.right, edge) > left,
    );
    if (isUnder) {
      problems.push(`코드 ${pre?.textContent.slice(0, 30)}: 단추 밑`);
    }
  }
  return problems;
}

/** In the browser: a title that does not stand where, and as large as, on all other pages. */
function titleOutOfPlace(): string[] {
  const root = getComputedStyle(document.documentElement);
  const title = document.querySelector('main h1');
  if (!title || window.innerWidth > 996) {
    return [];
  }
  const gutter = Number.parseFloat(root.fontSize);
  const {left} = title.getBoundingClientRect();
  // The home page opens with a larger one.
  const size = document.querySelector('#map') ? '' : getComputedStyle(title).fontSize;
  return [
    ...(Math.abs(left - gutter) < 1 ? [] : [`제목: 왼쪽에서 ${left}px`]),
    ...(size === '' || size === `${1.5 * gutter}px` ? [] : [`제목: ${size}`]),
  ];
}

/** What is wrong with how the open page stands in its window. */
async function geometryFaults(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...(overflow > 0 ? [`가로로 ${overflow}px 넘침`] : []),
    ...(await page.evaluate(misplacedCitations)),
    ...(await page.evaluate(headingsOutOfSize)),
    ...(await page.evaluate(titleOutOfPlace)),
    ...(await page.evaluate(cutText)),
  ];
}

describe('모든 페이지', () => {
  const site = useSite();

  /** Loads the page and opens every answer, so that nothing is passed over as hidden. */
  async function load(
    address: string,
    options: {colorScheme: 'dark' | 'light'; viewport: {width: number; height: number}},
  ): Promise<{page: Page; problems: string[]}> {
    const page = await site.newPage(options);
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
    const layoutShift = await shiftWhileLoading(page, () =>
      page.goto(site.url(address), {waitUntil: 'load'}),
    );
    if (layoutShift > unnoticed) {
      problems.push(`읽는 동안 ${layoutShift}만큼 밀림`);
    }
    await openFollowUps(page);
    await settled(page);
    return {page, problems};
  }

  // axe takes most of the time. What it looks at stands on many pages, so every other page is
  // dark on a phone, and the rest are light on a desktop.
  for (const [index, address] of addressesToTest().entries()) {
    const [first, second] = index % 2 === 0 ? [phone, desktop] : [desktop, phone];
    it(`/${address}: 오류, 바깥 요청, 접근성 위반, 가로 스크롤, 밀림이 없다`, async () => {
      const colorScheme = first === phone ? 'dark' : 'light';
      const {page, problems} = await load(address, {colorScheme, viewport: first});
      problems.push(...(await axeViolations(page)), ...(await geometryFaults(page)));
      await page.setViewportSize(second);
      await settled(page);
      problems.push(...(await geometryFaults(page)));
      await page.context().close();
      assert.deepEqual(problems, []);
    });
  }

  for (const address of everyKind) {
    for (const viewport of [phone, desktop]) {
      for (const colorScheme of colorSchemes) {
        const name = `/${address} ${viewport.width}px ${colorScheme === 'dark' ? '어둡게' : '밝게'}`;
        it(`${name}: 처음 열 때부터 같은 잘못이 없다`, async () => {
          const {page, problems} = await load(address, {colorScheme, viewport});
          problems.push(...(await axeViolations(page)), ...(await geometryFaults(page)));
          await page.context().close();
          assert.deepEqual(problems, []);
        });
      }
    }
  }
});
