import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import type {Element, ElementContent} from 'hast';
import {select} from 'hast-util-select';
import {toHtml} from 'hast-util-to-html';

import {pagesIn, readBuiltSite, versionsOf} from '../../outputs/builtSite.ts';

/** Blocks of an article that fill about a sheet of A4. */
const blocksPerPage = 3;
const pagesPerCategory = 10;
const site = 'https://example.com/';

/**
 * Writes a built site of `count` pages to a folder: the paragraphs, boxes, tables
 * and drawings of our own pages over and over, one sheet a page, in categories of ten.
 */
export function writeSyntheticSite(built: string, folder: string, count: number): void {
  const [version] = versionsOf(readBuiltSite(built));
  const blocks = pagesIn(version?.sidebar ?? []).flatMap(({root}) => {
    const article = select('.theme-doc-markdown', root);
    // Not the bibliography, nor the headings of pages.
    return (article?.children ?? []).filter(
      (node): node is Element =>
        node.type === 'element' && !['header', 'section', 'h1'].includes(node.tagName),
    );
  });
  writePage(folder, '', '<b class="navbar__title">책</b>', '');
  for (let index = 0; index < count; index += 1) {
    const start = (index * blocksPerPage) % blocks.length;
    const content: ElementContent[] = [...blocks, ...blocks].slice(start, start + blocksPerPage);
    const article = `<div class="theme-doc-markdown"><h1>${index + 1}번째 글</h1>${toHtml(content, {allowDangerousHtml: true})}</div>`;
    writePage(folder, `docs/${index + 1}/`, article, sidebar(count, index));
  }
}

function writePage(folder: string, address: string, body: string, menu: string): void {
  const html = `<!doctype html><html lang="ko"><head>
<meta name="docusaurus_version" content="1.0"><meta name="description" content="합성한 글">
<meta property="og:url" content="${site}${address}"><link rel="canonical" href="${site}${address}">
</head><body>${menu}${body}</body></html>`;
  mkdirSync(path.join(folder, address), {recursive: true});
  writeFileSync(path.join(folder, address, 'index.html'), html);
}

/** As Docusaurus renders it: only the category of the page itself shows its pages. */
function sidebar(count: number, current: number): string {
  const categories: string[] = [];
  for (let first = 0; first < count; first += pagesPerCategory) {
    const isOpen = current >= first && current < first + pagesPerCategory;
    const links: string[] = [];
    for (let index = first; isOpen && index < Math.min(count, first + pagesPerCategory); index += 1) {
      links.push(`<li><a href="/docs/${index + 1}/">${index + 1}번째 글</a></li>`);
    }
    categories.push(
      `<li><div class="menu__list-item-collapsible"><a role="button" href="/docs/${first + 1}/">${first + 1}번째부터</a></div>${
        isOpen ? `<ul>${links.join('')}</ul>` : ''
      }</li>`,
    );
  }
  return `<ul class="theme-doc-sidebar-menu">${categories.join('')}</ul>`;
}
