import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {flowElement} from './jsx.ts';
import {highlight} from '../lib/node/highlight.ts';
import {longCodeClass} from '../lib/pageMarkup.ts';

/**
 * Colours code at build time, so that no reader downloads a highlighter. Runs
 * after the diagrams have taken their blocks.
 */
const code: Plugin<[], Root> = () => (root) => {
  markLongCode(root);
  visit(root, 'code', (node, index, parent) => {
    if (!parent || index === undefined || node.lang === 'mermaid') {
      return;
    }
    const {lang, value} = node;
    parent.children[index] = flowElement('Code', {
      language: lang ?? undefined,
      html: highlight(value, lang),
    });
  });
};

export default code;

/** More characters than the narrowest column has room for. */
const long = 22;

/** Marks code within a line that may have to be broken; all other stays whole. */
export function markLongCode(root: Root): void {
  visit(root, 'inlineCode', (node) => {
    if (node.value.length > long) {
      node.data = {...node.data, hProperties: {className: [longCodeClass]}};
    }
  });
}
