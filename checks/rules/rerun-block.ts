import {nodesIn} from '../../lib/nodes.ts';

import {
  asksForRerun,
  experimentsIn,
  rerunsFile,
  rerunWord,
} from '../../content-model/experiments.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const file = 'docs/a.md';
const commands = '```bash rerun\nuname\n```\n';
const output = '\n```text\nLinux\n```\n';
const only = (text: string, place = '1:1') => ({
  files: {[file]: text},
  findings: [`${file}:${place}`] as [string],
});

export const rerunBlock: Rule = {
  id: 'rerun-block',
  why: '매주 다시 실행하는 명령은 적힌 결과와 견줄 수 있어야 합니다.',
  bad: [
    only(commands),
    only(`${commands}\n## 다음 제목\n${output}`),
    only(`${commands}\n\`\`\`bash\nls\n\`\`\`\n${output}`),
    only(commands.replace('bash', 'python') + output),
    only(`- ${commands.replaceAll('\n', '\n  ')}`, '1:3'),
    {files: {[rerunsFile]: '- {id: abc, at: a}\n'}, findings: [`${rerunsFile}:1:8`]},
  ],
  good: [
    {files: {[file]: commands + output}},
    {files: {[file]: `${commands}\n결과입니다.\n${output}\n또 다른 결과입니다.\n${output}`}},
    {files: {[rerunsFile]: '- {id: 0123456789abcdef, at: a}\n'}},
  ],
  check: ({pages, reruns}) => [
    ...reruns.findings,
    ...pages.flatMap((page) => {
      const steps = experimentsIn(page.root).flatMap((experiment) => experiment.steps);
      const found: Found[] = [];
      for (const {node} of nodesIn(page.root, 'code')) {
        const step = steps.find((one) => one.node === node);
        if (asksForRerun(node) && (node.lang !== 'bash' || step?.expected === undefined)) {
          found.push({
            file: page.file,
            ...positionOf(node),
            message: `${rerunWord}은 \`\`\`bash 블록에 적고, 같은 제목 아래에 실행한 결과를 \`\`\`text 블록으로 바로 이어 적습니다. 결과가 없으면 ${rerunWord}을 지워 주세요`,
          });
        }
      }
      return found;
    }),
  ],
};
