import {nodesIn} from '../../lib/nodes.ts';

import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const head = '| 명령 | 뜻 |\n| --- | --- |\n';
const page = (text: string, place: string) => ({
  files: {'docs/a.md': text},
  findings: [`docs/a.md:${place}`] as [string],
});

export const tableCells: Rule = {
  id: 'table-cells',
  why: '칸 수가 머리글과 다르면 남는 칸이 사라지고, 표로 읽히지 않은 줄은 세로줄이 섞인 글자로 보입니다.',
  isForFinishedPages: true,
  bad: [
    page(`${head}| a | 가 | 나 |`, '3:1'),
    page(`${head}| a | 가 |\n| \`a | b\` | 가 |`, '4:1'),
    page(`${head}| a |`, '3:1'),
    page(`${head}| a | 가 |\n다음 문단입니다.`, '4:1'),
    page('글\n\n| a | b |\n| c | d |', '3:1'),
    page('| a | b |\n| --- |\n| c | d |', '1:1'),
  ],
  good: [
    {
      files: {
        'docs/a.md': `${head}| \`a \\| b\` | |\n\n다음 문단\n\n가 | 나\n--- | ---\n다 | 라`,
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((page): Found[] => {
      const found: Found[] = [];
      const report = (
        node: Parameters<typeof positionOf>[0],
        message: string,
        hides?: Found['hides'],
      ) => found.push({file: page.file, ...positionOf(node), message, ...(hides && {hides})});
      for (const {node} of nodesIn(page.root, 'paragraph', 'table')) {
        if (node.type === 'paragraph' && /^\|.*\|/.test(sourceOf(page, node))) {
          report(
            node,
            '표로 읽히지 않습니다. 머리글 아래에 칸마다 ---를 적은 줄을 넣어 주세요 (예: | --- | --- |)',
          );
        }
        if (node.type !== 'table') {
          continue;
        }
        const [header, ...rows] = node.children;
        const columns = header?.children.length ?? 0;
        for (const row of rows) {
          const cells = row.children.length;
          if (!sourceOf(page, row).includes('|')) {
            report(row, '표 바로 아래의 글이 표의 칸이 되었습니다. 사이에 빈 줄을 넣어 주세요');
          } else if (cells !== columns) {
            report(
              row,
              `머리글은 ${columns}칸인데 이 줄은 ${cells}칸입니다. 칸 수를 맞추고, 글자 |는 \\|로 적어 주세요`,
              'line',
            );
          }
        }
      }
      return found;
    }),
};
