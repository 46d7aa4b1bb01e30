import {nodesIn} from '../../lib/nodes.ts';

import {asksForRerun} from '../../content-model/experiments.ts';
import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

/** Names of languages, as they are commonly written after the fence. */
const language = /^[a-z][a-z0-9+#-]{0,19}$/;

const only = (text: string) => ({
  files: {'docs/a.md': text},
  findings: ['docs/a.md:1:1'] as [string],
});

export const codeFence: Rule = {
  id: 'code-fence',
  why: '코드 블록의 첫 줄에는 언어 이름과 rerun만 적습니다. 다른 것은 보이지 않거나 다르게 읽힙니다.',
  bad: [
    only('```js live\nx\n```'),
    only('```bash rerun live\nx\n```'),
    only('```bash title="x" onload=alert(1)\nx\n```'),
    only('```{.bash onclick=x}\nx\n```'),
    only('```<script>\nx\n```'),
    only('```Bash\nx\n```'),
    only('```__proto__\nx\n```'),
    only('\t글을 탭으로 들여썼습니다.'),
  ],
  good: [
    {
      files: {
        'docs/a.md': '```bash rerun\nx\n```\n\n~~~c++\nx\n~~~\n\n```\nx\n```\n\n    들여쓴 코드',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((page) => {
      const found: Found[] = [];
      for (const {node} of nodesIn(page.root, 'code')) {
        const {lang, meta} = node;
        const isFenced = /^\s*[`~]{3}/.test(sourceOf(page, node));
        if (isFenced && ((lang && !language.test(lang)) || (meta && !asksForRerun(node)))) {
          found.push({
            file: page.file,
            ...positionOf(node),
            message: `코드 블록의 첫 줄에는 소문자 언어 이름만 적습니다 (예: \`\`\`bash). 고칠 것: "${[lang, meta].filter(Boolean).join(' ')}"`,
          });
        }
        if (!isFenced && /[가-힣][.?!]$/m.test(node.value)) {
          found.push({
            file: page.file,
            ...positionOf(node),
            message:
              '빈칸 네 칸이나 탭으로 들여써서 글이 코드로 읽혔습니다. 앞의 빈칸을 지우거나, 코드라면 ``` 사이에 넣어 주세요',
          });
        }
      }
      return found;
    }),
};
