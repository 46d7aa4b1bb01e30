import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {axeViolations, settled, useSite, versions} from '../site.ts';

const [latest] = versions;
const dialog = 'dialog[open]';
const option = `${dialog} [role="option"]`;

/** Opens the search with the keyboard and types. */
async function searchFor(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator(`${dialog} [role="combobox"]`).fill(query);
  await page.locator(option).first().waitFor();
}

describe('검색 창', () => {
  const site = useSite();

  it('열기 전에는 검색에 쓰는 것을 한 바이트도 받지 않는다', async () => {
    const page = await site.open('docs/virtualization/');
    const before = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => name),
    );
    await page.keyboard.press('Control+k');
    await page.locator(`${dialog} [role="combobox"]`).waitFor();
    await page.waitForLoadState('networkidle');
    const after = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => name),
    );
    assert.deepEqual(
      before.filter((name) => name.includes('/search/')),
      [],
    );
    assert.ok(after.some((name) => name.endsWith(`/search/${latest}/index.json`)));
    assert.ok(
      after.filter((name) => name.endsWith('.js')).length >
        before.filter((name) => name.endsWith('.js')).length,
    );
  });

  for (const {width, address, version} of [
    {width: 1280, address: 'docs/virtualization/', version: 'docs/'},
    {width: 360, address: 'docs/virtualization/', version: 'docs/'},
    {width: 360, address: 'docs/1.0/virtualization/', version: 'docs/1.0/'},
    {width: 1280, address: 'docs/next/virtualization/', version: 'docs/next/'},
  ]) {
    it(`${address} ${width}px: 키보드만으로 답을 찾아 그 꼬리질문을 펼치고 낱말을 표시한다`, async () => {
      const page = await site.open(address, {viewport: {width, height: 800}});
      await searchFor(page, 'DooD는 안전한가요');
      await page.keyboard.press('Enter');
      await page.waitForURL(site.url(`${version}docker-in-docker/#is-dood-safe`));
      const target = page.locator('#is-dood-safe');
      await target.waitFor();
      await page.waitForFunction(() => CSS.highlights.get('search-words')?.size);
      assert.ok(await target.evaluate((heading) => heading.closest('details')?.open));
      const box = await target.boundingBox();
      assert.ok(box && box.y >= 50 && box.y < 800, `heading at ${box?.y}`);
      assert.equal(await page.locator(dialog).count(), 0);
    });
  }

  it('화살표로 고르고, 고른 것을 보조 기술에 알린다', async () => {
    const page = await site.open('docs/virtualization/');
    await searchFor(page, '컨테이너');
    await page.keyboard.press('ArrowDown');
    const [id, selected] = await page.evaluate(() => [
      document.activeElement?.getAttribute('aria-activedescendant'),
      document.querySelector('[role="option"][aria-selected="true"]')?.id,
    ]);
    assert.equal(id, selected);
    assert.equal(await page.locator(option).nth(1).getAttribute('id'), selected);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.locator(option).last().getAttribute('aria-selected'), 'true');
  });

  it('Esc로 닫으면 열었던 단추로 초점이 돌아간다', async () => {
    const page = await site.open('docs/virtualization/');
    const button = page.getByRole('button', {name: '검색'});
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator(dialog).waitFor();
    await page.keyboard.press('Escape');
    await page.locator(dialog).waitFor({state: 'detached'});
    assert.ok(await button.evaluate((element) => element === document.activeElement));
  });

  it('한글을 조합하는 동안에도 찾고, 조합을 끝내는 Enter로는 옮겨 가지 않는다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.keyboard.press('Control+k');
    await page.locator(`${dialog} [role="combobox"]`).focus();
    const session = await page.context().newCDPSession(page);
    for (const text of ['ㄷ', '도', '돜', '도커']) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await page.locator(option).first().waitFor();
    const before = page.url();
    await page.locator(`${dialog} [role="combobox"]`).dispatchEvent('keydown', {
      key: 'Enter',
      keyCode: 229,
      isComposing: true,
      bubbles: true,
    });
    assert.equal(page.url(), before);
    assert.equal(await page.locator(dialog).count(), 1);
    await session.send('Input.insertText', {text: '도커'});
    assert.equal(await page.locator(`${dialog} [role="combobox"]`).inputValue(), '도커');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== before);
  });

  it('/로 열고, 글을 쓰는 중에는 열지 않으며, 끌 수 있다', async () => {
    const page = await site.open('search/');
    await page.locator('#search-query').focus();
    await page.keyboard.press('/');
    assert.equal(await page.locator(dialog).count(), 0);
    assert.equal(await page.locator('#search-query').inputValue(), '/');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.locator(dialog).waitFor();
    await page.getByLabel('키로 열기').uncheck();
    await page.keyboard.press('Escape');
    await page.locator(dialog).waitFor({state: 'detached'});
    await page.keyboard.press('/');
    // What a key opens stands there in the next frame.
    await settled(page);
    assert.equal(await page.locator(dialog).count(), 0);
  });

  it('다르게 친 말을 알아듣고 무엇으로 찾았는지 알린다', async () => {
    const page = await site.open('docs/virtualization/');
    await searchFor(page, 'ehzj');
    assert.match(await page.locator(dialog).innerText(), /‘ehzj’ → ‘도커’ 검색 결과입니다/);
    await page.locator(`${option} mark`).first().waitFor();
    await page.locator(`${dialog} [role="combobox"]`).fill('ㅋㅌㅇㄴ');
    // What the query before it has found stays until there is something else to show.
    await page.waitForFunction(() =>
      /컨테이너|Container/i.test(document.querySelector('[role="option"] mark')?.textContent ?? ''),
    );
  });

  it('찾은 말을 기억하고 지운다', async () => {
    const page = await site.open('docs/virtualization/');
    await searchFor(page, '네임스페이스');
    await page.keyboard.press('Enter');
    await page.locator(dialog).waitFor({state: 'detached'});
    const field = page.locator(`${dialog} [role="combobox"]`);
    // Another one, so that there are two to choose from.
    await searchFor(page, 'cgroup');
    await page.keyboard.press('Enter');
    await page.locator(dialog).waitFor({state: 'detached'});
    await page.keyboard.press('Control+k');
    await field.fill('');
    const recent = (name: string) => page.getByRole('button', {name, exact: true});
    await recent('네임스페이스').waitFor();
    await recent('최근 검색에서 ‘네임스페이스’ 지우기').click();
    assert.equal(await recent('네임스페이스').count(), 0);
    assert.equal(await recent('cgroup').count(), 1);
    await recent('모두 지우기').click();
    assert.equal(await recent('cgroup').count(), 0);
  });

  it('닫았다 다시 열면 찾던 말이 골라진 채로 있고, 그때 치면 새로 찾는다', async () => {
    const page = await site.open('docs/virtualization/');
    await searchFor(page, 'DooD는 안전한가요');
    await page.keyboard.press('Escape');
    await page.locator(dialog).waitFor({state: 'detached'});
    await page.keyboard.press('/');
    await page.keyboard.type('cgroup v2');
    assert.equal(await page.locator(`${dialog} [role="combobox"]`).inputValue(), 'cgroup v2');
  });

  it('불러오는 동안 친 말도 모두 받는다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.keyboard.press('/');
    await page.keyboard.type('cgroup v2');
    assert.equal(await page.locator(`${dialog} [role="combobox"]`).inputValue(), 'cgroup v2');
    await page.locator(option).first().waitFor();
  });

  it('Ctrl+Enter는 새 탭에서 열고 창은 그대로 둔다', async () => {
    const page = await site.open('docs/virtualization/');
    await searchFor(page, 'DooD는 안전한가요');
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Control+Enter');
    await (await opened).waitForURL(/docker-in-docker\/#is-dood-safe$/);
    assert.equal(await page.locator(dialog).count(), 1);
  });

  it('결과의 이름은 제목과 보인 부분이 붙어 읽히지 않는다', async () => {
    const page = await site.open('docs/virtualization/');
    await searchFor(page, 'DooD는 안전한가요');
    await page.locator(`${option} .search-excerpt:not(:empty)`).first().waitFor();
    assert.match((await page.locator(option).first().textContent()) ?? '', /안전한가요\? \S/);
  });

  it('없는 것은 없다고 하고 모든 질문으로 이끈다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.keyboard.press('Control+k');
    await page.locator(`${dialog} [role="combobox"]`).fill('김치찌개 레시피');
    await page.getByText('맞는 답을 찾지 못했습니다').waitFor();
    assert.equal(await page.locator(option).count(), 0);
    await page.getByText('글에 없는 말: ‘김치찌개’, ‘레시피’').waitFor();
    assert.equal(await page.locator(`${dialog} a[href$="/questions/"]`).count(), 1);
    await page.locator(dialog).getByRole('button', {name: '컨테이너 격리'}).click();
    await page.locator(option).first().waitFor();
  });

  for (const [place, address, result] of [
    ['검색 창', 'docs/virtualization/', option],
    ['검색 페이지', 'search/', 'main section ul a'],
  ] as const) {
    it(`${place}: 많이 틀린 철자로 찾지 못하면 가까운 이름을 권하고, 누르면 그것을 찾는다`, async () => {
      const page = await site.open(address);
      if (place === '검색 창') {
        await page.keyboard.press('Control+k');
      }
      const field = page.locator(place === '검색 창' ? `${dialog} [name="q"]` : '#search-query');
      await field.fill('꾸버네티스');
      await page.getByText('이것을 찾으셨나요?').getByRole('button', {name: '쿠버네티스'}).click();
      await page.locator(result).first().waitFor();
      assert.equal(await field.inputValue(), '쿠버네티스');
    });
  }

  it('쓰는 중인 버전에서는 최신 버전에서 같은 말로 찾는 링크를 준다', async () => {
    const page = await site.open('docs/next/virtualization/');
    await searchFor(page, '컨테이너');
    assert.match((await page.locator(option).first().getAttribute('href')) ?? '', /\/docs\/next\//);
    await page.getByRole('link', {name: `최신 버전(${latest})에서 찾기`}).click();
    await page.waitForURL(/\/search\/\?q=/);
    // The address changes before the page does.
    await page.locator('#search-query').waitFor();
    await page.locator('main section ul a').first().waitFor();
    assert.match(
      (await page.locator('main section ul a').first().getAttribute('href')) ?? '',
      /\/docs\/(?!next)/,
    );
  });

  for (const [name, body] of [
    ['없는', undefined],
    ['깨진', '{"documents": 1}'],
  ] as const) {
    it(`색인이 ${name} 때는 알리고 다시 시도하게 한다`, async () => {
      const page = await site.open('docs/virtualization/');
      await page.route(`**/search/${latest}/index.json`, (route) =>
        body === undefined ? route.abort() : route.fulfill({body, contentType: 'application/json'}),
      );
      await page.keyboard.press('Control+k');
      await page.getByRole('alert').getByText('불러오지 못했습니다').waitFor();
      await page.unroute(`**/search/${latest}/index.json`);
      await page.getByRole('button', {name: '다시 시도'}).click();
      await page.locator(`${dialog} [role="combobox"]`).fill('컨테이너');
      await page.locator(option).first().waitFor();
    });
  }

  it('본문을 받지 못해도 결과로 갈 수 있다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.route(`**/search/${latest}/texts.json`, (route) => route.abort());
    const failed = page.waitForEvent('requestfailed', (request) =>
      request.url().endsWith('texts.json'),
    );
    await searchFor(page, 'DooD는 안전한가요');
    await failed;
    // No place is kept for what will not come.
    const first = page.locator(option).first();
    await first.locator('span:empty').waitFor({state: 'detached'});
    assert.ok((await first.innerText()).length > 0);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url('docs/docker-in-docker/#is-dood-safe'));
  });

  it('HTML을 넣어 찾아도 글자로만 보인다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.keyboard.press('Control+k');
    const text = '<img src=x onerror="window.hacked=1"> 도커';
    await page.locator(`${dialog} [role="combobox"]`).fill(text);
    await page.locator(`${dialog} .search-result`).first().waitFor();
    assert.equal(await page.locator(`${dialog} img`).count(), 0);
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      it(`${colorScheme} ${width}px: 결과를 보이는 창에 접근성 위반과 가로 스크롤이 없다`, async () => {
        const page = await site.open('docs/virtualization/', {
          colorScheme,
          viewport: {width, height: 720},
        });
        await searchFor(page, '도커 위에 도커 올려도 되나요');
        assert.deepEqual(await axeViolations(page), []);
        const overflow = await page
          .locator(dialog)
          .evaluate((element) => element.scrollWidth - element.clientWidth);
        assert.equal(overflow, 0);
      });
    }
  }
});

