import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {select} from 'hast-util-select';

import {isGitWorktree, repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {siteAddress} from '../../site/siteAddress.ts';
import {readContentModel, versionIn, workingFolder} from '../../content-model/model.ts';
import {besideLatest, buildFolder, builtPages, useSite, versions} from '../site.ts';

const {url, baseUrl, repositoryUrl} = siteAddress(process.env);
const docs = builtPages.filter(({address}) => address.startsWith('docs/'));

describe('버전', () => {
  const site = useSite();

  it('모든 버전의 대표 주소는 최신 버전의 같은 글이고, 거기에 없는 새 글은 스스로이다', () => {
    const addresses = new Set(docs.map(({address}) => address));
    for (const {address, root} of docs) {
      const canonical = select('link[rel="canonical"]', root)?.properties.href;
      const latest = address.replace(new RegExp(`^${besideLatest}`), 'docs/');
      assert.equal(canonical, `${url}${baseUrl}${addresses.has(latest) ? latest : address}`);
    }
  });

  it('사이트맵에는 최신 버전만 있다', () => {
    const sitemap = readFileSync(path.join(buildFolder, 'sitemap.xml'), 'utf8');
    assert.match(sitemap, /docs\/virtualization\//);
    assert.doesNotMatch(sitemap, new RegExp(besideLatest));
  });

  it('고치기 링크는 어느 버전에서나 쓰는 중인 글을 연다', () => {
    const working = versionIn(readContentModel(repositoryRoot), workingFolder).pages;
    for (const {address, root} of docs) {
      const slug = address.replace(/^docs\/((next|\d[^/]*)\/)?/, '/').replace(/\/$/, '');
      const file = working.find((page) => page.slug === slug)?.file;
      const href = select('a.theme-edit-this-page', root)?.properties.href;
      assert.equal(href, file && `${repositoryUrl}/edit/main/${file}`);
    }
  });

  it('git에서 읽은 마지막 수정일이 있다', {skip: !isGitWorktree}, () => {
    for (const {address, html} of docs) {
      assert.match(html, /마지막 수정.*?\d{4}년/, address);
    }
  });

  it('메뉴에서 버전을 바꾸면 같은 글의 다른 버전으로 가고, 배너가 알려 준다', async () => {
    const [latest] = versions;
    const oldest = versions.at(-1) ?? '';
    const page = await site.open('docs/container-isolation/');
    await page.getByLabel(`버전 ${latest}`, {exact: true}).click();
    await page.getByRole('link', {name: '다음 쓰는 중'}).click();
    await page.waitForURL(/docs\/next\/container-isolation\//);
    await page.getByText('쓰는 중인 ‘다음’ 버전입니다').waitFor();
    await page.getByLabel('‘다음’ 버전', {exact: true}).click();
    await page.getByRole('link', {name: `${oldest} 지난 버전`}).click();
    await page.waitForURL(site.url(`docs/${oldest}/container-isolation/`));
    await page.getByText(`지난 버전 ${oldest}입니다`).waitFor();
    await page.getByRole('link', {name: `최신 버전 ${latest}의 이 글`}).click();
    await page.waitForURL(/docs\/container-isolation\//);
  });
});
