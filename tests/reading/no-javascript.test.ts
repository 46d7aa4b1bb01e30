import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {useSite} from '../site.ts';

describe('자바스크립트를 끈 휴대전화', () => {
  const site = useSite();
  const phone = {javaScriptEnabled: false, viewport: {width: 360, height: 740}};

  it('메뉴와 차례를 열어 돌아다닌다', async () => {
    const page = await site.open('docs/virtualization/', phone);
    await page.getByRole('button', {name: '목차', exact: true}).click();
    await page.locator('#outline').getByRole('link', {name: '더 읽기'}).click();
    assert.equal(new URL(page.url()).hash, '#further-reading');
    await page.getByRole('button', {name: '메뉴 열기'}).click();
    await page.getByRole('link', {name: 'cgroup과 자원 제한'}).click();
    await page.waitForURL(/docs\/containers\/cgroups\//);
    await page.getByRole('button', {name: '메뉴 열기'}).click();
    await page.getByRole('link', {name: '참고 문헌'}).last().click();
    await page.waitForURL(/docs\/references\//);
    await page.getByRole('link', {name: '꼬리물기'}).first().click();
    await page.locator('li', {hasText: '도커 데몬이 뭐예요?'}).locator('summary').first().click();
    await page.getByRole('link', {name: '도커 데몬이 뭐예요?'}).click();
    await page.waitForURL(/container-isolation\/#docker-daemon$/);
    assert.equal(await page.getByText('백그라운드 서비스이고').first().isVisible(), true);
  });

  it('검색 페이지는 답하지 못할 칸을 보이지 않고 모든 질문으로 이끈다', async () => {
    const page = await site.open('search/', phone);
    assert.equal(await page.getByRole('main').getByRole('searchbox').count(), 0);
    await page.getByRole('main').getByRole('link', {name: '모든 질문'}).click();
    await page.waitForURL(/questions\/$/);
  });
});
