import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {selectAll} from 'hast-util-select';

import {pagesIn, publicPathOf, versionsOf} from '../../outputs/builtSite.ts';
import {builtPages, enhanced, recordShifts, shiftsOf, useSite} from '../site.ts';

const latest = versionsOf(builtPages).find(({isLatest}) => isLatest);

/** The addresses of all questions of the latest version, as its pages have them. */
const questions = pagesIn(latest?.sidebar ?? []).flatMap((page) => {
  const followUps = selectAll('details[data-follow-up] > summary h3', page.root);
  return followUps.length === 0
    ? []
    : [
        publicPathOf(page),
        ...followUps.map(({properties}) => `${publicPathOf(page)}#${String(properties.id)}`),
      ];
});

describe('첫 화면', () => {
  const site = useSite();
  const phone = {viewport: {width: 390, height: 844}};

  it('질문이 이어지는 모습이 첫 창에 있고, 그 질문으로 이어진다', async () => {
    const page = await site.open('');
    const chain = page.getByRole('navigation', {name: '질문이 이어지는 모습'});
    const box = await chain.boundingBox();
    assert.ok(box && box.y + box.height <= 800, JSON.stringify(box));
    await chain.getByRole('listitem').nth(1).getByRole('link').click();
    await page.waitForURL(/\/docs\/[\w-]+\/#[\w-]+$/);
    await page.locator('details[open]:has(:target)').waitFor();
  });

  for (const address of ['', 'questions/']) {
    it(`/${address}: 최신 버전의 모든 질문으로, 한 번씩 이어진다`, async () => {
      const page = await site.open(address);
      const list = address === '' ? '#map' : 'h1';
      const hrefs = await page
        .locator(`main :has(> ${list}), main section`)
        .evaluateAll((parts) =>
          parts.flatMap((part) =>
            [...part.querySelectorAll<HTMLAnchorElement>('ol a, ul a')].map(
              ({pathname, hash}) => pathname + hash,
            ),
          ),
        );
      const ofQuestions = [...new Set(hrefs)].filter((href) => /\/docs\/./.test(href));
      assert.ok(questions.length >= 30);
      assert.deepEqual(ofQuestions.sort(), [...questions].sort());
    });
  }

  it('지도의 줄은 한 질문에 한 줄이고, 꼬리질문은 그 줄에서 펴진다', async () => {
    for (const options of [undefined, phone]) {
      const page = await site.open('', options);
      const map = page.locator('section[aria-labelledby="map"]');
      const height = (await map.boundingBox())?.height ?? Infinity;
      const rows = map.locator('ol > li');
      // 900 px for 26 questions in three columns, 1,900 px in one: with the heads of the cards.
      const perRow = options === undefined ? 38 : 75;
      assert.ok(height <= (await rows.count()) * perRow, `${height}px`);
      const row = rows.first();
      const link = row.locator('details a').last();
      assert.equal(await link.isVisible(), false);
      await row.locator('summary').click();
      assert.ok(await link.isVisible());
    }
  });

  it('돌아온 독자는 읽던 글로 가고, 그 단추 때문에 밀리는 것이 없다', async () => {
    const page = await site.newPage(phone);
    await recordShifts(page);
    await page.goto(site.url(''));
    await enhanced(page);
    await page.getByRole('link', {name: '첫 질문부터 읽기'}).waitFor();
    await page.goto(site.url('docs/containers/cgroups/'));
    await enhanced(page);
    // No question: the place is kept.
    await page.goto(site.url('docs/references/'));
    await enhanced(page);
    await page.goto(site.url(''));
    const resume = page.getByRole('link', {name: '이어서: cgroup과 자원 제한'});
    await resume.waitFor();
    assert.ok((await shiftsOf(page)) <= 0.001);
    await resume.click();
    await page.waitForURL(/docs\/containers\/cgroups\/$/);
  });

  it('저장된 것이 남의 주소면 따르지 않는다', async () => {
    const page = await site.open('');
    for (const path of ['//example.com/', 'javascript:alert(1)', 7]) {
      await page.evaluate(
        (stored) => localStorage.setItem('kkori-last-page', stored),
        JSON.stringify({label: '글', path}),
      );
      await page.reload();
      await enhanced(page);
      assert.equal(await page.getByRole('link', {name: '첫 질문부터 읽기'}).count(), 1);
    }
  });

  it('종이에서 흰 바탕에 흰 글자가 없다', async () => {
    const page = await site.open('');
    await page.emulateMedia({media: 'print'});
    const white = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(a, p, li, h1, h2, h3, span)')]
        .filter(
          (element) =>
            element.offsetHeight > 0 &&
            /^rgb\(2[45]\d, 2[45]\d, 2[45]\d\)/.test(getComputedStyle(element).color),
        )
        .map(({textContent}) => textContent),
    );
    assert.deepEqual(white, []);
  });
});

describe('모든 질문', () => {
  const site = useSite();

  for (const javaScriptEnabled of [true, false]) {
    it(`자바스크립트 ${javaScriptEnabled ? '켬' : '끔'}: 주제로 건너뛰고, 한 수준만 본다`, async () => {
      const page = await site.open('questions/', {javaScriptEnabled});
      const shown = () => page.locator('main ul a').filter({visible: true}).count();
      const all = await shown();
      await page.getByRole('link', {name: '심화만'}).click();
      await page.waitForFunction(() => location.hash === '#level-advanced');
      const advanced = await shown();
      assert.ok(advanced > 0 && advanced < all, `${advanced} of ${all}`);
      const topic = page.getByRole('navigation', {name: '주제'}).getByRole('link').last();
      await topic.click();
      await page.waitForFunction(() => location.hash.startsWith('#topic-'));
      const heading = page.locator('h2:target');
      const {y = 0} = (await heading.boundingBox()) ?? {};
      const bar = await page.getByRole('navigation', {name: '주제'}).boundingBox();
      assert.ok(bar && y >= bar.y + bar.height && y < 800, `${y}`);
      if (javaScriptEnabled) {
        assert.equal(await shown(), advanced);
        assert.equal(
          await page.locator('[data-filter][aria-current]').getAttribute('href'),
          '#level-advanced',
        );
      }
      await page.getByRole('link', {name: '모든 수준'}).click();
      await page.waitForFunction(() => location.hash === '#main');
      assert.equal(await shown(), all);
    });
  }
});

describe('찾지 못했을 때', () => {
  const site = useSite();

  it('없는 주소에서도 바로 찾고, 물어볼 말과 알릴 곳이 있다', async () => {
    const page = await site.open('404.html', {viewport: {width: 360, height: 740}});
    await page.getByRole('link', {name: '틀린 링크를 알려 주세요'}).waitFor();
    await page.getByRole('link', {name: 'DinD와 DooD 차이'}).click();
    await page.waitForURL(/\/search\/\?q=/);
    await page.getByRole('link', {name: /DinD/}).first().waitFor();
    await page.goto(site.url('404.html'));
    await page.getByRole('searchbox').fill('도커 데몬');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    await page.locator('main section a').first().waitFor();
    assert.equal(await page.getByText('이렇게 찾아보세요').isVisible(), false);
  });
});
