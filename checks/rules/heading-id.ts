import type {Heading} from 'mdast';
import {nodesIn} from '../../lib/nodes.ts';

import {isReservedId} from '../../lib/anchors.ts';
import {headingId as idOf, headingText} from '../../lib/page.ts';
import {positionOf, type Example, type Rule} from '../rule.ts';

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** One of every kind that the site gives to its own elements. */
const reservedIds = [
  'references',
  'ref-docker-run',
  'cite-docker-run-1',
  'ask-why-ten-seconds',
  'term-docker',
  'term-docker-definition',
  'diagram-1',
  'diagram-1-description',
  'diagram-1-arrowhead',
  'drawer',
  'outline',
  'search-options',
  'citation-preview',
  'initial-12593',
  'from-1.0-to-2.0',
  'from-1.0-to-2.0-docker',
  'map',
  'ways',
  'books',
  'license-fonts',
  'license-code',
  'search-query',
  'standards',
  'documents',
  'repositories',
  'reports',
  'blogs',
  'answers',
  '__docusaurus',
  'docusaurus_skipToContent_fallback',
  'theme-svg-external-link',
  'nprogress',
  'docsearch-input',
];

export const headingId: Rule = {
  id: 'heading-id',
  why: '제목의 id는 공유한 링크와 검색 결과가 가리키는 주소입니다. 글을 고쳐도 바뀌지 않아야 합니다.',
  bad: [
    {files: {'docs/a.md': '## 제목'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## {#empty}'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## 제목 {#제목}'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## 하나 {#same}\n\n## 둘 {#same}'}, findings: ['docs/a.md:3:1']},
    ...reservedIds.map((id): Example => ({
      files: {'docs/a.md': `## 제목 {#${id}}`},
      findings: ['docs/a.md:1:1'],
    })),
    {files: {'docs/a.md': '# 큰 제목 {#big}'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '> ## 제목 {#a}'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': ':::note\n\n## 제목 {#a}\n\n:::'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '## docker:dind란? {#a}'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## 제목 `{#a}`'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## [제목](b.md) {#a}'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## 하나 {#a}\n\n#### 둘 {#b}'}, findings: ['docs/a.md:3:1']},
  ],
  good: [
    {files: {'docs/a.md': '## `docker:dind`: 하나 {#one}\n\n### 둘 {#two-1}\n\n## 셋 {#three}'}},
  ],
  check: ({pages}) =>
    pages.flatMap(({file, root}) => {
      const findings: ReturnType<Rule['check']> = [];
      const lines = new Map<string, number>();
      let depth = 1;
      for (const {node: heading, ancestors} of nodesIn(root, 'heading')) {
        const message =
          ancestors.at(-1)?.type === 'root'
            ? fault(heading, depth, lines)
            : '제목은 인용, 목록, 상자 안에 두지 않습니다. 밖으로 옮기거나 **굵게**로 바꿔 주세요';
        if (message) {
          findings.push({file, ...positionOf(heading), message});
        }
        depth = heading.depth;
        const id = idOf(heading);
        if (id !== undefined && !lines.has(id)) {
          lines.set(id, positionOf(heading).line);
        }
      }
      return findings;
    }),
};

function fault(
  heading: Heading,
  depthBefore: number,
  lines: Map<string, number>,
): string | undefined {
  const text = headingText(heading);
  const id = idOf(heading);
  if (heading.depth === 1) {
    return '본문에는 "# 제목"을 쓰지 않습니다. 글의 제목은 글머리의 title에 적고, 본문의 제목은 "##"부터 써 주세요';
  }
  if (heading.depth > depthBefore + 1) {
    return `제목 단계를 건너뛰었습니다. "${'#'.repeat(depthBefore + 1)} ${text}"처럼 써 주세요`;
  }
  if (hasLink(heading)) {
    return '제목에는 링크와 그림을 넣지 않습니다. 아래의 글로 옮겨 주세요';
  }
  const lost = wordBehindColon(heading);
  if (lost !== undefined) {
    return `차례에서 ":${lost}"이(가) 사라집니다. 백틱(\`)으로 감싸거나 콜론 뒤를 띄워 주세요`;
  }
  if (text === '') {
    return '제목이 비어 있습니다. 제목을 적거나 지워 주세요';
  }
  if (id === undefined) {
    return `제목 "${text}"에 id가 없습니다. 끝에 {#영문-소문자}를 붙여 주세요`;
  }
  if (heading.children.at(-1)?.type !== 'text') {
    return '제목의 {#id}는 백틱이나 별표 밖에 적어 주세요';
  }
  if (!idPattern.test(id)) {
    return `쓸 수 없는 id입니다: "${id}". 영문 소문자로 시작해 소문자, 숫자, 붙임표만 씁니다 (예: {#what-is-docker})`;
  }
  if (isReservedId(id)) {
    return `사이트가 자동으로 붙이는 id라서 쓸 수 없습니다: "${id}". 다른 id를 골라 주세요`;
  }
  const first = lines.get(id);
  return first === undefined
    ? undefined
    : `${first}번째 줄에서 이미 쓴 id입니다: "${id}". 글 안에서 겹치지 않는 id를 골라 주세요`;
}

/** The heading of a follow-up is what one presses to unfold it: nothing else there can be pressed. */
function hasLink(heading: Heading): boolean {
  return nodesIn(heading, 'link', 'linkReference', 'image', 'imageReference').length > 0;
}

/** What reads as a directive, as in docker:dind: the site generator leaves it out of the table of contents. */
function wordBehindColon(heading: Heading): string | undefined {
  return heading.children.find((node) => node.type === 'textDirective')?.name;
}
