import {h} from 'hastscript';
import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {flowElement} from './jsx.ts';
import {longCode, piecesOfCode} from '../lib/codeBreaks.ts';
import {highlight} from '../lib/node/highlight.ts';
import {longCodeClass, wholeWordClass} from '../lib/pageMarkup.ts';

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

/** Marks code within a line that may have to be broken, and says where; all other stays whole. */
export function markLongCode(root: Root): void {
  visit(root, 'inlineCode', (node) => {
    if (node.value.length > longCode) {
      node.data = {
        ...node.data,
        hProperties: {className: [longCodeClass]},
        hChildren: piecesOfCode(node.value).map((piece) =>
          piece === 'break'
            ? h('wbr')
            : piece.isWhole
              ? h('span', {className: wholeWordClass}, piece.text)
              : {type: 'text', value: piece.text},
        ),
      };
    }
  });
}
