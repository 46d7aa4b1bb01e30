import type {PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {nodesIn} from '../../lib/nodes.ts';

import {alsoAskedDirective} from '../../lib/page.ts';
import {positionOf, type Rule} from '../rule.ts';

/** Search takes each line for a question of the page: many would win every query. */
const maximumLines = 40;

const correct = `:::${alsoAskedDirective}\n\n- 소켓을 공유하면 위험한가요?\n\n:::`;

export const alsoAskedList: Rule = {
  id: 'also-asked-list',
  why: '다른 말로 묻는 질문은 검색이 한 줄씩 읽는 목록입니다.',
  bad: [
    {
      files: {'docs/a.md': `:::${alsoAskedDirective}\n\n소켓은 위험한가요?\n\n:::`},
      findings: ['docs/a.md:1:1'],
    },
    {
      files: {'docs/a.md': `:::${alsoAskedDirective}\n\n- 질문\n  - 또 질문\n\n:::`},
      findings: ['docs/a.md:1:1'],
    },
    {
      files: {'docs/a.md': `:::${alsoAskedDirective}\n\n- [질문](https://a.com)\n\n:::`},
      findings: ['docs/a.md:1:1'],
    },
    {
      files: {'docs/a.md': `:::${alsoAskedDirective}\n\n- 질문 [@docker-run]\n\n:::`},
      findings: ['docs/a.md:1:1'],
    },
    {
      files: {'docs/a.md': `:::${alsoAskedDirective}\n\n${'- 질문\n'.repeat(41)}\n:::`},
      findings: ['docs/a.md:1:1'],
    },
    {files: {'docs/a.md': `글\n\n${correct}`}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': `> ${correct.replaceAll('\n', '\n> ')}`}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': `:::${alsoAskedDirective}\n\n:::`}, findings: ['docs/a.md:1:1']},
  ],
  good: [{files: {'docs/a.md': correct}}],
  check: ({pages}) =>
    pages.flatMap(({file, root}) => {
      const findings: ReturnType<Rule['check']> = [];
      for (const {node, ancestors} of nodesIn(root, 'containerDirective')) {
        if (node.name !== alsoAskedDirective) {
          continue;
        }
        const before = root.children[root.children.indexOf(node) - 1];
        if (
          ancestors.at(-1)?.type !== 'root' ||
          (before && before.type !== 'heading' && before.type !== 'yaml')
        ) {
          findings.push({
            file,
            ...positionOf(node),
            message: `":::${alsoAskedDirective}"는 제목(글의 것은 글머리) 바로 아래에 한 번만 둡니다. 옮겨 주세요`,
          });
        }
        const [list] = node.children;
        const isPlainList =
          node.children.length === 1 &&
          list?.type === 'list' &&
          list.children.every(
            (item) =>
              item.children.length === 1 &&
              item.children[0]?.type === 'paragraph' &&
              item.children[0].children.every(isPlain) &&
              toString(item) !== '',
          );
        const lines = list?.type === 'list' ? list.children.length : 0;
        if (lines > maximumLines) {
          findings.push({
            file,
            ...positionOf(node),
            message: `다른 말로 묻는 질문이 ${lines}줄입니다. ${maximumLines}줄까지, 서로 다른 낱말로 적어 주세요`,
          });
        }
        if (!isPlainList) {
          findings.push({
            file,
            ...positionOf(node),
            message: `":::${alsoAskedDirective}" 안에는 "- 질문" 목록 하나만 둘 수 있습니다. 링크와 인용 없이 질문을 한 줄에 하나씩 적어 주세요`,
          });
        }
      }
      return findings;
    }),
};

/** Nobody would see where a link or a citation is. */
function isPlain(node: PhrasingContent): boolean {
  return node.type === 'text'
    ? !node.value.includes('[@')
    : node.type === 'inlineCode' || node.type === 'textDirective';
}
