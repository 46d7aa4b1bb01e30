import type {Nodes, Root} from 'mdast';

import {alsoAskedDirective} from '../lib/page.ts';

/**
 * Characters that a reader of Korean takes in a minute, spaces not counted: for texts to learn from,
 * slower than the 600 to 700 of a novel.
 */
const charactersPerMinute = 500;

/**
 * How long it takes to read a page with all its answers, code left out.
 * @returns whole minutes, at least 1
 */
export function readingMinutes(root: Root): number {
  const characters = textOf(root)
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/\s+/g, '').length;
  return Math.max(1, Math.round(characters / charactersPerMinute));
}

function textOf(node: Nodes): string {
  const isUnread =
    node.type === 'yaml' ||
    node.type === 'code' ||
    (node.type === 'containerDirective' && node.name === alsoAskedDirective);
  if (isUnread) {
    return '';
  }
  return 'children' in node
    ? node.children.map(textOf).join(' ')
    : 'value' in node
      ? node.value
      : '';
}
