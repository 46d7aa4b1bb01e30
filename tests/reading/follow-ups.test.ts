import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Page} from 'playwright-core';

import {openFollowUps, useSite} from '../site.ts';

const address = 'docs/1.0/docker-in-docker/';
const outline = '[data-behavior="outline"]';

async function isOpen(page: Page, id: string): Promise<boolean> {
  return page.evaluate(
    (target) => document.getElementById(target)?.closest('details')?.open ?? false,
    id,
  );
}

/** Waits until the element stands below the navbar, in the upper half of the window. */
async function assertInView(page: Page, id: string): Promise<void> {
  await page.waitForFunction((target) => {
    const navbar = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0;
    const distance = (document.getElementById(target)?.getBoundingClientRect().top ?? -1) - navbar;
    return distance >= 0 && distance < 400;
  }, id);
}

/** Waits until the answer that holds the id is open. */
async function assertOpen(page: Page, id: string): Promise<void> {
  await page.locator(`details[open]:has([id="${id}"])`).first().waitFor();
}

describe('꼬리질문', () => {
  const site = useSite();

  it('처음에는 모두 접혀 있고, 누르면 펴지고, 키보드로도 펴고 접는다', async () => {
    const page = await site.open(address);
    const summaries = page.locator('details[data-follow-up] > summary');
    assert.equal(await summaries.count(), 5);
    assert.equal(await page.locator('details[data-follow-up][open]').count(), 0);
    await summaries.first().click();
    assert.equal(await isOpen(page, 'is-dood-safe'), true);
    await summaries.first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(page, 'is-dood-safe'), false);
    await page.keyboard.press('Space');
    assert.equal(await isOpen(page, 'is-dood-safe'), true);
  });

  it('질문은 제목이고 차례에 있으며, 단계를 글자로 알린다', async () => {
    const page = await site.open(address);
    const question = page.getByRole('heading', {level: 3, name: 'DooD 방식은 안전한가요?'});
    assert.equal(await question.count(), 1);
    const links = page.locator(`${outline} a[href="#is-dood-safe"]`);
    assert.equal(await links.count(), 1);
    const labels = await page.locator('details[data-follow-up] > summary > span').allTextContents();
    const expected = ['꼬리질문 1 / 4', '꼬리질문 2 / 4', '꼬리질문 3 / 4', '꼬리질문 4 / 4'];
    assert.deepEqual(labels, [...expected, '꼬꼬무 1 / 1']);
  });

  it('#id로 들어오면 그 답을 펴고 내비게이션 바 아래에 놓는다', async () => {
    const page = await site.open(`${address}#dind-or-dood`);
    assert.equal(await isOpen(page, 'dind-or-dood'), true);
    await assertInView(page, 'dind-or-dood');
    assert.equal(await isOpen(page, 'is-dood-safe'), false);
  });

  it('답 안쪽의 id도 답을 펴고 그 자리로 간다', async () => {
    const page = await site.open(`${address}#security-and-filesystem`);
    assert.equal(await isOpen(page, 'security-and-filesystem'), true);
    await assertInView(page, 'security-and-filesystem');
  });

  it('답 안의 답도 모두 편다', async () => {
    const page = await site.open(address);
    await page.evaluate(() => {
      const summary = document.getElementById('dind-or-dood')?.closest('summary');
      const answer = summary?.nextElementSibling;
      answer?.insertAdjacentHTML(
        'beforeend',
        '<details data-follow-up><summary>안쪽</summary><p id="inner">안쪽 답</p></details>',
      );
      window.location.hash = 'inner';
    });
    await assertInView(page, 'inner');
    assert.equal(await isOpen(page, 'inner'), true);
    assert.equal(await isOpen(page, 'dind-or-dood'), true);
  });

  it('차례를 누르면 펴고, 접은 뒤 다시 눌러도 펴고, 뒤로 가도 편다', async () => {
    const page = await site.open(address);
    const link = page.locator(`${outline} a[href="#dind-problems"]`);
    await link.click();
    assert.equal(await isOpen(page, 'dind-problems'), true);
    await assertInView(page, 'dind-problems');

    const close = () =>
      page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) {
          details.open = false;
        }
      });
    await close();
    await link.click();
    await assertOpen(page, 'dind-problems');

    await page.locator(`${outline} a[href="#dind-solution"]`).click();
    await assertInView(page, 'dind-solution');
    await close();
    await page.goBack();
    await assertOpen(page, 'dind-problems');
    await assertInView(page, 'dind-problems');
  });

  it('다른 페이지에서 온 링크도 그 답을 편다', async () => {
    const page = await site.open('');
    const branch = page.locator('main li', {hasText: 'DooD 방식은 안전한가요?'}).first();
    await branch.locator('summary').click();
    await branch.getByRole('link', {name: 'DooD 방식은 안전한가요?'}).click();
    await page.waitForURL(/#is-dood-safe$/);
    await assertOpen(page, 'is-dood-safe');
    await assertInView(page, 'is-dood-safe');
  });

  it('답을 읽는 동안 질문이 한 줄로 위에 남고, 답이 끝나면 함께 떠난다', async () => {
    for (const width of [1280, 360]) {
      const page = await site.open(`${address}#dind-problems`, {viewport: {width, height: 740}});
      const box = page.locator('#ask-dind-problems');
      const line = box.locator('> a').first();
      /** How far the line is below the bar when the answer has been scrolled by so much. */
      const gapAt = (part: number) =>
        box.evaluate((element, read) => {
          const {top, height} = element.getBoundingClientRect();
          scrollTo({top: scrollY + top + height * read, behavior: 'instant'});
          const bar = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0;
          const stuck = element.querySelector('a')?.getBoundingClientRect() ?? new DOMRect();
          const seen = document.elementFromPoint(stuck.x + stuck.width / 2, bar + 10);
          return {gap: Math.round(stuck.top - bar), isSeen: seen === element.querySelector('a')};
        }, part);
      assert.deepEqual(await gapAt(0.5), {gap: 0, isSeen: true});
      const {height = 0} = (await line.boundingBox()) ?? {};
      assert.ok(height > 24 && height <= 48, `${height}px`);
      // At the end of the answer it goes away with it, instead of lying on the next question.
      const {gap} = await gapAt(1);
      assert.ok(gap < 0, `${gap}px`);
      await page.context().close();
    }
  });

  it('열린 질문의 링크는 그 질문의 처음으로, 접기는 닫힌 질문으로 데려간다', async () => {
    const page = await site.open(`${address}#dind-problems`);
    const box = page.locator('#ask-dind-problems');
    await box.evaluate((element) => element.querySelector('p:last-of-type')?.scrollIntoView());
    await box.locator('> a').first().click();
    await assertInView(page, 'dind-problems');
    await box.getByRole('button', {name: '접기'}).click();
    assert.equal(await isOpen(page, 'dind-problems'), false);
    await assertInView(page, 'dind-problems');
    const focused = await page.evaluate(() => document.activeElement?.querySelector('h3')?.id);
    assert.equal(focused, 'dind-problems');
  });

  it('답의 끝에서 다음 질문으로 가고, 그 답은 접혀 있다', async () => {
    const page = await site.open(`${address}#dind-problems`);
    await page.locator('#ask-dind-problems').getByRole('link', {name: '다음 꼬리질문'}).click();
    await assertInView(page, 'dind-solution');
    assert.equal(await isOpen(page, 'dind-solution'), false);
    // Enter opens it: the focus is on the question.
    await page.keyboard.press('Enter');
    await assertOpen(page, 'dind-solution');
    const last = page.locator('#ask-dind-solution').getByRole('link', {name: '다음 꼬꼬무'});
    await last.waitFor();
    const deepDive = page.locator('[data-kind="deep-dive"]').last();
    assert.equal(
      await deepDive.getByText('다음', {exact: false}).filter({hasText: '↓'}).count(),
      0,
    );
  });

  it('닫힌 답은 브라우저의 찾기가 닿는 방식으로만 숨는다', async () => {
    const page = await site.open(address);
    // Headless Chromium has no find-in-page to drive. What it needs is that the slot of
    // the native disclosure hides the answer, and nothing else: no display, no attribute.
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('details[data-follow-up]')].map((details) => {
        const [, answer] = details.children;
        const style = answer && getComputedStyle(answer);
        return {
          slot: getComputedStyle(details, '::details-content').contentVisibility,
          display: style?.display,
          visibility: style?.visibility,
          height: (answer as HTMLElement).style.height,
          isHidden: (answer as HTMLElement).hidden,
        };
      }),
    );
    const findable = {
      slot: 'hidden',
      display: 'block',
      visibility: 'visible',
      height: '',
      isHidden: false,
    };
    assert.deepEqual(hidden, Array(5).fill(findable));
  });

  it('모두 펼치기와 모두 접기가 상태를 알린다', async () => {
    const page = await site.open(address);
    const openAll = page.getByRole('button', {name: '모두 펼치기'});
    await openAll.click();
    assert.equal(await page.locator('details[data-follow-up]:not([open])').count(), 0);
    assert.equal(await page.getByText('질문 5개를 모두 펼쳤습니다').getAttribute('role'), 'status');
    await page.getByRole('button', {name: '모두 접기'}).click();
    assert.equal(await page.locator('details[data-follow-up][open]').count(), 0);
    await openAll.waitFor();
    await openFollowUps(page);
    await page.getByRole('button', {name: '모두 접기'}).waitFor();
  });

  it('링크를 복사하고, 복사했다고 알린다', async () => {
    const page = await site.open(address, {permissions: ['clipboard-read', 'clipboard-write']});
    await page.getByRole('link', {name: '링크 복사: DooD 방식은 안전한가요?'}).click();
    await page.getByText('링크를 복사했습니다').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, site.url(`${address}#is-dood-safe`));
    assert.equal(await isOpen(page, 'is-dood-safe'), false);
  });

  it('누를 곳은 모두 24px 이상이다', async () => {
    const page = await site.open(address, {viewport: {width: 360, height: 740}});
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          // Not the citations: WCAG 2.5.8 leaves out what stands in a sentence.
          'details[data-follow-up] > summary, [aria-label^="링크 복사"], main button',
        ),
      ]
        .map((element) => ({element, box: element.getBoundingClientRect()}))
        .filter(({box}) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({element, box}) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
  });

  it('눌러서 펴면 자라나고, 링크로 펴면 바로 있으며, 움직임을 줄이는 설정에서는 움직이지 않는다', async () => {
    for (const [reducedMotion, isMoving] of [
      ['no-preference', true],
      ['reduce', false],
    ] as const) {
      const page = await site.open(address, {reducedMotion});
      const durations = () =>
        page
          .locator('details[data-follow-up]')
          .first()
          .evaluate((details) => {
            const summary = details.querySelector('summary');
            return [
              getComputedStyle(details, '::details-content').transitionDuration,
              summary && getComputedStyle(summary, '::after').transitionDuration,
            ].map((value) => parseFloat(String(value)) > 0);
          });
      assert.deepEqual(await durations(), [false, isMoving]);
      await page.locator('summary:has(#is-dood-safe)').hover();
      assert.deepEqual(await durations(), [isMoving, isMoving]);
      await page.context().close();
    }
  });
});

