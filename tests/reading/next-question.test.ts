import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {pagesIn, publicPathOf, versionsOf} from '../../outputs/builtSite.ts';
import {addressesToTest, builtPages as pages, useSite} from '../site.ts';

describe('글의 끝', () => {
  const site = useSite();

  it('차례의 다음 질문이 꼬리 카드의 첫 링크이고, 마지막 글까지 빠짐없이 이어진다', () => {
    for (const {sidebar, label} of versionsOf(pages)) {
      const questions = pagesIn(sidebar).filter(({root}) => select('[data-follow-up]', root));
      assert.ok(questions.length > 0, label);
      questions.slice(0, -1).forEach((page, index) => {
        const link = select('.next-questions-main a', page.root);
        const next = questions[index + 1];
        assert.ok(link && next, page.address);
        assert.equal(
          new URL(String(link.properties.href), `https://x${publicPathOf(page)}`).pathname,
          publicPathOf(next).replace(/\/$/, '') + '/',
        );
        assert.equal(toString(link), toString(select('h1', next.root) ?? link));
        assert.equal(selectAll('.pagination-nav', page.root).length, 0);
      });
    }
  });

  it('마지막 꼬리질문에서 다음 질문까지 400px을 넘지 않고, 참고 자료는 그 뒤에 있다', async () => {
    const page = await site.newPage();
    const toTest = new Set(addressesToTest());
    const addresses = pages
      .filter(({address}) => address.startsWith('docs/') && toTest.has(address))
      .filter(({root}) => select('[data-follow-up]', root))
      .map(({address}) => address);
    assert.ok(addresses.length > 0);
    for (const address of addresses) {
      await page.goto(site.url(address));
      for (const width of [360, 1280]) {
        await page.setViewportSize({width, height: 800});
        const {distance, isBeforeReferences} = await page.evaluate(() => {
          const last = [...document.querySelectorAll('[data-follow-up]')].at(-1);
          const link = document.querySelector('.next-questions a');
          const references = document.querySelector('[role="doc-bibliography"]');
          const bottom = last?.getBoundingClientRect().bottom ?? -Infinity;
          const {top = Infinity} = link?.getBoundingClientRect() ?? {};
          return {
            distance: top - bottom,
            isBeforeReferences: !references || top < references.getBoundingClientRect().top,
          };
        });
        assert.ok(distance > 0 && distance <= 400, `/${address} ${width}px: ${distance}px`);
        assert.ok(isBeforeReferences, address);
      }
    }
  });
});
