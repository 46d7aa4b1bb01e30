import type {Paragraph, Root} from 'mdast';
import type {Plugin} from 'unified';

import {experimentsIn} from '../content-model/experiments.ts';
import type {ContentModel} from '../content-model/model.ts';
import {labelMark, marked, rerunClass} from '../lib/pageMarkup.ts';
import type {Context, Inputs} from './context.ts';

/**
 * Says below commands that gave the printed result that they are run again every week:
 *
 *     <p class="rerun" data-label>매주 다시 실행</p>
 */
const reruns: Plugin<[Context], Root> =
  ({content}) =>
  (root) => {
    for (const {node} of rerunSteps(root, content())) {
      root.children.splice(root.children.indexOf(node) + 1, 0, mark());
    }
  };

export default reruns;

/** Which commands of the page are run again. */
export const rerunInputs: Inputs = ({root}, version, content) =>
  rerunSteps(root, content).map(({hash}) => hash);

function rerunSteps(root: Root, {reruns: {entries}}: ContentModel) {
  return experimentsIn(root)
    .flatMap(({steps}) => steps)
    .filter(({hash}) => entries.has(hash));
}

function mark(): Paragraph {
  return {
    type: 'paragraph',
    data: {hProperties: {className: [rerunClass], ...marked(labelMark)}},
    children: [{type: 'text', value: '매주 다시 실행'}],
  };
}
