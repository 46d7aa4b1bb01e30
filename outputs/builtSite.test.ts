import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {builtPage, pagesIn, versionsOf, type BuiltPage, type SidebarItem} from './builtSite.ts';

const category = (label: string, items: string) =>
  `<li><details open><summary>${label}</summary><ul>${items}</ul></details></li>`;
const link = (name: string) => `<li><a href="/docs/${name}/">${name}</a></li>`;

function page(address: string, version: string, menu: string, isCanonical = true): BuiltPage {
  const url = `https://example.com/${address}`;
  const html = `<meta name="docusaurus_version" content="${version}">
    <meta property="og:url" content="${url}">
    <link rel="canonical" href="${isCanonical ? url : 'https://example.com/docs/'}">
    <body>${menu && `<ul class="theme-doc-sidebar-menu">${menu}</ul>`}<div class="theme-doc-markdown"></div>`;
  return builtPage(address, html);
}

describe('만들어진 사이트의 버전', () => {
  const menu =
    link('a') +
    category('묶음', link('b') + category('안쪽', link('c'))) +
    category('<a href="/docs/d/">제 글이 있는 묶음</a>', '') +
    link('elsewhere');
  const pages = [
    // A page that no sidebar lists shows none.
    page('docs/0/', '1.0', ''),
    ...['a', 'b', 'c', 'd'].map((name) => page(`docs/${name}/`, '1.0', menu)),
    page('docs/next/a/', 'current', '', false),
  ];

  it('사이드바의 묶음과 글을 차례대로 읽고, 버전을 벗어나는 링크는 뺀다', () => {
    const names = ({label, items}: SidebarItem): unknown[] => [label, ...items.map(names)];
    const [version] = versionsOf(pages);
    assert.deepEqual(version?.sidebar.map(names), [
      ['a'],
      ['묶음', ['b'], ['안쪽', ['c']]],
      ['제 글이 있는 묶음'],
    ]);
    assert.deepEqual(
      pagesIn(version?.sidebar ?? []).map(({address}) => address),
      ['docs/a/', 'docs/b/', 'docs/c/', 'docs/d/'],
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