describe('자바스크립트를 끈 꼬리질문', () => {
  const site = useSite();

  it('누르면 펴지고, #id로 들어와도 펴진다', async () => {
    const page = await site.open(`${address}#dind-or-dood`, {javaScriptEnabled: false});
    assert.equal(await page.getByText('2026년 기준으로는 낡은 선택지입니다').isVisible(), true);
    await page.goto(site.url(`${address}#security-and-filesystem`));
    assert.equal(await page.locator('details:has(#security-and-filesystem)[open]').count(), 1);
    await page.locator('summary:has(#is-dood-safe)').click();
    assert.equal(await page.locator('details:has(#is-dood-safe)[open]').count(), 1);
    const box = page.locator('#ask-is-dood-safe');
    assert.equal(await box.getByText('접기').isVisible(), false);
    await box.getByRole('link', {name: '다음 꼬리질문'}).click();
    await assertInView(page, 'dind-or-dood');
  });

  it('할 수 없는 일을 하는 단추는 보이지 않는다', async () => {
    const page = await site.open(address, {javaScriptEnabled: false});
    assert.equal(await page.getByRole('button', {name: '모두 펼치기'}).isVisible(), false);
    assert.equal(await page.getByRole('button', {name: '크게 보기'}).first().isVisible(), false);
    assert.equal(await page.getByRole('button', {name: '복사'}).first().isVisible(), false);
  });
});
