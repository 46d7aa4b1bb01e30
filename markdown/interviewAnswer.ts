import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Plugin} from 'unified';

import {interviewAnswerDirective, interviewAnswerLabel} from '../lib/page.ts';
import {
  interviewAnswerClass,
  interviewAnswerLabelClass,
  labelMark,
  marked,
} from '../lib/pageMarkup.ts';

/**
 * Marks what one would say in the interview:
 *
 *     :::interview-answer
 *     커널을 함께 씁니다 [@docker-container].
 *     :::
 *
 * becomes
 *
 *     <section class="interview-answer">
 *       <p class="interview-answer-label" data-label>면접 답변</p>
 *       <p>커널을 함께 씁니다.</p>
 *     </section>
 */
const interviewAnswer: Plugin<[], Root> = () => (root) => {
  visit(root, 'containerDirective', (node) => {
    if (node.name === interviewAnswerDirective) {
      node.data = {
        ...node.data,
        hName: 'section',
        hProperties: {className: [interviewAnswerClass]},
      };
      node.children.unshift({
        type: 'paragraph',
        data: {hProperties: {className: [interviewAnswerLabelClass], ...marked(labelMark)}},
        children: [{type: 'text', value: interviewAnswerLabel}],
      });
    }
  });
};

export default interviewAnswer;
