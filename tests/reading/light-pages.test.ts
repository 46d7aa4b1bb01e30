import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

import type {Page} from 'playwright-core';

import type {SearchIndex} from '../../lib/search/searchIndex.ts';
import {searchIndexFile} from '../../lib/search/searchIndexFile.ts';
import versions from '../../versions.json' with {type: 'json'};
import {buildFolder, builtPages, enhanced, useSite} from '../site.ts';

const [latest = ''] = versions;

/** Scripts that the page has asked for, with when it did, in milliseconds. */
async function scriptsOf(page: Page): Promise<{name: string; startTime: number}[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({name}) => name.endsWith('.js'))
      .map(({name, startTime}) => ({name, startTime})),
  );
}

const scriptFolder = path.join(buildFolder, 'assets/js');
const brotliBytes = (url: string) =>
  brotliCompressSync(readFileSync(path.join(scriptFolder, path.basename(url)))).length;

describe('가벼운 페이지', () => {
  const site = useSite();

  it('글을 그린 뒤에야 스크립트를 받는다', async () => {
    const page = await site.open('docs/virtualization/');
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    assert.ok(firstPaint !== undefined);
    const scripts = await scriptsOf(page);
    assert.ok(scripts.length > 0, 'no script was seen');
    assert.deepEqual(
      scripts.filter(({startTime}) => startTime < firstPaint),
      [],
    );
  });

  it('무엇을 하기 전에는 압축해서 8KB까지의 스크립트 하나만, 검색을 열면 30KB까지 더 받는다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.waitForLoadState('networkidle');
    const [own, ...more] = await scriptsOf(page);
    assert.ok(own && brotliBytes(own.name) <= 8 * 1024);
    assert.deepEqual(more, []);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    const [, ...ofSearch] = await scriptsOf(page);
    assert.equal(ofSearch.length, 1);
    assert.ok(brotliBytes(ofSearch[0]?.name ?? '') <= 30 * 1024);
  });

  it('리액트도, 페이지의 글을 한 번 더 담은 것도 사이트에 없다', async () => {
    const page = await site.open('docs/virtualization/');
    const title = (await page.locator('h1').innerText()).trim();
    const files = readdirSync(scriptFolder);
    assert.ok(files.length > 0);
    for (const file of files) {
      const script = readFileSync(path.join(scriptFolder, file), 'utf8');
      assert.doesNotMatch(script, /react/i, file);
      assert.ok(!script.includes(title), file);
    }
  });

  it('페이지를 만들 때만 쓰는 것은 HTML에 남지 않는다', () => {
    const index = readFileSync(path.join(buildFolder, searchIndexFile(latest)), 'utf8');
    const {asked} = JSON.parse(index) as SearchIndex;
    assert.ok(asked.some((size) => size !== ''));
    for (const {html, address} of builtPages) {
      assert.doesNotMatch(html, /data-also-asked|data-rh|data-has-hydrated|as="image"/, address);
    }
  });

  it('Safari가 버리는 밑줄의 줄임 표기가 없다', () => {
    // Its shorthand has a prefix and knows no thickness: with one, the line is not drawn at all.
    const folder = path.join(buildFolder, 'assets/css');
    for (const file of readdirSync(folder)) {
      const css = readFileSync(path.join(folder, file), 'utf8');
      const lines = css.match(/-webkit-text-decoration:[^;}]+/g) ?? [];
      assert.ok(lines.some((line) => line.includes('dotted')));
      assert.deepEqual(
        lines.filter((line) => /[ )][\d.]+(?:px|r?em)/.test(line)),
        [],
      );
    }
  });

  it('글꼴이 오지 않아도 스크립트가 시작한다', async () => {
    const page = await site.open('404.html');
    await page.route('**/*.woff2', () => undefined);
    await page.goto(site.url('docs/virtualization/'), {waitUntil: 'commit'});
    await enhanced(page);
    assert.equal(await page.evaluate(() => document.readyState), 'interactive');
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
    await enhanced(page);
  });
});
