import {visit} from 'unist-util-visit';

import {citationsOf} from '../../lib/citations.ts';
import {exampleReference} from '../exampleReference.ts';
import {positionOf, type Rule} from '../rule.ts';

export const citedKeyExists: Rule = {
  id: 'cited-key-exists',
  why: '없는 출처를 가리키는 인용은 독자가 확인할 수 없습니다.',
  bad: [
    {
      files: {
        'data/references.yaml': exampleReference,
        'docs/a.md': '첫 줄\n둘째 줄 [@docker-run; @no-such-key].',
      },
      findings: ['docs/a.md:2:6'],
    },
    {
      // CommonMark takes this line for the definition of a link, and swallows it.
      files: {'data/references.yaml': exampleReference, 'docs/a.md': '- [@docker-run]: 왜'},
      findings: ['docs/a.md:1:3'],
    },
  ],
  good: [
    {
      files: {
        'data/references.yaml': exampleReference,
        'docs/a.md': '주장입니다 [@docker-run]. `[@x]`는 코드입니다.',
      },
    },
  ],
  check: ({pages, references: {entries: known}}) =>
    pages.flatMap(({file, root}) => {
      const findings = citationsOf(root)
        .filter(({key}) => !known.has(key))
        .map(({key, line, column}) => ({
          file,
          line,
          column,
          message: `출처 "@${key}" 항목이 data/references.yaml에 없습니다. 키의 철자를 확인하거나 출처를 추가해 주세요`,
        }));
      visit(root, 'definition', (node) => {
        if (node.label?.startsWith('@')) {
          findings.push({
            file,
            ...positionOf(node),
            message: `이 줄은 "[${node.label}]:" 때문에 링크 정의로 읽혀 사라집니다. 콜론 뒤에 설명을 한 문장으로 쓰거나 콜론을 빼 주세요`,
          });
        }
      });
      return findings;
    }),
};
