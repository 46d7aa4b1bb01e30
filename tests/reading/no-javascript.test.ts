import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {useSite} from '../site.ts';

describe('자바스크립트를 끈 휴대전화', () => {
  const site = useSite();
  const phone = {javaScriptEnabled: false, viewport: {width: 360, height: 740}};

  it('열리지 않는 메뉴 대신 링크로 돌아다닌다', async () => {
    const page = await site.open('docs/virtualization/', phone);
    assert.equal(await page.locator('.navbar__toggle').isVisible(), false);
    await page.locator('.navbar').getByRole('link', {name: '참고 문헌'}).click();
    await page.waitForURL(/docs\/references\//);
    await page.getByRole('link', {name: '꼬리물기'}).first().click();
    await page.locator('li', {hasText: '도커 데몬이 뭐예요?'}).locator('summary').first().click();
    await page.getByRole('link', {name: '도커 데몬이 뭐예요?'}).click();
    await page.waitForURL(/container-isolation\/#docker-daemon$/);
    assert.equal(await page.getByText('백그라운드 서비스이고').first().isVisible(), true);
  });
});
