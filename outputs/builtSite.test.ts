import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {builtPage, pagesIn, versionsOf, type BuiltPage, type SidebarItem} from './builtSite.ts';

/** Docusaurus links a category without a page of its own to its first page, for readers without scripts. */
const category = (label: string, items: string, first = 'b') =>
  `<li><div class="menu__list-item-collapsible"><a class="menu__link" href="/docs/${first}/">${label}</a></div>${
    items && `<ul>${items}</ul>`
  }</li>`;
const link = (name: string) => `<li><a href="/docs/${name}/">${name}</a></li>`;

function page(address: string, version: string, menu: string, isCanonical = true): BuiltPage {
  const url = `https://example.com/${address}`;
  const html = `<meta name="docusaurus_version" content="${version}">
    <meta property="og:url" content="${url}">
    <link rel="canonical" href="${isCanonical ? url : 'https://example.com/docs/'}">
    <body><ul class="theme-doc-sidebar-menu">${menu}</ul><div class="theme-doc-markdown"></div>`;
  return builtPage(address, html);
}

describe('만들어진 사이트의 버전', () => {
  // As Docusaurus does: a category shows its items only on their own pages.
  const pages = [
    page('docs/a/', '1.0', link('a') + category('묶음', '')),
    page('docs/b/', '1.0', link('a') + category('묶음', link('b') + category('안쪽', '', 'c'))),
    page(
      'docs/c/',
      '1.0',
      link('a') + category('묶음', link('b') + category('안쪽', link('c'), 'c')),
    ),
    page('docs/next/a/', 'current', '', false),
  ];

  it('페이지마다 일부만 보이는 사이드바를 하나로 모은다', () => {
    const names = ({label, items}: SidebarItem): unknown[] => [label, ...items.map(names)];
    const [version] = versionsOf(pages);
    assert.deepEqual(version?.sidebar.map(names), [['a'], ['묶음', ['b'], ['안쪽', ['c']]]]);
    assert.deepEqual(
      pagesIn(version?.sidebar ?? []).map(({address}) => address),
      ['docs/a/', 'docs/b/', 'docs/c/'],
    );
  });

  it('최신 버전이 먼저이고, 쓰는 중인 버전은 낸 버전이 아니다', () => {
    assert.deepEqual(
      versionsOf(pages).map(({name, isLatest, isReleased}) => [name, isLatest, isReleased]),
      [
        ['1.0', true, true],
        ['current', false, false],
      ],
    );
  });
});