describe('검색 페이지', () => {
  const site = useSite();

  it('주소의 질의로 찾는다', async () => {
    const page = await site.open(`search/?q=${encodeURIComponent('도커데몬')}`);
    const first = page.locator('main section ul a').first();
    await first.waitFor();
    assert.match(await first.innerText(), /데몬/);
    await first.click();
    await page.waitForURL(/container-isolation\/#/);
  });

  it('브라우저의 검색 엔진으로 쓸 수 있다', async () => {
    const page = await site.open('search/');
    const href = await page.locator('link[rel="search"]').getAttribute('href');
    const description = await page.request.get(new URL(href ?? '', page.url()).href);
    assert.match(await description.text(), /template="[^"]*\/search\/\?q=\{searchTerms\}"/);
  });

  it('자바스크립트를 끄면 검색 단추가 주제별로 늘어놓은 모든 질문으로 이끈다', async () => {
    const page = await site.open('docs/virtualization/', {javaScriptEnabled: false});
    await page.getByRole('link', {name: '검색'}).click();
    await page.waitForURL(site.url('questions/'));
    assert.equal(await page.locator('main h2').first().innerText(), '가상화 기초');
    const questions = await page.locator('main li a').count();
    assert.ok(questions >= 13, `${questions} questions`);
    assert.equal(await page.locator('main li a[href$="#is-dood-safe"]').count(), 1);
  });
});
