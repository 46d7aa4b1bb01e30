import {visit} from 'unist-util-visit';

import {positionOf, type Rule} from '../rule.ts';

const image = /\.(svg|png|webp|avif|jpe?g|gif)$/i;

export const plainMarkdown: Rule = {
  id: 'plain-markdown',
  why: '글은 자료이지 코드가 아닙니다. 누구의 글이든 실행하지 않고 읽을 수 있어야 합니다.',
  bad: [
    {files: {'docs/a.mdx': 'export const x = 1'}, findings: ['docs/a.mdx:1:1']},
    {files: {'docs/a.md': '글 <img src=x onerror=alert(1)>'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '<script>alert(1)</script>'}, findings: ['docs/a.md:1:1']},
  ],
  good: [{files: {'docs/a.md': '`<script>`와 a < b는 그냥 글입니다.', 'docs/img/a.svg': '<svg/>'}}],
  check: ({pages, otherFiles}) => [
    ...otherFiles
      .filter((file) => !image.test(file))
      .map((file) => ({
        file,
        line: 1,
        column: 1,
        message: '글 폴더에는 .md 글과 그림만 둡니다. MDX라면 보통 Markdown(.md)으로 바꿔 주세요',
      })),
    ...pages.flatMap(({file, root}) => {
      const findings: ReturnType<Rule['check']> = [];
      visit(root, 'html', (node) => {
        findings.push({
          file,
          ...positionOf(node),
          message: `HTML은 쓰지 않습니다: ${node.value.split('\n')[0]?.slice(0, 40)} → Markdown으로 바꾸거나, 글자 그대로 보이려면 백틱(\`)으로 감싸 주세요`,
        });
      });
      return findings;
    }),
  ],
};
