import type {Nodes, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {alsoAskedDirective} from '../lib/page.ts';
import {alsoAskedMark, marked} from '../lib/pageMarkup.ts';

/**
 * Keeps other ways to ask a question in the page's HTML, unseen, for the search:
 *
 *     :::also-asked
 *     - 소켓을 공유하면 위험한가요?
 *     :::
 *
 * becomes
 *
 *     <div hidden data-also-asked="소켓을 공유하면 위험한가요?"></div>
 *
 * a line for each: as elements they took the bundler a tenth longer. outputs/pages takes it out when
 * the index is made.
 */
const alsoAsked: Plugin<[], Root> = () => (root) => {
  visit(root, 'containerDirective', (node) => {
    if (node.name === alsoAskedDirective) {
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: {hidden: true, ...marked(alsoAskedMark, linesOf(node).join('\n'))},
      };
      node.children = [];
    }
  });
};

function linesOf(node: ContainerDirective): string[] {
  return node.children.flatMap((list) =>
    list.type === 'list' ? list.children.map((item) => textOf(item)) : [],
  );
}

/** As readers would see it; `:z` is no directive here. */
function textOf(node: Nodes): string {
  const own = 'value' in node ? node.value : node.type === 'textDirective' ? `:${node.name}` : '';
  return own + ('children' in node ? node.children.map(textOf).join('') : '');
}

export default alsoAsked;
