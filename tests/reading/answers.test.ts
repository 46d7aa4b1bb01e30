import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {pagesIn, versionsOf} from '../../outputs/builtSite.ts';
import {builtPages, useSite, versions} from '../site.ts';

describe('최신 버전의 답', () => {
  const site = useSite();
  const latest = versionsOf(builtPages).find(({isLatest}) => isLatest);
  assert.ok(latest);
  const questionPages = pagesIn(latest.sidebar).filter(({root}) =>
    select('.interview-answer', root),
  );

  it('질문이 30개, 그림이 12개를 넘는다', () => {
    const questions = questionPages.flatMap(({root}) => selectAll('[data-follow-up]', root));
    const diagrams = questionPages.flatMap(({root}) => selectAll('figure .diagram', root));
    assert.ok(questionPages.length + questions.length >= 30);
    assert.ok(diagrams.length >= 12);
  });

  it('답마다 면접 답변으로 시작하고, 면접 답변마다 출처가 있다', () => {
    for (const {address, root} of questionPages) {
      const answers = selectAll('.interview-answer', root);
      const followUps = selectAll('details[data-follow-up]', root);
      assert.equal(answers.length, 1 + followUps.length, address);
      for (const answer of answers) {
        assert.ok(select('[role="doc-biblioref"]', answer), `${address}: ${toString(answer)}`);
      }
      for (const followUp of followUps) {
        assert.ok(select('.interview-answer', followUp), `${address}: ${toString(followUp)}`);
      }
    }
  });

  it('글마다 난이도, 꼬리질문마다 난이도와 이어서 읽을 글이 적혀 있다', () => {
    for (const {address, root} of questionPages) {
      const paths = selectAll('.reading-path', root).map((line) => toString(line));
      assert.match(paths[0] ?? '', /^난이도 (기본|심화)/, address);
      assert.match(paths.at(-1) ?? '', /^이어서 읽을 글: /, address);
      for (const summary of selectAll('details[data-follow-up] > summary', root)) {
        assert.match(toString(summary), /^(꼬리질문|꼬꼬무) \d+ \/ \d+ · (기본|심화)/, address);
      }
    }
  });

  it('버전 비교는 질문마다 무엇이 달라졌는지 보이고, 두 버전의 글로 이어진다', async () => {
    const page = await site.open('versions/', {javaScriptEnabled: false});
    await page.getByRole('heading', {name: `${versions[1]}에서 ${versions[0]}으로`}).waitFor();
    const changes = page.locator('main section li:has(> a)');
    assert.ok((await changes.count()) >= 30);
    await page.locator('main details summary').first().click();
    assert.ok(await page.locator('main details ins').first().isVisible());
    await changes.locator('> a').first().click();
    await page.waitForURL(/\/docs\/virtualization\/$/);
  });

  it('1.0의 교정 상자와 바로잡은 것이 서로 이어져 있다', async () => {
    const page = await site.open('docs/1.0/container-isolation/', {javaScriptEnabled: false});
    const boxes = page.locator('.theme-admonition-note');
    const links = page.locator('.theme-admonition-note a[href*="/docs/corrections/#s"]');
    assert.ok((await links.count()) >= (await boxes.count()));
    await links.first().click();
    await page.waitForURL(/\/docs\/corrections\/#s\d+$/);
    const back = page.locator(`${new URL(page.url()).hash} ~ ul a[href*="/docs/1.0/"]`).first();
    await back.click();
    await page.waitForURL(/\/docs\/1\.0\/[a-z-]+\/#/);
  });
});
