import type {Element, Nodes} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {
  pagesIn,
  publicUrlOf,
  type BuiltPage,
  type BuiltVersion,
  type SidebarItem,
} from '../../outputs/builtSite.ts';

/** What the built pages of a version say that its book must hold, in the order of the sidebar. */
export interface Expectations {
  words: string[];
  /** Of the drawings, which may stand behind what follows them. */
  captions: string[];
  /** Words in each drawing. */
  diagrams: string[][];
  /** Name and description of each. */
  alternatives: string[];
  /** Sidebar and questions. */
  outline: OutlineEntry[];
  /** Addresses that the text links to, outside the book. */
  addresses: string[];
  /** Texts of links to other places of the book. */
  internalLinks: string[];
}

interface OutlineEntry {
  title: string;
  depth: number;
  /** The page that it opens says so: that of a page says the question, not the label in the sidebar. */
  isPrinted: boolean;
}

/** Read from the pages with rules of its own: none of outputs/book. */
export function expectationsOf(version: BuiltVersion): Expectations {
  const pages = pagesIn(version.sidebar);
  const held = new Set(pages.map(publicUrlOf));
  const numbers = referenceNumbers(pages);
  const articles = pages.map((page) => ({page, article: articleOf(page)}));
  const links = articles.flatMap(({page, article}) =>
    linksOf(article).map((link) => {
      const href = new URL(String(link.properties.href), publicUrlOf(page)).href;
      return {link, href, isHeld: held.has(href.replace(/#.*$/, ''))};
    }),
  );
  return {
    words: articles.flatMap(({article}) =>
      textOf(article, numbers, 'figcaption').split(/\s+/).filter(Boolean),
    ),
    captions: articles.flatMap(({article}) =>
      selectAll('figcaption', article).map((caption) => textOf(caption, numbers)),
    ),
    diagrams: articles.flatMap(({article}) =>
      selectAll('figure .diagram svg', article).map((svg) =>
        selectAll('text', svg).flatMap((label) => toString(label).split(/\s+/).filter(Boolean)),
      ),
    ),
    alternatives: articles.flatMap(({article}) =>
      selectAll('[role="img"]', article).map(({properties}) => {
        const description = select(`[id="${String(properties.ariaDetails)}"]`, article);
        return `${String(properties.ariaLabel)}. ${description ? toString(description) : ''}`;
      }),
    ),
    outline: outlineOf(version.sidebar, 0),
    addresses: links.filter(({isHeld, href}) => !isHeld && !isPreview(href)).map(({href}) => href),
    internalLinks: links
      .filter(({isHeld}) => isHeld)
      .map(({link}) =>
        link.properties.role === 'doc-biblioref' ? number(link, numbers) : toString(link),
      ),
  };
}

/** Another version of a site without a public address: nobody else can follow it. */
const isPreview = (href: string) => new URL(href).hostname === 'localhost';

function articleOf({address, root}: BuiltPage): Element {
  const article = select('.theme-doc-markdown', root);
  if (!article) {
    throw new Error(`no article on /${address}`);
  }
  return article;
}

/** `ref-…` → its number in the list of the whole version. */
function referenceNumbers(pages: readonly BuiltPage[]): Map<string, number> {
  const entries = pages.flatMap((page) =>
    selectAll('ul > li[id^="ref-"]', articleOf(page)).map(({properties}) => String(properties.id)),
  );
  return new Map(entries.map((id, index) => [id, index + 1]));
}

function number(marker: Element, numbers: ReadonlyMap<string, number>): string {
  return String(numbers.get(String(marker.properties.href).slice(1)));
}

/** For the screen only, or listed once for all pages. */
function isNotPrinted({tagName, properties, children}: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return (
    ['svg', 'button', 'dialog'].includes(tagName) ||
    properties.hidden === true ||
    'dataScreenOnly' in properties ||
    properties.role === 'status' ||
    properties.role === 'tooltip' ||
    properties.role === 'doc-bibliography' ||
    // Who cites an entry: in the book by the numbers of pages.
    children.some(
      (child) => child.type === 'element' && child.properties.role === 'doc-backlink',
    ) ||
    (tagName === 'h2' && properties.id === 'references') ||
    /^diagram-\d+-description$/.test(String(properties.id)) ||
    classes.includes('hash-link')
  );
}

const blocks = /^(p|li|td|th|div|h\d|pre|summary|section|figcaption|ol|ul|br|span)$/;

function textOf(node: Nodes, numbers: ReadonlyMap<string, number>, without?: string): string {
  if (node.type === 'text') {
    return node.value;
  }
  if (node.type !== 'element' || node.tagName === without || isNotPrinted(node)) {
    return '';
  }
  if (node.tagName === 'sup') {
    return selectAll('a', node)
      .map((marker) => number(marker, numbers))
      .join(', ');
  }
  const text = node.children.map((child) => textOf(child, numbers, without)).join('');
  return blocks.test(node.tagName) && !isToken(node) ? ` ${text} ` : text;
}

/** Coloured pieces of code do not part words. */
const isToken = ({properties}: Element) =>
  Array.isArray(properties.className) && properties.className.includes('token');

function linksOf(node: Nodes): Element[] {
  if (node.type !== 'element' || isNotPrinted(node) || isTerm(node)) {
    return [];
  }
  const isCopyLink = String(node.properties.ariaLabel).startsWith('링크 복사');
  return node.tagName === 'a' && !isCopyLink ? [node] : node.children.flatMap(linksOf);
}

/** A term of the glossary is a link on the screen only. */
const isTerm = ({properties}: Element) => String(properties.ariaDescribedBy).startsWith('term-');

function outlineOf(items: readonly SidebarItem[], depth: number): OutlineEntry[] {
  return items.flatMap(({label, page, items: nested}) => {
    const followUps = page
      ? selectAll('details summary h3', articleOf(page)).map((heading) => toString(heading))
      : [];
    const title = page && select('h1', articleOf(page));
    const questions = title && followUps.length > 0 ? [toString(title), ...followUps] : [];
    return [
      {title: label, depth, isPrinted: !page},
      ...questions.map((question) => ({title: question, depth: depth + 1, isPrinted: true})),
      ...outlineOf(nested, depth + 1),
    ];
  });
}

/**
 * The words that the text does not have where they should stand: after the one
 * before, with at most a drawing's labels or an address between them.
 */
export function missingWords(words: readonly string[], text: string): string[] {
  const compact = text.normalize('NFC').replace(/\s+/g, '');
  const missing: string[] = [];
  let position = 0;
  for (const word of words) {
    const found = compact.indexOf(word.normalize('NFC'), position);
    if (found === -1 || found > position + 1200) {
      missing.push(word);
    } else {
      position = found + word.length;
    }
  }
  return missing;
}
