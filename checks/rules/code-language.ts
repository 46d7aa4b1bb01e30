import {nodesIn} from '../../lib/nodes.ts';

import {editDistance} from '../../lib/hangul.ts';
import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';
import {followsSecondFormat} from '../versions.ts';

/** What our pages and notes show, by the names that the site colours or shows as they are. */
const languages =
  `bash c cpp css diff docker dockerfile go graphql html http ini java javascript json jsx
  kotlin latex log lua makefile markdown md mermaid nginx perl php powershell python ruby rust scss sh shell
  sql swift text toml tsx typescript xml yaml yml`.split(/\s+/);

const page = (text: string) => ({
  files: {'docs/a.md': text},
  findings: ['docs/a.md:1:1'] as [string],
});

export const codeLanguage: Rule = {
  id: 'code-language',
  why: '언어를 알아야 코드에 색을 입히고, 명령과 결과를 다르게 접습니다.',
  isForFinishedPages: true,
  bad: [page('```\ndocker ps\n```'), page('```dockerflie\nFROM a\n```'), page('```pyhton\nx\n```')],
  good: [
    {
      files: {
        'docs/a.md':
          '```bash\nx\n```\n\n```text\nx\n```\n\n```dockerfile\nx\n```\n\n```zig\nx\n```\n\n    들여쓴 코드',
      },
    },
  ],
  check: ({pages}) =>
    pages.filter(followsSecondFormat).flatMap((each) => {
      const found: Found[] = [];
      for (const {node} of nodesIn(each.root, 'code')) {
        if (!/^\s*[`~]{3}/.test(sourceOf(each, node))) {
          continue;
        }
        const message = faultOf(node.lang ?? '');
        if (message) {
          found.push({file: each.file, ...positionOf(node), message});
        }
      }
      return found;
    }),
};

function faultOf(language: string): string | undefined {
  if (/[^a-z0-9+#-]/.test(language)) {
    return undefined; // For the rule of fences.
  }
  if (language === '') {
    return '코드 블록에 언어가 없습니다. 명령은 ```bash, 결과는 ```text처럼 첫 줄에 적어 주세요';
  }
  const isKnown = languages.includes(language) || language.length < 4;
  // `mermiad` is told by the rule of diagrams, where it holds one.
  const meant = isKnown
    ? undefined
    : languages.find((known) => known.length > 3 && editDistance(language, known, 2) <= 2);
  return meant === undefined || meant === 'mermaid'
    ? undefined
    : `모르는 언어입니다: "${language}". "${meant}"라면 고쳐 주세요`;
}
