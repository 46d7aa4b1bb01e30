import type {Nodes, Parents, Text} from 'mdast';

import type {Page} from '../content-model/markdown.ts';
import {nodesIn} from '../lib/nodes.ts';
import {alsoAskedDirective} from '../lib/page.ts';
import {positionOf} from './rule.ts';

/** Stands for a character that is no prose: of code, of a quotation. */
const blank = '\ufffc';
/** So far apart two neighbouring characters of a text can stand in its source. */
const longestGap = 80;

/** A paragraph, heading or table cell as one reads it. */
export interface Prose {
  node: Nodes;
  ancestors: readonly Parents[];
  /** With code blanked out and spaces for citations, character by character. */
  text: string;
  /** As `text`, with quotations blanked out too. */
  ownWords: string;
  /** Line and column in the file of the character at an offset of the text. */
  placeOf: (offset: number) => {line: number; column: number};
}

/**
 * Everything that a reader reads as sentences, in order. Not code, addresses and
 * the lists of `:::also-asked`, which hold the words of those who search.
 */
export function proseOf(page: Page, {withAlsoAsked = false} = {}): readonly Prose[] {
  const all = allProseOf(page);
  return withAlsoAsked
    ? all
    : all.filter(
        ({ancestors}) =>
          !ancestors.some(
            (node) => node.type === 'containerDirective' && node.name === alsoAskedDirective,
          ),
      );
}

const allProseOf = rememberByPage((page) =>
  nodesIn(page.root, 'paragraph', 'heading', 'tableCell').map(({node, ancestors}): Prose => {
    let text = '';
    const pieces: {start: number; node: Nodes}[] = [];
    for (const {node: inner} of nodesIn(node)) {
      const piece = textOf(page, inner);
      if (piece !== undefined) {
        pieces.push({start: text.length, node: inner});
        text += piece;
      }
    }
    return {
      node,
      ancestors,
      text,
      ownWords: text.replace(/“[^”]*”|‘[^’]*’|"[^"]*"/g, blanked),
      placeOf(offset) {
        const piece = pieces.findLast(({start}) => start <= offset);
        return piece?.node.type === 'text'
          ? placeInText(page, piece.node, offset - piece.start)
          : positionOf(piece?.node ?? node);
      },
    };
  }),
);

/** Several rules ask the same of a page, which never changes. */
function rememberByPage<Value>(make: (page: Page) => Value): (page: Page) => Value {
  const values = new WeakMap<Page, Value>();
  return (page) => {
    const value = values.get(page) ?? make(page);
    values.set(page, value);
    return value;
  };
}

/** What a node itself adds to the sentence, or undefined. */
function textOf(page: Page, node: Nodes): string | undefined {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\[@[^\]]*\]/g, ({length}) => ' '.repeat(length));
    case 'inlineCode':
    case 'html':
      return blanked(node.value);
    case 'break':
      return '\n';
    case 'textDirective':
      // No directive of ours, but a colon with a word behind it.
      return sourceOf(page, node);
    default:
      return undefined;
  }
}

/** What stands in none of the texts need not be sought in each of them. */
export function foundIn<Sought>(
  texts: readonly string[],
  sought: readonly Sought[],
  patternOf: (one: Sought) => RegExp,
): Sought[] {
  const all = texts.join('\n');
  return sought.filter((one) => all.search(patternOf(one)) !== -1);
}

/** Whether a title asks for an answer: 무엇인가요? 설명해 주세요. 그려 보세요. (단, …) */
export function asksSomething(title: string): boolean {
  return /(?:[?？]|(?:[주하보]세요|하시오|보시오)[.!]?)$/.test(
    title.replace(/\s*\([^()]*\)\s*$/, '').trim(),
  );
}

/** Text nodes of a page, outside code. */
export function textsOf({root}: Page): Text[] {
  return nodesIn(root, 'text').map(({node}) => node);
}

interface Source extends Pick<Prose, 'placeOf'> {
  source: string;
}

/**
 * Every paragraph, heading and table cell as it stands in the file, with what is
 * code, HTML or an address in brackets blanked out.
 */
export const sourcesOf = rememberByPage((page) =>
  nodesIn(page.root, 'paragraph', 'heading', 'tableCell').map(({node}): Source => {
    const start = node.position?.start.offset ?? 0;
    let source = sourceOf(page, node);
    for (const {node: inner} of nodesIn(node)) {
      const text = sourceOf(page, inner);
      const isAutolink = inner.type === 'link' && text.startsWith('<');
      if (inner.type === 'inlineCode' || inner.type === 'html' || isAutolink) {
        const from = (inner.position?.start.offset ?? 0) - start;
        source = source.slice(0, from) + blanked(text) + source.slice(from + text.length);
      }
    }
    return {
      source,
      placeOf(offset) {
        const before = source.slice(0, offset).split('\n');
        const {line, column} = positionOf(node);
        return {
          line: line + before.length - 1,
          column: (before.length === 1 ? column : 1) + (before.at(-1)?.length ?? 0),
        };
      },
    };
  }),
);

/** What stands in the file for a node. */
export function sourceOf({text}: Page, {position}: Nodes): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Place in the file of the character at an offset of a text node's value. */
export function placeInText(
  page: Page,
  node: Text,
  offset: number,
): {line: number; column: number} {
  const source = sourceOf(page, node);
  let index = 0;
  let end = 0;
  for (const character of node.value.slice(0, offset + 1)) {
    // The source has more: marks of quotes and lists at the start of a line, backslashes.
    const next = source.indexOf(character, end);
    if (next !== -1 && next - end < longestGap) {
      index = next;
      end = next + character.length;
    }
  }
  const before = source.slice(0, index).split('\n');
  const {line, column} = positionOf(node);
  return {
    line: line + before.length - 1,
    column: (before.length === 1 ? column : 1) + (before.at(-1)?.length ?? 0),
  };
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, blank);
}
