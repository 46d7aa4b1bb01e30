import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';

import type {Page} from 'playwright-core';

import {readContentModel} from '../../content-model/model.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {
  addressesToTest,
  buildFolder,
  builtPages,
  enhanced,
  openFollowUps,
  useSite,
} from '../site.ts';

/** The pages of the documentation: `/style/` has copies of theirs. */
const pagesWithDiagrams = builtPages.filter(
  ({address, html}) => address.startsWith('docs/') && /class="?diagram["\s>]/.test(html),
);

/** What lies where it must not, in every drawing of the page as the window shows it. */
async function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const overlap = (a: DOMRect, b: DOMRect, slack: number) =>
      a.left < b.right - slack &&
      a.right > b.left + slack &&
      a.top < b.bottom - slack &&
      a.bottom > b.top + slack;
    for (const svg of document.querySelectorAll<SVGSVGElement>('figure .diagram svg')) {
      const frame = svg.getBoundingClientRect();
      // A tall one does not fill the width of its place.
      const {a: scale, e: originX, f: originY} = svg.getScreenCTM() ?? new DOMMatrix();
      const name = svg.parentElement?.ariaLabel ?? '';
      const report = (what: string, text: Element) =>
        found.push(`${name}: ${what}: ${text.textContent}`);
      // Seen at once between the bars of the window, or else not larger than drawn.
      if (frame.height > 580 && scale > 1.01) {
        found.push(`${name}: ${frame.height}px`);
      }
      const texts = [...svg.querySelectorAll('text')];
      const boxes = texts.map((text) => text.getBoundingClientRect());
      for (const [index, text] of texts.entries()) {
        const box = boxes[index]!;
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < 11.5) {
          report(`${size.toFixed(2)}px`, text);
        }
        if (box.left < frame.left - 1 || box.right > frame.right + 1) {
          report('outside the drawing', text);
        }
        const shape = text.parentElement?.closest('.node')?.firstElementChild;
        const room = shape?.getBoundingClientRect();
        if (
          room &&
          (box.left < room.left ||
            box.right > room.right ||
            box.top < room.top - 1 ||
            box.bottom > room.bottom + 1)
        ) {
          report('outside its box', text);
        }
        for (const other of boxes.slice(index + 1)) {
          if (overlap(box, other, 1)) {
            report('over another text', text);
          }
        }
        // The line boxes are higher than the letters in them.
        const letters = new DOMRect(box.x, box.y + 3 * scale, box.width, box.height - 6 * scale);
        const isInBox = text.closest('.node') !== null || text.matches('.number');
        for (const line of svg.querySelectorAll<SVGPathElement>('.line, .lifeline')) {
          const length = line.getTotalLength();
          // Life lines run behind boxes and numbers.
          if (isInBox && line.matches('.lifeline')) {
            continue;
          }
          for (let at = 0; at < length; at += 3) {
            const {x, y} = line.getPointAtLength(at);
            const [left, top] = [originX + x * scale, originY + y * scale];
            if (
              left > letters.left &&
              left < letters.right &&
              top > letters.top &&
              top < letters.bottom
            ) {
              report('over a line', text);
              break;
            }
          }
        }
      }
    }
    return found;
  });
}

