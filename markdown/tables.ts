import type {Root, Table} from 'mdast';
import type {Plugin} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

import {headingText, plainText} from '../lib/page.ts';
import {flowElement} from './jsx.ts';

/**
 * Says of a table what a sighted reader sees: its name, and which cells are headings.
 *
 *     ## 차이 {#difference}
 *     | 구분 | VM | 컨테이너 |
 *     | --- | --- | --- |
 *     | 커널 | 자기 것 | 호스트의 것 |
 *
 * becomes
 *
 *     <table aria-label="차이: VM, 컨테이너">
 *       … <th scope="col">구분</th> …
 *       … <th scope="row">커널</th><td>자기 것</td> …
 */
const tables: Plugin<[], Root> = () => (root) => {
  nameTables(root);
  visit(root, 'table', (table, index, parent) => {
    if (parent && index !== undefined) {
      parent.children[index] = flowElement('Table', {}, [table]);
      return SKIP;
    }
    return undefined;
  });
};

export default tables;

/** Names the tables below a node, each by the heading above it, and the headings in them. */
export function nameTables(root: Root): void {
  let title = '';
  visit(root, (node) => {
    if (node.type === 'heading') {
      title = headingText(node);
    } else if (node.type === 'table') {
      describe(node, title);
    }
  });
}

function describe(table: Table, title: string): void {
  const [head, ...rows] = table.children;
  const columns = head?.children.map((cell) => plainText(cell.children).trim()) ?? [];
  const others = columns.slice(1).filter(Boolean).join(', ');
  table.data = {
    ...table.data,
    hProperties: {ariaLabel: title ? `${title}: ${others}` : others},
  };
  for (const cell of head?.children ?? []) {
    cell.data = {hProperties: {scope: 'col'}};
  }
  const first = rows.map((row) => row.children[0]);
  const names = first.map((cell) => plainText(cell?.children ?? []).trim());
  // Names are all there, and all different; otherwise the first column says something of the rest.
  if (names.every(Boolean) && new Set(names).size === names.length) {
    for (const cell of first) {
      if (cell) {
        cell.data = {hName: 'th', hProperties: {scope: 'row'}};
      }
    }
  }
}
