import {toString} from 'mdast-util-to-string';
import {nodesIn} from '../../lib/nodes.ts';

import {positionOf, type Found, type Rule} from '../rule.ts';

export const tableHeader: Rule = {
  id: 'table-header',
  why: '표를 귀로 듣는 독자는 칸마다 머리글을 함께 듣습니다. 빈 머리글은 아무것도 알려 주지 않습니다.',
  isForFinishedPages: true,
  bad: [
    {
      files: {
        'docs/a.md': '글입니다.\n\n| | v1 | v2 |\n| --- | --- | --- |\n| 계층 | 여럿 | 하나 |',
      },
      findings: ['docs/a.md:3:1'],
    },
  ],
  good: [
    {
      files: {'docs/a.md': '| 구분 | v1 |\n| --- | --- |\n| 계층 | |'},
    },
  ],
  check: ({pages}) =>
    pages.flatMap(({file, root}) => {
      const found: Found[] = [];
      for (const {node: table} of nodesIn(root, 'table')) {
        for (const cell of table.children[0]?.children ?? []) {
          if (toString(cell).trim() === '') {
            found.push({
              file,
              ...positionOf(cell),
              message: '표의 머리글이 비어 있습니다. 그 열이 무엇인지 적어 주세요 (예: 구분)',
            });
          }
        }
      }
      return found;
    }),
};
