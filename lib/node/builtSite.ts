import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

import type {Element, Nodes, Root} from 'hast';
import {select} from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';

/** The built site as its readers get it: what every derived output starts from. */
export interface BuiltPage {
  /** Address below the base, e.g. `docs/virtualization/`; the home page is ``. */
  address: string;
  html: string;
  root: Root;
}

/** A heading's id and the text from it to the next heading of the same or a higher level. */
export interface Section {
  /** Empty for what stands before the first `h2`, the title included. */
  id: string;
  depth: number;
  text: string;
}

const parser = unified().use(rehypeParse);

/**
 * Reads every HTML page of a built site, sorted by address.
 * @throws when the folder holds none: then there is nothing to derive from
 */
export function readBuiltSite(folder: string): BuiltPage[] {
  const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html'))
    .map((file): BuiltPage => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      const address = file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
      return {address, html, root: parser.parse(html)};
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  if (pages.length === 0) {
    throw new Error(`${folder}에 HTML이 없습니다. 먼저 npm run build를 실행해 주세요.`);
  }
  return pages;
}

/** Sections of a documentation page in order of reading; empty for other pages. */
export function sectionsOf({root}: BuiltPage): Section[] {
  const article = select('.theme-doc-markdown', root);
  if (!article) {
    return [];
  }
  const flat: Section[] = [{id: '', depth: 1, text: ''}];
  collect(article, flat);
  return flat.map((section, index) => {
    const next = flat.findIndex((other, i) => i > index && other.depth <= section.depth);
    const end = section.id === '' ? 1 : next === -1 ? flat.length : next;
    const text = flat.slice(index, Math.max(end, index + 1)).map((part) => part.text);
    return {...section, text: text.join(' ').replace(/\s+/g, ' ').trim()};
  });
}

/** Citation markers, buttons and the like: not what the author wrote. */
function isApparatus({tagName, properties}: Element): boolean {
  return (
    tagName === 'sup' ||
    tagName === 'button' ||
    tagName === 'dialog' ||
    properties.role === 'status' ||
    (Array.isArray(properties.className) && properties.className.includes('hash-link'))
  );
}

const blocks = new Set([
  'p',
  'li',
  'td',
  'th',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'pre',
  'summary',
  'br',
]);

function collect(node: Nodes, sections: Section[]): void {
  const current = sections.at(-1);
  if (node.type === 'text' && current) {
    current.text += node.value;
  } else if (node.type === 'element' && !isApparatus(node)) {
    const depth = /^h([2-6])$/.exec(node.tagName)?.[1];
    if (depth && typeof node.properties.id === 'string') {
      sections.push({id: node.properties.id, depth: Number(depth), text: ''});
    }
    for (const child of node.children) {
      collect(child, sections);
    }
    const last = sections.at(-1);
    if (last && blocks.has(node.tagName)) {
      last.text += ' ';
    }
  } else if (node.type === 'root') {
    for (const child of node.children) {
      collect(child, sections);
    }
  }
}
