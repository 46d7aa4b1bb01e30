import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {axeViolations, useSite} from '../site.ts';

describe('운영 체제가 정한 색(고대비)', () => {
  const site = useSite();
  let page: Page;
  before(async () => {
    page = await site.open('style/', {forcedColors: 'active'});
  });

  /** Computed values of the first such element. */
  const styleOf = (selector: string, property: string, pseudo?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (element, {property, pseudo}) =>
          getComputedStyle(element, pseudo).getPropertyValue(property),
        {property, pseudo},
      );

  it('바탕색으로만 나뉘던 면접 답변에 선이 있다', async () => {
    for (const side of ['top', 'right', 'bottom', 'left']) {
      assert.notEqual(await styleOf('.interview-answer', `border-${side}-width`), '0px', side);
    }
  });

  it('버전 메뉴의 세모는 세모로 남는다', async () => {
    const after = (side: string) =>
      styleOf('summary.navbar__link', `border-${side}-color`, '::after');
    assert.equal(await after('left'), 'rgba(0, 0, 0, 0)');
    assert.notEqual(await after('top'), 'rgba(0, 0, 0, 0)');
  });

  it('꼬리질문의 +와 다이어그램의 상자와 글자가 바탕과 다른 색이다', async () => {
    const canvas = await styleOf('html', 'background-color');
    assert.notEqual(
      await styleOf('[data-follow-up] > summary', 'background-color', '::before'),
      canvas,
    );
    assert.notEqual(await styleOf('.diagram text', 'fill'), canvas);
    assert.notEqual(await styleOf('.diagram rect', 'stroke'), canvas);
  });

  it('접근성 위반이 없다', async () => {
    assert.deepEqual(await axeViolations(page), []);
  });
});
