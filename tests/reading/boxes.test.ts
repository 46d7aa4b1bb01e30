import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {openFollowUps, useSite} from '../site.ts';

const withTables = 'docs/1.0/docker-in-docker/';

describe('표', () => {
  const site = useSite();

  it('이름이 있고, 줄과 칸의 머리글이 있다', async () => {
    const page = await site.open('docs/containers/namespaces/');
    const table = page.getByRole('table').first();
    assert.match((await table.getAttribute('aria-label')) ?? '', /네임스페이스.*: 분리하는 것/);
    assert.equal(await table.getByRole('columnheader').count(), 3);
    assert.equal(await table.getByRole('rowheader', {name: 'mount'}).count(), 1);
  });

  it('좁은 창에서 넘치면 키보드가 닿고, 넘치지 않으면 멈추지 않는다', async () => {
    const page = await site.open('docs/containers/namespaces/', {
      viewport: {width: 1280, height: 800},
    });
    const frame = page.locator('div[data-scrolls]').first();
    await frame.and(page.locator(':not([tabindex])')).waitFor();
    await frame.evaluate((element) => {
      const cell = element.querySelector('td');
      if (cell) {
        cell.textContent = 'x'.repeat(200);
      }
      dispatchEvent(new Event('resize'));
    });
    await page.setViewportSize({width: 360, height: 740});
    await frame.and(page.locator('[tabindex="0"]')).waitFor();
  });
});

describe('코드', () => {
  const site = useSite();

  it('긴 명령은 줄을 나누고 들여 쓰며, 주석의 한글은 기울지 않는다', async () => {
    const page = await site.open(withTables);
    await openFollowUps(page);
    const styles = await page.locator('pre:not([data-scrolls])').evaluateAll((blocks) =>
      blocks.map((block) => ({
        fits: block.scrollWidth <= block.clientWidth,
        indent: getComputedStyle(block).textIndent,
        slanted: [...block.querySelectorAll('*')].filter(
          (element) => getComputedStyle(element).fontStyle !== 'normal',
        ).length,
      })),
    );
    assert.ok(styles.length > 0);
    for (const {fits, indent, slanted} of styles) {
      assert.equal(fits, true);
      assert.match(indent, /hanging/);
      assert.equal(slanted, 0);
    }
  });

  it('복사하면 보이고 들리며, 단추의 폭은 그대로다', async () => {
    const page = await site.open(withTables, {permissions: ['clipboard-read', 'clipboard-write']});
    await openFollowUps(page);
    const button = page
      .getByRole('button', {name: /코드 복사$/})
      .filter({visible: true})
      .first();
    const before = await button.boundingBox();
    await button.click();
    await button.getByText('✓').waitFor();
    assert.deepEqual((await button.boundingBox())?.width, before?.width);
    await page.getByRole('status').filter({hasText: '복사했습니다'}).waitFor();
  });
});

describe('바로잡은 것', () => {
  const site = useSite();

  it('전의 말은 줄을 그어, 넓은 창에서는 바른 말과 나란히 놓는다', async () => {
    for (const [width, isBeside] of [
      [1280, true],
      [360, false],
    ] as const) {
      const page = await site.open('docs/corrections/', {viewport: {width, height: 800}});
      const [said, right] = await Promise.all(
        ['.correction-said', '.correction-right'].map((part) =>
          page.locator(part).first().boundingBox(),
        ),
      );
      assert.equal(said?.y === right?.y, isBeside);
      const struck = page.locator('.correction-said del').first();
      assert.match(await struck.innerText(), /^“.+”$/);
      await page.context().close();
    }
  });
});

describe('제목', () => {
  const site = useSite();

  it('이름이 두 번 들리지 않고, 제목의 링크에 키보드가 멈추지 않는다', async () => {
    const page = await site.open('docs/containers/namespaces/');
    const heading = page.getByRole('heading', {
      name: '여덟 가지 네임스페이스와 Docker의 기본값은?',
      exact: true,
    });
    assert.equal(await heading.count(), 1);
    assert.equal(await page.locator('.hash-link:not([tabindex="-1"])').count(), 0);
  });
});
