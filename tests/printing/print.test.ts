import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {useSite} from '../site.ts';

const address = 'docs/1.0/docker-in-docker/';

describe('인쇄', () => {
  const site = useSite();

  it('인쇄하는 동안 답을 모두 펴고, 끝나면 원래대로 접는다', async () => {
    const page = await site.open(address);
    await page.locator('summary:has(#dind-or-dood)').click();
    const open = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLDetailsElement>('details[data-follow-up]')].map(
          (details) => details.open,
        ),
      );
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await open(), [true, true, true, true, true]);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.deepEqual(await open(), [false, true, false, false, false]);
  });

  it('첫 화면은 여섯 쪽 안의 지도로 찍힌다', async () => {
    const page = await site.open('');
    const pdf = await page.pdf({format: 'A4'});
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;
    assert.ok(pages && pages <= 6, `${pages}`);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({media: 'print'});
    assert.equal(await page.locator('#map ~ * li li').first().isVisible(), false);
  });

  for (const javaScriptEnabled of [true, false]) {
    it(`자바스크립트 ${javaScriptEnabled ? '켬' : '끔'}: 어두운 테마에서도 밝은 종이에, 답이 모두 보인다`, async () => {
      const page = await site.open(address, {javaScriptEnabled, colorScheme: 'dark'});
      await page.emulateMedia({media: 'print', colorScheme: 'dark'});
      for (const text of ['낡은 선택지입니다', 'microVM(Firecracker)입니다']) {
        assert.equal(await page.getByText(text).first().isVisible(), true, text);
      }
      const colours = await page.locator('body').evaluate((body) => {
        const {backgroundColor, color} = getComputedStyle(body);
        return {
          html: getComputedStyle(document.documentElement).backgroundColor,
          backgroundColor,
          color,
        };
      });
      const isLight = (colour: string) =>
        (/\d+/g.exec(colour) && Number(/\d+/.exec(colour)?.[0]) > 200) || colour.endsWith(', 0)');
      assert.ok(isLight(colours.html) && isLight(colours.backgroundColor), JSON.stringify(colours));
      for (const selector of [
        '.navbar',
        '.theme-doc-sidebar-container',
        '.table-of-contents',
        'footer.footer',
        '.next-questions',
        'nav[data-behavior="page-bar"]',
      ]) {
        assert.equal(await page.locator(selector).first().isVisible(), false, selector);
      }
    });
  }
});
