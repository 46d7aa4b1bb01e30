import {nodesIn} from '../../lib/nodes.ts';

import {diagramCaption, diagramTexts as textsOf} from '../../lib/diagram.ts';
import {positionOf, type Rule} from '../rule.ts';

const mermaid = (body: string) => `\`\`\`mermaid\nflowchart TB\n${body}\n  A --> B\n\`\`\``;
const texts = '  accTitle: 구성\n  accDescr: 하나에서 둘로 갑니다.';

export const diagramTexts: Rule = {
  id: 'diagram-texts',
  why: '그림을 볼 수 없는 독자도 이름과 설명으로 같은 내용을 읽습니다.',
  bad: [
    {
      files: {'docs/a.md': `${mermaid('  accTitle: 구성')}\n\n그림: 설명`},
      findings: ['docs/a.md:1:1'],
    },
    {files: {'docs/a.md': `글\n\n${mermaid(texts)}\n\n다음 문단`}, findings: ['docs/a.md:3:1']},
  ],
  good: [{files: {'docs/a.md': `${mermaid(texts)}\n\n그림: 하나와 둘입니다.`}}],
  check: ({pages}) =>
    pages.flatMap(({file, root}) => {
      const findings: ReturnType<Rule['check']> = [];
      for (const {node, ancestors} of nodesIn(root, 'code')) {
        if (node.lang !== 'mermaid') {
          continue;
        }
        const {title, description} = textsOf(node.value);
        const siblings = ancestors.at(-1)?.children ?? [];
        const next = siblings[siblings.findIndex((each) => each === node) + 1];
        const missing = [
          title ? '' : '"accTitle: 이름"',
          description ? '' : '"accDescr: 설명"',
          next && diagramCaption(next) ? '' : '블록 바로 아래의 "그림: …" 문단',
        ].filter(Boolean);
        if (missing.length > 0) {
          findings.push({
            file,
            ...positionOf(node),
            message: `다이어그램에 ${missing.join(', ')}이 없습니다. 추가해 주세요`,
          });
        }
      }
      return findings;
    }),
};
