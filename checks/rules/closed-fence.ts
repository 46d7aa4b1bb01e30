import {nodesIn} from '../../lib/nodes.ts';

import {positionOf, type Found, type Rule} from '../rule.ts';

export const closedFence: Rule = {
  id: 'closed-fence',
  why: '코드 블록을 닫지 않으면 그 아래 글이 모두 코드가 됩니다.',
  bad: [
    {files: {'docs/a.md': '글\n\n```bash\ndocker ps\n\n다음 문단'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '~~~~\n코드\n~~~'}, findings: ['docs/a.md:1:1']},
  ],
  good: [{files: {'docs/a.md': '```bash\ndocker ps\n```\n\n- 목록\n\n  ```\n  x\n  ```'}}],
  check: ({pages}) =>
    pages.flatMap(({file, root, text}) => {
      const lines = text.split('\n');
      const findings: Found[] = [];
      for (const {node} of nodesIn(root, 'code')) {
        const fence = /^[\s>]*(`{3,}|~{3,})/.exec(
          lines[positionOf(node).line - 1]?.slice(positionOf(node).column - 1) ?? '',
        )?.[1];
        const lastLine = lines[(node.position?.end.line ?? 1) - 1] ?? '';
        const isClosed =
          !fence || new RegExp(`^[\\s>]*\\${fence[0]}{${fence.length},}\\s*$`).test(lastLine);
        if (!isClosed || (fence && node.position?.end.line === node.position?.start.line)) {
          findings.push({
            file,
            ...positionOf(node),
            message: `여기서 연 코드 블록이 닫히지 않았습니다. 코드가 끝나는 줄 아래에 ${fence}를 넣어 주세요`,
            hides: 'below',
          });
        }
      }
      return findings;
    }),
};
