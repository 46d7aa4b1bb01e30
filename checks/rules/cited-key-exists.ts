import {nodesIn} from '../../lib/nodes.ts';

import {citationsOf} from '../../lib/citations.ts';
import {exampleReference} from '../exampleReference.ts';
import {placeInText, textsOf} from '../prose.ts';
import {positionOf, type Rule} from '../rule.ts';

const citation = /\[@[^\]]*\]/g;
/** A key with some of what makes it a citation. */
const nearlyCited = /(?<!\w)@([a-z0-9]+(?:-[a-z0-9]+)*)|[[(]([a-z0-9]+(?:-[a-z0-9]+)+)[\])]/g;

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
    {
      files: {
        'data/references.yaml': exampleReference,
        'docs/a.md': '하나 [docker-run].\n둘 (@docker-run).\n셋 [ @docker-run ].',
      },
      findings: ['docs/a.md:1:4', 'docs/a.md:2:4', 'docs/a.md:3:5'],
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
    pages.flatMap((page) => {
      const {file, root} = page;
      const findings = citationsOf(root)
        .filter(({key}) => !known.has(key))
        .map(({key, line, column}) => ({
          file,
          line,
          column,
          message: `출처 "@${key}" 항목이 data/references.yaml에 없습니다. 키의 철자를 확인하거나 출처를 추가해 주세요`,
        }));
      for (const {node} of nodesIn(root, 'definition')) {
        if (node.label?.startsWith('@')) {
          findings.push({
            file,
            ...positionOf(node),
            message: `이 줄은 "[${node.label}]:" 때문에 링크 정의로 읽혀 사라집니다. 콜론 뒤에 설명을 한 문장으로 쓰거나 콜론을 빼 주세요`,
          });
        }
      }
      for (const node of textsOf(page)) {
        const rest = node.value.replace(citation, ({length}) => ' '.repeat(length));
        for (const {0: found, 1: marked, 2: bracketed, index} of rest.matchAll(nearlyCited)) {
          const key = marked ?? bracketed ?? '';
          if (known.has(key)) {
            findings.push({
              file,
              ...placeInText(page, node, index),
              message: `인용으로 읽히지 않고 글자로 보입니다: "${found}". [@${key}]로 적어 주세요`,
            });
          }
        }
      }
      return findings;
    }),
};
