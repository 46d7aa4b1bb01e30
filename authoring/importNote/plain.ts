import type {Nodes} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

/** A copy in which the words on either side of a line break stay apart. */
export function withSpaces<Kind extends Nodes>(node: Kind): Kind {
  const copy = structuredClone(node);
  visit(copy, 'break', (_, index, parent) => {
    parent?.children.splice(index ?? 0, 1, {type: 'text', value: ' '});
  });
  return copy;
}

/** Text without the convention's emoji and without an id of its own. */
export function plain(node: Nodes): string {
  return toString(withSpaces(node))
    .replace(/\{#[^}]*\}\s*$/, '')
    .replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
