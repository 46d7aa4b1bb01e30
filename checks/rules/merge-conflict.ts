import {nodesIn} from '../../lib/nodes.ts';

import {referencesFile} from '../../content-model/references.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const conflict = '<<<<<<< HEAD\n하나입니다.\n=======\n둘입니다.\n>>>>>>> main\n';
const opening = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/;

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  why: '두 사람이 고친 글이 합쳐지지 않은 채 남으면 두 글이 기호와 함께 보입니다.',
  bad: [
    {files: {'docs/a.md': `글입니다.\n\n${conflict}`}, findings: ['docs/a.md:3:1']},
    {files: {[referencesFile]: `${conflict}- id: a\n`}, findings: [`${referencesFile}:1:1`]},
  ],
  good: [{files: {'docs/a.md': `\`\`\`text\n${conflict}\`\`\`\n\n======= 일곱 개의 등호입니다.`}}],
  check: ({texts, pages}) =>
    texts.flatMap(({file, text}): Found[] => {
      const page = pages.find((each) => each.file === file);
      const shown = new Set<number>();
      if (page) {
        for (const {node} of nodesIn(page.root, 'code')) {
          const {line} = positionOf(node);
          node.value.split('\n').forEach((_, index) => shown.add(line + 1 + index));
        }
      }
      const index = text
        .split('\n')
        .findIndex((line, at) => opening.test(line) && !shown.has(at + 1));
      return index === -1
        ? []
        : [
            {
              file,
              line: index + 1,
              column: 1,
              message:
                '병합 충돌이 남았습니다. <<<<<<<와 >>>>>>> 사이의 두 글 가운데 남길 것을 고르고 <<<<<<<, =======, >>>>>>> 줄을 지워 주세요',
              // Nobody can tell what a list in two forms holds.
              hides: page ? 'file' : 'pages',
            },
          ];
    }),
};
