import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {gzipSync} from 'node:zlib';
import type {Page} from 'playwright-core';

import {readBuiltSite} from '../../outputs/builtSite.ts';
import {readContentModel} from '../../content-model/model.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {addressesToTest, buildFolder, openFollowUps, useSite} from '../site.ts';

const pagesWithDiagrams = readBuiltSite(buildFolder).filter(({html}) =>
  /class="?diagram["\s>]/.test(html),
);

/** Labels whose box does not lie inside the shape that they name. */
async function strayLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1;
    const stray: string[] = [];
    const check = (label: Element, shapes: Element[]) => {
      const box = label.getBoundingClientRect();
      const isInside = shapes.some((shape) => {
        const frame = shape.getBoundingClientRect();
        return (
          box.left >= frame.left - slack &&
          box.right <= frame.right + slack &&
          box.top >= frame.top - slack &&
          box.bottom <= frame.bottom + slack
        );
      });
      if (box.width === 0 || !isInside) {
        stray.push(label.textContent ?? '');
      }
    };
    for (const node of document.querySelectorAll('figure .diagram :is(.node, .cluster)')) {
      const label = node.querySelector('text');
      const shapes = [...node.children].filter((child) => !child.querySelector('text'));
      if (label) {
        check(label, shapes);
      }
    }
    for (const actor of document.querySelectorAll('figure .diagram rect.actor')) {
      const name = actor.parentElement?.querySelector('text.actor');
      if (name) {
        check(name, [actor]);
      }
    }
    const notes = [...document.querySelectorAll('figure .diagram rect.note')];
    for (const text of document.querySelectorAll('figure .diagram text.noteText')) {
      check(text, notes);
    }
    return stray;
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

  it('Mermaid의 자바스크립트는 한 바이트도 보내지 않는다', async () => {
    const page = await site.open('');
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) {
        scripts.push(response.url());
      }
    });
    for (const {address} of pagesWithDiagrams) {
      await page.goto(site.url(address), {waitUntil: 'networkidle'});
    }
    assert.ok(scripts.length > 0);
    for (const script of new Set(scripts)) {
      const text = await (await fetch(script)).text();
      assert.doesNotMatch(text, /mermaidAPI|langium|flowchart-elk/, script);
    }
  });

  const toTest = new Set(addressesToTest());
  for (const {address} of pagesWithDiagrams.filter((page) => toTest.has(page.address))) {
    it(`/${address} 밝게와 어둡게, 360px과 1280px: 글자가 모두 제 상자 안에 있다`, async () => {
      const page = await site.open(address);
      await openFollowUps(page);
      await page.evaluate(() => document.fonts.ready);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [360, 1280]) {
          await page.emulateMedia({colorScheme});
          await page.setViewportSize({width, height: 800});
          assert.deepEqual(await strayLabels(page), [], `${colorScheme} ${width}px`);
        }
      }
      await page.context().close();
    });
  }

  it('자바스크립트를 꺼도 이름과 설명이 있는 그림이 보인다', async () => {
    const page = await site.open('docs/1.0/container-isolation/', {javaScriptEnabled: false});
    const diagram = page.getByRole('img', {name: '컨테이너를 둘러싼 격리의 벽'});
    const box = await diagram.boundingBox();
    assert.ok(box && box.height > 200);
    const description = await diagram.getAttribute('aria-describedby');
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
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
  });
});
