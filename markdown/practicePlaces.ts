import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {pageAt} from '../content-model/model.ts';
import {headingId} from '../lib/page.ts';
import type {Context} from './context.ts';
import {flowElement} from './jsx.ts';

/**
 * Keeps a place beside every follow-up for how well the reader knows it, and leads from below the last
 * one to the practice, which asks the questions of the page.
 */
const practicePlaces: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const {page} = pageAt(content(), siteDir, file.path);
    const last = root.children.findLastIndex(
      (node) => node.type === 'mdxJsxFlowElement' && node.name === 'FollowUp',
    );
    if (!page || last === -1) {
      return;
    }
    const id = page.slug.slice(1);
    visit(root, 'mdxJsxFlowElement', (node) => {
      const [heading] = node.children;
      if (node.name === 'FollowUpQuestion' && heading?.type === 'heading') {
        const question = `${id}#${headingId(heading)}`;
        node.children.push(flowElement('Standing', {question}));
      }
    });
    root.children.splice(last + 1, 0, flowElement('PracticeDoor', {page: id}));
  };

export default practicePlaces;
