import {nodesIn} from '../../lib/nodes.ts';

import {sourceOf, sourcesOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const quoted = '글자 그대로 보이려면 백틱(`)으로 감싸 주세요';

/** What only code has; in plain Markdown it stands in the result as it is. */
const codeMarks: [RegExp, string][] = [
  [
    /<(?!https?:\/\/)[a-z/!?&%][^<>\n]*>|<[a-z][\w-]*[\s/]+[\w:-]+\s*=/i,
    `HTML은 쓰지 않습니다. Markdown으로 바꾸거나, ${quoted}`,
  ],
  [
    /(?<!\\)\{(?!#[^}\s]*\}\s*$)(?:(?![가-힣\w\s,|…-]*\})[^}\n]*|\s*[a-z_$][\w$]*\s*)\}/i,
    `중괄호는 코드에만 씁니다. ${quoted}`,
  ],
];
const moduleLine =
  /^\s*(?:import\s*(?:\(|['"{*]|type\b|[\w$]+\s*(?:,|from\b))|export\s+(?:default|const|let|var|function|class|async|type|\{|\*))/m;

const page = (text: string, ...places: string[]) => ({
  files: {'docs/a.md': text},
  findings: places.map((place) => `docs/a.md:${place}`) as [string],
});

export const plainMarkdown: Rule = {
  id: 'plain-markdown',
  why: '글은 자료이지 코드가 아닙니다. 누구의 글이든 실행하지 않고 읽을 수 있어야 합니다.',
  bad: [
    page('글 <img src=x onerror=alert(1)>', '1:3'),
    page('<script>alert(1)</script>', '1:1'),
    page('글\n\n<!-- 숨긴 글 -->', '3:1'),
    page('글 <Component />', '1:3'),
    page('글 <img src=x onerror=alert(1)', '1:3'),
    page('글 <svg/onload=alert(1)', '1:3'),
    page("글\n\nimport fs from 'node:fs'", '3:1'),
    page('export const x = 1', '1:1'),
    page('값은 {process.env.SECRET}입니다.', '1:4'),
    page('각주[^1]\n\n[^1]: 설명', '1:3', '3:1'),
    page('```mdx-code-block\n<b>글</b>\n```', '1:1'),
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '`<script>`와 `{x.y}`, a < b, &lt;b&gt;, {} {이름}, \\{x.y\\}는 그냥 글입니다. [글](<https://example.com/a_(b)>)\n\n```js\nimport fs from "fs";\n```\n\n수입(import)과 export 이야기\n\n## 제목 {#a}',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((page): Found[] => {
      const {file, root, text} = page;
      const found: Found[] = [];
      for (const {node} of nodesIn(root)) {
        if (node.type === 'html') {
          const start = node.value.split('\n')[0]?.slice(0, 40);
          found.push({
            file,
            ...positionOf(node),
            message: `HTML은 쓰지 않습니다: ${start} → Markdown으로 바꾸거나, ${quoted}`,
          });
        } else if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
          found.push({
            file,
            ...positionOf(node),
            message:
              '각주는 쓰지 않습니다. 출처라면 [@키]로 인용하고, 설명이라면 괄호에 적어 주세요',
          });
        } else if (node.type === 'paragraph' && moduleLine.test(sourceOf(page, node))) {
          const line = sourceOf(page, node)
            .split('\n')
            .findIndex((each) => moduleLine.test(each));
          const {line: first, column} = positionOf(node);
          found.push({
            file,
            line: first + line,
            column: line === 0 ? column : 1,
            message: `import와 export는 쓰지 않습니다. 지우거나, ${quoted}`,
          });
        }
      }
      for (const {source, placeOf} of sourcesOf(page)) {
        for (const [mark, message] of codeMarks) {
          const match = mark.exec(source);
          if (match) {
            found.push({file, ...placeOf(match.index), message});
          }
        }
      }
      // The site generator takes the fence away before it reads what is inside.
      for (const [index, line] of text.split('\n').entries()) {
        if (line.includes('mdx-code-block')) {
          const message =
            '"mdx-code-block"은 쓰지 않습니다. 언어 이름을 적은 보통 코드 블록으로 바꿔 주세요';
          found.push({file, line: index + 1, column: 1, message});
        }
      }
      return found;
    }),
};
