import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import type {Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {htmlOnlyElement} from './jsx.ts';
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
 */
const alsoAsked: Plugin<[], Root> = () => (root) => {
  visit(root, 'containerDirective', (node, index, parent) => {
    if (node.name !== alsoAskedDirective || !parent || index === undefined) {
      return;
    }
    const questions = node.children
      .flatMap((child) => (child.type === 'list' ? child.children : []))
      .map((item) => h('li', toString(item)));
    parent.children[index] = htmlOnlyElement(
      {hidden: 'hidden', ...marked(alsoAskedMark)},
      toHtml(h('ul', questions)),
    );
  });
};

export default alsoAsked;
