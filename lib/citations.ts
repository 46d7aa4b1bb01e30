import type {Root, Text} from 'mdast';

import {nodesIn} from './nodes.ts';
import {furtherReadingTitle, headingText} from './page.ts';

/** `[@key]` or `[@key; @other-key]`, Pandoc's citation syntax without its prefixes. */
const citationPattern = /\[(@[^\s\];]+(?:\s*;\s*@[^\s\];]+)*)\]/g;

/** One use of a reference on a page. */
export interface Citation {
  key: string;
  /** Number of the reference on this page: order of first use, from 1. */
  number: number;
  /** 1, 2, 3 … among the uses of this key on the page. */
  occurrence: number;
  /** True for an entry of "더 읽기", which ties the source to no claim. */
  isFurtherReading: boolean;
  /** Line and column in the source file, from 1. */
  line: number;
  column: number;
}

/** A text node cut at its citation markers. */
export interface CitedText {
  node: Text;
  parts: (string | Citation[])[];
}

/** Of trees that never change. */
const collected = new WeakMap<Root, readonly CitedText[]>();

/**
 * Finds every citation of a page, numbers them, and returns the text nodes that
 * hold them. Code, links and headings are not looked into: `[@x]` there is text.
 */
export function collectCitations(root: Root): readonly CitedText[] {
  const known = collected.get(root);
  if (known) {
    return known;
  }
  const numbers = new Map<string, number>();
  const uses = new Map<string, number>();
  const found: CitedText[] = [];
  for (const {node, ancestors} of nodesIn(root, 'text')) {
    if (ancestors.some(({type}) => type === 'link' || type === 'heading')) {
      continue;
    }
    const parts: CitedText['parts'] = [];
    let end = 0;
    for (const match of node.value.matchAll(citationPattern)) {
      parts.push(node.value.slice(end, match.index));
      end = match.index + match[0].length;
      parts.push(
        (match[1] ?? '').split(';').map((marked) => {
          const key = marked.trim().slice(1);
          numbers.set(key, numbers.get(key) ?? numbers.size + 1);
          uses.set(key, (uses.get(key) ?? 0) + 1);
          return {
            key,
            number: numbers.get(key) ?? 0,
            occurrence: uses.get(key) ?? 0,
            isFurtherReading: isInFurtherReading(root, ancestors[1]),
            ...positionWithin(node, match.index),
          };
        }),
      );
    }
    if (parts.length > 0) {
      parts.push(node.value.slice(end));
      found.push({node, parts});
    }
  }
  if (Object.isFrozen(root)) {
    collected.set(root, found);
  }
  return found;
}

/** All citations of a page in reading order. */
export function citationsOf(root: Root): Citation[] {
  return collectCitations(root).flatMap(({parts}) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : part)),
  );
}

function isInFurtherReading(root: Root, topLevelNode: unknown): boolean {
  const index = root.children.findIndex((node) => node === topLevelNode);
  const heading = root.children.slice(0, index).findLast((node) => node.type === 'heading');
  return heading?.type === 'heading' && headingText(heading) === furtherReadingTitle;
}

function positionWithin(node: Text, offset: number): {line: number; column: number} {
  const before = node.value.slice(0, offset).split('\n');
  const start = node.position?.start ?? {line: 1, column: 1};
  return {
    line: start.line + before.length - 1,
    column: (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0),
  };
}

/** a, b, … z, aa, ab …: the label of the nth back-reference (n from 1). */
export function backlinkLabel(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26));
  return n > 26 ? backlinkLabel(Math.floor((n - 1) / 26)) + letter : letter;
}
