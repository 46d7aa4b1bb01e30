import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Plugin} from 'unified';

import {alsoAskedDirective} from '../../lib/page.ts';

/**
 * Keeps other ways to ask a question in the page, unseen, for the search:
 *
 *     :::also-asked
 *     - 소켓을 공유하면 위험한가요?
 *     :::
 *
 * becomes
 *
 *     <div hidden data-also-asked><ul><li>소켓을 공유하면 위험한가요?</li></ul></div>
 */
const alsoAsked: Plugin<[], Root> = () => (root) => {
  visit(root, 'containerDirective', (node) => {
    if (node.name === alsoAskedDirective) {
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: {hidden: true, 'data-also-asked': ''},
      };
    }
  });
};

export default alsoAsked;
