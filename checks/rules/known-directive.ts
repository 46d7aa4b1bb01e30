import {visit} from 'unist-util-visit';

import {alsoAskedDirective, interviewAnswerDirective} from '../../lib/page.ts';
import {positionOf, type Rule} from '../rule.ts';

const boxes = [
  'note',
  'tip',
  'info',
  'warning',
  'danger',
  alsoAskedDirective,
  interviewAnswerDirective,
];
const leaves = ['bibliography', 'glossary'];

export const knownDirective: Rule = {
  id: 'known-directive',
  why: '모르는 지시어는 독자에게 콜론이 섞인 글자로 보입니다.',
  bad: [
    {files: {'docs/a.md': ':::correction\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '글\n\n:::note[교정]\n\n닫지 않은 상자'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': ':::교정\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '::toc'}, findings: ['docs/a.md:1:1']},
  ],
  good: [
    {
      files: {
        'docs/a.md':
          ':::note[교정]\n\n글\n\n:::\n\n이미지 docker:dind와 12:30은 그냥 글입니다.\n\n::bibliography',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap(({file, root, text}) => {
      const lines = text.split('\n');
      const findings: ReturnType<Rule['check']> = [];
      visit(root, (node) => {
        if (node.type === 'containerDirective') {
          const closing = lines[(node.position?.end.line ?? 1) - 1] ?? '';
          if (!boxes.includes(node.name)) {
            findings.push({
              file,
              ...positionOf(node),
              message: `":::${node.name}" 상자는 없습니다. 쓸 수 있는 상자: ${boxes.join(', ')}`,
            });
          } else if (!/^\s*:{3,}\s*$/.test(closing)) {
            findings.push({
              file,
              ...positionOf(node),
              message: `여기서 연 ":::${node.name}" 상자가 닫히지 않았습니다. 끝나는 줄 아래에 ":::"를 넣어 주세요`,
            });
          }
        } else if (node.type === 'leafDirective' && !leaves.includes(node.name)) {
          findings.push({
            file,
            ...positionOf(node),
            message: `"::${node.name}" 지시어는 없습니다. 쓸 수 있는 지시어: ${leaves.map((name) => `::${name}`).join(', ')}`,
          });
        } else if (
          node.type === 'paragraph' &&
          !node.data?.directiveLabel &&
          /^\s*::/.test(lines[positionOf(node).line - 1] ?? '')
        ) {
          findings.push({
            file,
            ...positionOf(node),
            message: `상자로 읽히지 않는 ":::"입니다. ":::note[제목]"으로 열고 ":::"만 있는 줄로 닫아 주세요`,
          });
        }
      });
      return findings;
    }),
};
