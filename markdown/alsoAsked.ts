import type {Root} from 'mdast';
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
 *     <div hidden data-also-asked><ul><li>소켓을 공유하면 위험한가요?</li></ul></div>
 *
 * outputs/pages takes it out when the index is made.
 */
const alsoAsked: Plugin<[], Root> = () => (root) => {
  visit(root, 'containerDirective', (node) => {
    if (node.name === alsoAskedDirective) {
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: {hidden: true, ...marked(alsoAskedMark)},
      };
    }
  });
};

export default alsoAsked;