describe('다이어그램', () => {
  const site = useSite();

  it('글마다 적힌 그림이 모두 HTML에 있고, 페이지 안에서 id가 겹치지 않는다', () => {
    const written = readContentModel(repositoryRoot)
      .versions.flatMap(({pages}) => pages)
      .flatMap(({text}) => [...text.matchAll(/^```mermaid$/gm)]).length;
    const drawn = pagesWithDiagrams.flatMap(({html}) => [
      ...html.matchAll(/class="?diagram["\s>]/g),
    ]).length;
    assert.ok(drawn > 0);
    assert.equal(drawn, written);
    for (const {html, address} of pagesWithDiagrams) {
      const ids = [...html.matchAll(/\sid="?([^"\s>]+)/g)].map(([, id]) => id);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      assert.deepEqual(twice, [], address);
    }
  });

  it('그림 하나는 압축해서 3KB를 넘지 않는다', () => {
    const drawings = pagesWithDiagrams.flatMap(
      ({html}) => html.match(/<svg xmlns[^]*?<\/svg>/g) ?? [],
    );
    assert.ok(drawings.length > 0, 'none found would be none checked');
    for (const svg of drawings) {
      assert.ok(gzipSync(svg).length <= 3 * 1024, `${gzipSync(svg).length}`);
    }
  });

  it('Mermaid의 자바스크립트는 한 바이트도 보내지 않는다', () => {
    const scripts = readdirSync(buildFolder, {recursive: true, encoding: 'utf8'}).filter((file) =>
      file.endsWith('.js'),
    );
    assert.ok(scripts.length > 0);
    for (const script of scripts) {
      const text = readFileSync(path.join(buildFolder, script), 'utf8');
      assert.doesNotMatch(text, /mermaidAPI|langium|flowchart-elk/, script);
    }
  });

  const toTest = new Set(addressesToTest());
  let shared: Page;
  before(async () => {
    // One tab, which has the fonts and the styles from the first page on.
    shared = await site.newPage();
  });
  for (const {address} of pagesWithDiagrams.filter((page) => toTest.has(page.address))) {
    it(`/${address} 360px과 1280px: 글자가 제 상자 안에 있고, 글자나 선을 덮지 않으며, 11.5px보다 작지 않다`, async () => {
      await shared.goto(site.url(address));
      await openFollowUps(shared);
      await shared.evaluate(() => document.fonts.ready);
      for (const width of [360, 1280]) {
        await shared.setViewportSize({width, height: 800});
        assert.deepEqual(await misplaced(shared), [], `${width}px`);
      }
    });
  }

  it('그림은 창 하나를 크게 넘지 않는다', () => {
    const heights = pagesWithDiagrams
      .filter(({address}) => address.startsWith('docs/next/'))
      .flatMap(({html}) => [...html.matchAll(/viewBox="0 0 384 ([\d.]+)"/g)])
      .map(([, height]) => Number(height));
    assert.ok(heights.length > 0);
    assert.ok(Math.max(...heights) <= 720, String(Math.max(...heights)));
  });

  it('자바스크립트를 꺼도 이름과 설명이 있는 그림이 보인다', async () => {
    const page = await site.open('docs/1.0/container-isolation/', {javaScriptEnabled: false});
    const diagram = page.getByRole('img', {name: '컨테이너를 둘러싼 격리의 벽'});
    const box = await diagram.boundingBox();
    assert.ok(box && box.height > 200);
    const description = await diagram.getAttribute('aria-details');
    assert.match(await page.locator(`#${description}`).innerText(), /여섯 겹의 벽/);
    assert.equal(await page.locator('figcaption').first().isVisible(), true);
  });

  it('테마를 바꾸어도 자리가 밀리지 않고 색이 바로 바뀐다', async () => {
    const page = await site.open('docs/1.0/virtualization/');
    await page.evaluate(() => {
      const shifts = ((window as unknown as {shifts: number[]}).shifts = []) as number[];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as unknown as {value: number}).value);
        }
      }).observe({type: 'layout-shift', buffered: true});
    });
    const colour = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('.diagram text') as Element).fill,
      );
    const before = await colour();
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    assert.notEqual(await colour(), before);
    const shifts = await page.evaluate(() => (window as unknown as {shifts: number[]}).shifts);
    assert.ok(shifts.reduce((sum, value) => sum + value, 0) <= 0.01, String(shifts));
  });

  it('크게 보기는 키보드로 열고, 확대하고, Esc로 닫으면 초점이 돌아온다', async () => {
    const page = await site.open('docs/1.0/virtualization/', {viewport: {width: 360, height: 740}});
    const button = page.getByRole('button', {name: '크게 보기'}).first();
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {name: '하이퍼바이저 가상화의 구조, 크게 보기'});
    await dialog.waitFor();
    const width = async () =>
      (await dialog.getByRole('img').locator('svg').boundingBox())?.width ?? 0;
    const natural = await width();
    await dialog.getByRole('button', {name: '확대'}).press('Enter');
    assert.ok((await width()) > natural * 1.2);
    await page.keyboard.press('0');
    const canvas = dialog.getByRole('group');
    const [room, fitted] = [await canvas.boundingBox(), await canvas.locator('svg').boundingBox()];
    assert.ok(room && fitted && fitted.width <= room.width && fitted.height <= room.height);
    await canvas.hover();
    await page.mouse.wheel(0, -300);
    assert.ok((await width()) > fitted.width * 1.2);
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);

    await button.click();
    await canvas.click({position: {x: 3, y: 3}});
    await dialog.waitFor({state: 'hidden'});
  });

  it('한 단계씩 보기는 방향키로 오가고, Esc로 전체가 돌아오며, 없는 페이지에는 아무것도 보내지 않는다', async () => {
    const page = await site.newPage();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) {
        scripts.push(response.url());
      }
    });
    await page.goto(site.url('docs/docker/pid-1/#why-ten-seconds'));
    await enhanced(page);
    const before = scripts.length;
    const begin = page.getByRole('button', {name: '한 단계씩 보기'}).first();
    await begin.click();
    const status = page.getByRole('group', {name: '한 단계씩 보기'}).getByRole('status');
    await status.waitFor();
    assert.equal(scripts.length, before + 1, 'the walk comes when it is asked for');
    assert.match(await status.innerText(), /^1\/6 정지 요청/);
    await page.keyboard.press('ArrowRight');
    assert.match(await status.innerText(), /^2\/6 SIGTERM/);
    await page.keyboard.press('ArrowLeft');
    assert.match(await status.innerText(), /^1\/6/);
    assert.ok((await page.locator('.diagram .ahead').count()) > 0);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.diagram .ahead').count(), 0);
    assert.equal(await begin.evaluate((element) => element === document.activeElement), true);
    const script = await (await fetch(scripts.at(-1) ?? '')).text();
    assert.ok(script.length <= 2500, `${script.length}`);
  });
});
