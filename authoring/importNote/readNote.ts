import type {Element, Nodes as HastNodes, Root as HastRoot} from 'hast';
import {raw} from 'hast-util-raw';
import {defaultHandlers, toMdast, type Handle} from 'hast-util-to-mdast';
import {toString as hastToString} from 'hast-util-to-string';
import type {FootnoteDefinition, PhrasingContent, Root} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

import {cleaned} from './cleaned.ts';
import {quoteLiterals} from './quoteLiterals.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkCjkFriendly);

/** Elements that are no text and have no place in a page of ours. */
const dropped = new Set(['script', 'style']);

/** A note as plain Markdown, and what of it has no Markdown. */
export interface Note {
  root: Root;
  /** All of the note but `lost`, before it became Markdown: to compare the page with. */
  html: HastRoot;
  /** Korean sentences for the person who imports. */
  lost: string[];
}

/**
 * Reads a note that mixes Markdown with HTML (`</br>`, `<p align><img>`, `<details>`, tables …)
 * and turns all of it into Markdown. Runs nothing: HTML is parsed as data.
 */
export function readNote(text: string): Note {
  const lost: string[] = [];
  const markdown = parser.parse(quoteLiterals(text, (each) => parser.parse(each)));
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
    lost.push(
      isComment
        ? `HTML 주석을 뺐습니다: ${content}`
        : `<${node.tagName}>은 글에 쓸 수 없어 뺐습니다: ${content}`,
    );
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
  removeEmptyParagraphs(root);
  return {root, html, lost};
}

/** What nobody sees of a note on GitHub: its front matter, and definitions that nothing uses. */
function reportUnshown(root: Root, lost: string[]): void {
  const used = new Set<string>();
  visit(root, ['linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) {
      used.add(node.identifier);
    }
  });
  visit(root, (node) => {
    if (node.type === 'yaml') {
      lost.push(`노트의 글머리를 뺐습니다: ${node.value.replace(/\s+/g, ' ')}`);
    } else if (node.type === 'definition' && !used.has(node.identifier)) {
      const title = node.title ? ` (${node.title})` : '';
      lost.push(`쓰이지 않은 링크를 뺐습니다: ${node.url}${title}`);
    }
  });
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
  return {type: 'paragraph', children: [{type: 'strong', children: state.all(content) as never}]};
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

/** A paragraph that held only a `<br>` leaves blank lines inside of lists. */
function removeEmptyParagraphs(root: Root): void {
  visit(root, 'paragraph', (node, index, parent) => {
    const isEmpty = node.children.every(
      (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
    );
    if (!isEmpty || !parent || index === undefined) {
      return undefined;
    }
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
