import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import type {Element, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {isGitWorktree, repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {publicUrlOf, sectionsOf, versionsOf} from '../../outputs/builtSite.ts';
import {siteAddress} from '../../site/siteAddress.ts';
import {versionLabelOf} from '../../lib/versionName.ts';
import {searchIndexFile, searchTextsFile} from '../../lib/search/searchIndexFile.ts';
import {buildFolder, builtPages as pages, useSite} from '../site.ts';

const {repositoryUrl} = siteAddress(process.env);
const docs = pages.filter(({address}) => address.startsWith('docs/'));
const editLabel = '이 답 고치기';

function linkOf(root: Root | Element, label: string): URL {
  const link = selectAll('a', root).find((anchor) => toString(anchor).trim() === label);
  assert.ok(link, label);
  return new URL(String(link.properties.href));
}

function versionLabel(root: Root): string {
  const badge = select('.theme-doc-version-badge', root);
  assert.ok(badge);
  return versionLabelOf(toString(badge));
}

describe('고치기와 오류 신고', () => {
  const site = useSite();
  const form = `${repositoryUrl}/issues/new`;

  it('모든 질문의 답이 쓰는 중인 글의 편집기와, 그 답을 적은 신고 양식으로 이어진다', () => {
    let count = 0;
    for (const page of docs) {
      for (const followUp of selectAll('details[data-follow-up]', page.root)) {
        const heading = select('summary h3', followUp);
        assert.ok(heading);
        const edit = select('.theme-doc-footer a.theme-edit-this-page', page.root);
        assert.equal(linkOf(followUp, editLabel).href, edit?.properties.href);
        const report = linkOf(followUp, '이 답변의 오류 신고');
        assert.equal(report.origin + report.pathname, form);
        assert.deepEqual(Object.fromEntries(report.searchParams), {
          template: 'error-report.yml',
          title: `오류 신고: ${toString(heading)}`,
          page: publicUrlOf(page),
          'question-id': heading.properties.id,
          version: versionLabel(page.root),
        });
        const asked = linkOf(followUp, '면접에서 받은 꼬리질문');
        assert.equal(asked.searchParams.get('template'), 'interview-question.yml');
        assert.equal(asked.searchParams.get('question-id'), heading.properties.id);
        count += 1;
      }
    }
    assert.ok(count > 0);
  });

  it('모든 글의 끝에 글 전체의 신고 양식으로 가는 링크가 있다', () => {
    for (const page of docs) {
      const report = linkOf(page.root, '이 글의 오류 신고');
      assert.equal(report.searchParams.get('page'), publicUrlOf(page));
      assert.equal(report.searchParams.get('question-id'), null);
      const title = sectionsOf(page)[0]?.heading;
      assert.equal(report.searchParams.get('title'), `오류 신고: ${title}`);
    }
  });

  it('검색 색인과 책에는 들어가지 않는다', () => {
    for (const version of versionsOf(pages)) {
      for (const fileOf of [searchIndexFile, searchTextsFile]) {
        const file = readFileSync(path.join(buildFolder, fileOf(version.name)), 'utf8');
        assert.match(file, /컨테이너/);
        assert.doesNotMatch(file, /이 답 고치기|오류 신고/);
      }
      for (const page of docs) {
        const text = sectionsOf(page).map((section) => section.text);
        assert.doesNotMatch(text.join(), /이 답 고치기|오류 신고/);
      }
    }
  });

  for (const javaScriptEnabled of [true, false]) {
    it(`답을 펴면 24px 이상으로 보이고, 종이에는 없다 (자바스크립트 ${javaScriptEnabled ? '켬' : '끔'})`, async () => {
      const page = await site.open('docs/docker-in-docker/', {
        javaScriptEnabled,
        viewport: {width: 360, height: 740},
      });
      const followUp = page.locator('details[data-follow-up]').first();
      const more = followUp.locator('[data-screen-only] details');
      const links = more.locator('a');
      await page.locator('summary:has(h3)').first().click();
      assert.equal(await links.first().isVisible(), false);
      await more.locator('summary').click();
      for (const link of [
        ...(await links.all()),
        ...(await page.locator('footer [data-screen-only] a').all()),
      ]) {
        const box = await link.boundingBox();
        assert.ok(box && box.height >= 24, await link.innerText());
      }
      await page.emulateMedia({media: 'print'});
      assert.equal(await page.locator('[data-screen-only] a').filter({visible: true}).count(), 0);
    });
  }

  it('글을 함께 쓴 사람의 이름이 있다', {skip: !isGitWorktree}, () => {
    for (const {root, address} of docs) {
      const footer = select('.theme-doc-footer', root);
      assert.ok(footer);
      assert.match(toString(footer), /함께 쓴 사람: \S/, address);
      assert.doesNotMatch(toString(footer), /@/);
    }
  });
});

describe('기여 안내 페이지', () => {
  const site = useSite();
  const guide = pages.find(({address}) => address === 'contributing/');

  it('CONTRIBUTING.md의 모든 제목이 있고, 주석은 없으며, 파일의 링크는 저장소로 간다', () => {
    assert.ok(guide);
    const article = select('article', guide.root);
    assert.ok(article);
    const source = readFileSync(path.join(repositoryRoot, 'CONTRIBUTING.md'), 'utf8');
    const withoutCode = source.replace(/^(`{3,})[^]*?^\1$/gm, '');
    assert.deepEqual(
      selectAll('h1, h2, h3', article).map((heading) => toString(heading)),
      [...withoutCode.matchAll(/^#{1,3} (.*)$/gm)].map(([, heading]) => heading),
    );
    for (const [, comment = ''] of source.matchAll(/<!-- (.*?) -->/g)) {
      assert.ok(!guide.html.includes(comment));
    }
    for (const {properties} of selectAll('a', article)) {
      assert.match(String(properties.href), /^(https?:\/\/|#)/);
    }
    assert.equal(
      linkOf(article, 'ARCHITECTURE.md').href,
      `${repositoryUrl}/blob/main/ARCHITECTURE.md`,
    );
  });

  it('모든 페이지의 아래와 첫 화면에서 갈 수 있다', async () => {
    const page = await site.open('');
    await page.locator('main').getByRole('link', {name: '기여 안내'}).click();
    await page.getByRole('heading', {level: 1, name: '기여 안내'}).waitFor();
    for (const {root, address} of pages) {
      const links = selectAll('footer.footer a', root).map(({properties}) =>
        String(properties.href),
      );
      assert.ok(
        links.some((href) => href.endsWith('/contributing/')),
        address,
      );
    }
  });
});
