import type {Element, Nodes as HastNodes, Root as HastRoot} from 'hast';
import {raw} from 'hast-util-raw';
import {defaultHandlers, toMdast, type Handle} from 'hast-util-to-mdast';
import {toString as hastToString} from 'hast-util-to-string';
import type {
  FootnoteDefinition,
  Heading,
  Image,
  Link,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {toString} from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

import {cleaned} from './cleaned.ts';
import {quoteLiterals} from './quoteLiterals.ts';
import type {Remark} from './remark.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  // In Korean a tilde is a range: 1~2일, 3~4일.
  .use(remarkGfm, {singleTilde: false})
  .use(remarkCjkFriendly);

/** Elements that are no text and have no place in a page of ours. */
const dropped = new Set(['script', 'style']);

/** A note as plain Markdown, and what of it has no Markdown. */
export interface Note {
  root: Root;
  /** All of the note but `lost`, before it became Markdown: to compare the page with. */
  html: HastRoot;
  /** What was left out, for the person who imports. */
  lost: Remark[];
}

/**
 * Reads a note that mixes Markdown with HTML (`</br>`, `<p align><img>`, `<details>`, tables …)
 * and turns all of it into Markdown. Runs nothing: HTML is parsed as data.
 */
export function readNote(text: string): Note {
  const lost: Remark[] = [];
  const quoted = quoteLiterals(text, (each) => parser.parse(each));
  const markdown = parser.parse(quoted);
  freeAddresses(markdown, quoted, lost);
  freeUnderlined(markdown, quoted);
  reportUnshown(markdown, lost);
  placeFootnotes(markdown);
  widenTables(markdown);

  const html = raw(toHast(markdown, {allowDangerousHtml: true})) as HastRoot;
  visit(html, (node, index, parent) => {
    if (node.type === 'text') {
      // Entities: &nbsp; and the like.
      node.value = cleaned(node.value);
    }
    const isComment = node.type === 'comment';
    const isDropped = node.type === 'element' && dropped.has(node.tagName);
    if ((!isComment && !isDropped) || !parent || index === undefined) {
      return undefined;
    }
    const content = (isComment ? node.value : hastToString(node)).replace(/\s+/g, ' ').trim();
    lost.push({
      kind: '뺀 것',
      message: isComment
        ? `HTML 주석을 뺐습니다: ${content}`
        : `<${node.tagName}>은 글에 쓸 수 없어 뺐습니다: ${content}`,
    });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const root = toMdast(html, {
    handlers: {
      details,
      summary,
      td: cell,
      th: cell,
      iframe: embedded,
      embed: embedded,
      object: embedded,
    },
    newlines: false,
  }) as Root;
  tidyEmphasis(root);
  lowerHeadings(root);
  removeEmptyParagraphs(root);
  return {root, html, lost};
}

/** What nobody sees of a note on GitHub: its front matter, and definitions that nothing uses. */
function reportUnshown(root: Root, lost: Remark[]): void {
  const used = new Set<string>();
  visit(root, ['linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) {
      used.add(node.identifier);
    }
  });
  visit(root, (node) => {
    if (node.type === 'yaml') {
      const message = `노트의 글머리를 뺐습니다: ${node.value.replace(/\s+/g, ' ')}`;
      lost.push({kind: '뺀 것', message});
    } else if (node.type === 'definition' && !used.has(node.identifier)) {
      const title = node.title ? ` (${node.title})` : '';
      lost.push({kind: '뺀 것', message: `쓰이지 않은 링크를 뺐습니다: ${node.url}${title}`});
    }
  });
}

/** Particles and endings that Korean writes right behind an address. */
const particle =
  /^[)\]"'’”]*(?:을|를|은|는|이|가|의|에|와|과|도|로|으로|에서|에는|에서는|에게|까지|부터|처럼|보다|라고|라는|이라는|입니다|이다|이고|이며|인데|임|참고|참조)[.,!?)\]]*$/;

/** `https://example.com/a/를 본다`: the particle is no part of the address. */
function freeAddresses(root: Root, text: string, lost: Remark[]): void {
  visit(root, 'link', (node, index, parent) => {
    const start = node.position?.start.offset ?? 0;
    const source = text.slice(start, node.position?.end.offset);
    const [, address, tail] = /^((?:https?:\/\/|www\.)[!-~]*)([^!-~].*)$/is.exec(source) ?? [];
    if (address === undefined || tail === undefined || !parent || index === undefined) {
      return undefined;
    }
    if (!particle.test(tail)) {
      const message = `주소에 한글이 들어 있습니다. 주소만 링크가 되었는지 확인해 주세요: ${source}`;
      lost.push({kind: '링크', message});
      return undefined;
    }
    const url = /^www/i.test(address) ? `http://${address}` : address;
    const link: Link = {type: 'link', url, children: [{type: 'text', value: address}]};
    const rest: Text = {type: 'text', value: tail};
    parent.children.splice(index, 1, ...([link, rest] as never[]));
    return [SKIP, index + 2];
  });
}

/** A sentence over `---` was meant to be followed by a line, not to be a heading. */
function freeUnderlined(root: Root, text: string): void {
  visit(root, 'heading', (node, index, parent) => {
    const source = text.slice(node.position?.start.offset, node.position?.end.offset);
    if (/^\s*#/.test(source) || !/[가-힣][.!]$/.test(toString(node).trim()) || !parent) {
      return undefined;
    }
    const paragraph: Paragraph = {type: 'paragraph', children: node.children};
    parent.children.splice(index ?? 0, 1, ...([paragraph, {type: 'thematicBreak'}] as never[]));
    return SKIP;
  });
}

/** Blanks inside of the marks of emphasis would keep them from being read as such. */
function tidyEmphasis(root: Root): void {
  visit(root, ['strong', 'emphasis', 'delete'], (node, index, parent) => {
    if (!('children' in node) || !parent || index === undefined) {
      return undefined;
    }
    const [first] = node.children;
    const last = node.children.at(-1);
    const around = [
      /^\s/.test(first?.type === 'text' ? first.value : ''),
      /\s$/.test(last?.type === 'text' ? last.value : ''),
    ];
    if (first?.type === 'text') {
      first.value = first.value.trimStart();
    }
    if (last?.type === 'text') {
      last.value = last.value.trimEnd();
    }
    const space: Text = {type: 'text', value: ' '};
    const isEmpty =
      toString(node).trim() === '' && !node.children.some(({type}) => type === 'image');
    const kept = [
      ...(around[0] && index > 0 ? [space] : []),
      ...(isEmpty ? [] : [node]),
      ...(around[1] && index < parent.children.length - 1 ? [space] : []),
    ];
    parent.children.splice(index, 1, ...(kept as never[]));
    return [SKIP, index + kept.length];
  });
}

/**
 * Headings of our pages are words at the top level: one in a list, a quotation or a box becomes
 * bold, and the links and pictures of one stand below it.
 */
function lowerHeadings(root: Root): void {
  visit(root, 'heading', (node, index, parent) => {
    if (!parent || index === undefined) {
      return undefined;
    }
    if (parent.type !== 'root') {
      const children = node.children.flatMap((child) =>
        child.type === 'strong' ? child.children : [child],
      );
      const bold: Paragraph = {
        type: 'paragraph',
        children: children.length > 0 ? [{type: 'strong', children}] : [],
      };
      parent.children.splice(index, 1, bold as never);
      return [SKIP, index];
    }
    const moved = movedFrom(node);
    const isEmpty = toString(node).trim() === '';
    const below: Paragraph = {type: 'paragraph', children: moved};
    const kept = [...(isEmpty ? [] : [node]), ...(moved.length > 0 ? [below] : [])];
    root.children.splice(index, 1, ...(kept as RootContent[]));
    return [SKIP, index + kept.length];
  });
}

/** Takes the links and pictures out of a heading, whose words stay. */
function movedFrom(heading: Heading): PhrasingContent[] {
  const moved: (Link | Image)[] = [];
  visit(heading, ['link', 'image'], (node, index, parent) => {
    if ((node.type !== 'link' && node.type !== 'image') || !parent || index === undefined) {
      return undefined;
    }
    // An address alone says itself where it leads.
    if (node.type === 'image' || !node.url.endsWith(toString(node))) {
      moved.push(structuredClone(node));
    }
    const words = node.type === 'link' ? node.children : [];
    parent.children.splice(index, 1, ...(words as never[]));
    return [SKIP, index];
  });
  return moved.flatMap((node, index): PhrasingContent[] =>
    index === 0 ? [node] : [{type: 'text', value: ', '}, node],
  );
}

/** Pages of ours have no footnotes: what one says goes into parentheses where it is first cited. */
function placeFootnotes(root: Root): void {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(root, 'footnoteDefinition', (node) => {
    definitions.set(node.identifier, node);
  });
  visit(root, 'footnoteReference', ({identifier}, index, parent) => {
    const definition = definitions.get(identifier);
    const content = definition ? phrasingOf(definition) : [];
    definitions.delete(identifier);
    const inserted: PhrasingContent[] =
      content.length > 0
        ? [{type: 'text', value: '('}, ...content, {type: 'text', value: ')'}]
        : [];
    parent?.children.splice(index ?? 0, 1, ...inserted);
    return [SKIP, index ?? 0];
  });
  visit(root, 'footnoteDefinition', (node, index, parent) => {
    const isUncited = definitions.get(node.identifier) === node;
    parent?.children.splice(index ?? 0, 1, ...((isUncited ? node.children : []) as never[]));
    return [SKIP, index ?? 0];
  });
}

function phrasingOf(definition: FootnoteDefinition): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  visit(definition, ['paragraph', 'heading', 'code'], (node) => {
    if (content.length > 0) {
      content.push({type: 'text', value: ' '});
    }
    if (node.type === 'code') {
      content.push({type: 'inlineCode', value: node.value});
    } else if (node.type === 'paragraph' || node.type === 'heading') {
      content.push(...node.children);
    }
  });
  return content;
}

/** Cells beyond the header's are dropped from a table: the header gets as many. */
function widenTables(root: Root): void {
  visit(root, 'table', (table) => {
    const width = Math.max(...table.children.map(({children}) => children.length));
    table.align = Array.from({length: width}, (_, index) => table.align?.[index] ?? null);
  });
}

/** `<details>`: its summary in bold, then what it holds. */
const details: Handle = (state, node) => state.toFlow(state.all(node));

const summary: Handle = (state, node) => {
  const content = withoutBlocks(node);
  visit(content, 'element', (inner, index, parent) => {
    if (!/^(b|strong)$/.test(inner.tagName) || !parent || index === undefined) {
      return undefined;
    }
    parent.children.splice(index, 1, ...inner.children);
    return [SKIP, index];
  });
  return {
    type: 'paragraph',
    children: [{type: 'strong', children: state.all(content) as never}],
    data: {summary: true},
  };
};

/** A cell of a table holds one line. */
const cell: Handle = (state, node) => defaultHandlers.td(state, withoutBlocks(node));

/** A video or another page inside of the note: a link to it. */
const embedded: Handle = (state, node) => {
  const {src, data, title} = node.properties;
  const address = String(src ?? data ?? '');
  return address === ''
    ? state.all(node)
    : {
        type: 'link',
        url: address,
        children: [{type: 'text', value: String(title ?? address)}],
      };
};

function withoutBlocks(node: Element): Element {
  const space = {type: 'text' as const, value: ' '};
  const children = node.children.flatMap((child): HastNodes[] => {
    if (child.type !== 'element') {
      return [child];
    }
    if (child.tagName === 'br') {
      return [space];
    }
    const inner = withoutBlocks(child);
    return /^(p|div|ul|ol|li|pre|blockquote|h[1-6])$/.test(child.tagName)
      ? [space, ...inner.children, space]
      : [inner];
  });
  return {...node, children: children as Element['children']};
}

/** A paragraph that held only a `<br>` leaves blank lines inside of lists; a list without items says nothing. */
function removeEmptyParagraphs(root: Root): void {
  visit(root, ['paragraph', 'list'], (node, index, parent) => {
    const isEmpty =
      'children' in node &&
      node.children.every(
        (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
      );
    if (!isEmpty || !parent || index === undefined) {
      return undefined;
    }
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
