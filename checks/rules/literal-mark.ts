import type {Nodes} from 'mdast';
import {nodesIn} from '../../lib/nodes.ts';

import {collectCitations} from '../../lib/citations.ts';
import type {Page} from '../../content-model/markdown.ts';
import {displayFormula, inlineFormula} from '../formula.ts';
import {placeInText, sourceOf, sourcesOf, textsOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

/** Marks that stand in the result as they are, and what to do about them. */
const marks: [RegExp, string][] = [
  [
    /(?<!\\)\*\*+|(?<![\w\\])__+(?=\S)|(?<=\S)__+(?!\w)|(?<!\\)~~+/,
    '굵게나 취소선으로 읽히지 않고 글자로 보입니다. 여닫는 기호를 낱말에 붙이고 짝을 맞추거나, 코드라면 백틱(`)으로 감싸 주세요',
  ],
  [
    /!?\]\(|(?<![\w)\]])\[[^\]@]+\]\[[^\]]+\]|\[\[[^\]]+\]\]|\[[^\]@]+\] \((?:$|\S*\.(?:md|png))|\)\[(?:$|\S*\.(?:md|png))/,
    '링크로 읽히지 않고 글자로 보입니다. 주소의 빈칸과 괄호, "[이름]: 주소" 줄을 확인해 주세요',
  ],
  [
    /\[\^[\w-]+\]|\^\[/,
    '각주는 쓰지 않습니다. 출처라면 [@키]로 인용하고, 설명이라면 괄호에 적어 주세요',
  ],
  [
    /&[a-z]{2,}\d*;/i,
    '글자 참조로 읽히지 않고 그대로 보입니다. 철자를 확인하거나 글자로 적어 주세요',
  ],
  [/(?<!\\)`/, '코드로 읽히지 않고 백틱이 글자로 보입니다. 여닫는 백틱(`)의 짝을 맞춰 주세요'],
  [
    /(?<![\w가-힣\\])_[^_\s][^_\n]*_(?=[가-힣])|(?<![\w\\-])\*(?=[가-힣])/,
    '기울임으로 읽히지 않고 글자로 보입니다. 조사 앞에서는 밑줄 대신 *별표*를 쓰고 짝을 맞춰 주세요',
  ],
];

export const literalMark: Rule = {
  id: 'literal-mark',
  why: '읽히지 않은 표시는 독자에게 별표와 우물 정자로 보입니다.',
  isForFinishedPages: true,
  bad: [
    {files: {'docs/a.md': '이것은 ** 굵게** 보이지 않습니다.'}, findings: ['docs/a.md:1:5']},
    {files: {'docs/a.md': '글\n\n- 줄\n  __굵게 __ 끝'}, findings: ['docs/a.md:4:3']},
    {files: {'docs/a.md': '~~지움 ~~ 끝'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '#제목\n\n글'}, findings: ['docs/a.md:1:1']},
    {
      files: {'docs/a.md': '제목\n===\n\n부제목 {#a}\n---'},
      findings: ['docs/a.md:1:1', 'docs/a.md:4:1'],
    },
    {files: {'docs/a.md': '[글](java script:alert)'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글 [글][없음]'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글[^1]'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '글^[각주]'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '글 [[네임스페이스]]'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '[글] (https://a.com)'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '(글)[b.md]'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '![그림] (img/a.png)'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '`docker run을 씁니다.'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '글&nbps;끝'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '글 _강조_는'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글 *강조 입니다.'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '3~5개와 6~8개'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '월~금, 토~일'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '2*3과 4*5'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '글\n\n-항목\n-항목'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '글\n1.항목'}, findings: ['docs/a.md:2:1']},
    {files: {'docs/a.md': '글\n3. 셋\n4. 넷'}, findings: ['docs/a.md:2:1']},
    {files: {'docs/a.md': '2024. 1. 1.에 나왔습니다.'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '- [ ] 할 일'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '값은 $O(n)$입니다.'}, findings: ['docs/a.md:1:4']},
    {files: {'docs/a.md': '글\n\n$$\nE = mc^2\n$$'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '## 제목 [@a] {#b}'}, findings: ['docs/a.md:1:7']},
    {files: {'docs/a.md': '그렇습니다 [@a, @b].'}, findings: ['docs/a.md:1:7']},
    {files: {'docs/a.md': '---\ntitle: 글\n---\n\n---\n\n글'}, findings: ['docs/a.md:5:1']},
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '**컨테이너(container)**는 *빠르고* ~~느린~~ `a ** b`입니다. \\*\\*글자\\*\\*와 snake__case, #1번. 3~5개, 2\\*3, 4\\*5, \\`백틱, snake_case_name과 *.md입니다. 2024\\. 1. 1.에 $5와 $6, $PATH입니다.\n\n3. 셋\n\n하나\n1. 둘\n\n## 제목 {#a}',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((page): Found[] => {
      const {file, root} = page;
      const found: Found[] = [];
      for (const node of textsOf(page)) {
        const source = sourceOf(page, node);
        for (const [mark, message] of marks) {
          const index = mark.exec(node.value)?.index;
          if (index !== undefined && mark.test(source)) {
            found.push({file, ...placeInText(page, node, index), message});
          }
        }
      }
      const cited = new Set(collectCitations(root).map(({node}) => node));
      for (const node of textsOf(page)) {
        const index = node.value.indexOf('[@');
        if (index !== -1 && !cited.has(node)) {
          found.push({
            file,
            ...placeInText(page, node, index),
            message:
              '인용으로 읽히지 않고 글자로 보입니다. 본문의 문장 끝에 [@키]나 [@키1; @키2]로 적어 주세요 (제목과 링크에는 달지 않습니다)',
          });
        }
      }
      for (const {node} of nodesIn(root, 'heading')) {
        if (!sourceOf(page, node).startsWith('#')) {
          found.push({
            file,
            ...positionOf(node),
            message:
              '밑줄(===, ---)로 만든 제목입니다. "## 제목 {#id}"로 고치거나, 가로줄이라면 앞에 빈 줄을 넣어 주세요',
          });
        }
      }
      for (const {node} of nodesIn(root)) {
        const message = misreadRange(page, node);
        if (message) {
          found.push({file, ...positionOf(node), message});
        }
        if (node.type === 'listItem' && typeof node.checked === 'boolean') {
          found.push({
            file,
            ...positionOf(node),
            message: '할 일을 표시하는 칸은 쓰지 않습니다. [ ]를 지워 보통 목록으로 적어 주세요',
          });
        }
        if (node.type === 'list' && (node.start ?? 0) > 999) {
          found.push({
            file,
            ...positionOf(node),
            message: `번호가 ${node.start}인 목록으로 읽힙니다. 해나 큰 수라면 "${node.start}\\."처럼 적어 주세요`,
            hides: 'line',
          });
        }
      }
      for (const {source, placeOf} of sourcesOf(page)) {
        for (const {index} of [
          ...source.matchAll(inlineFormula),
          ...`\n${source}`.matchAll(displayFormula),
        ]) {
          found.push({
            file,
            ...placeOf(index),
            message:
              '수식은 그려지지 않고 글자로 보입니다. 백틱(`)으로 감싸거나 글로 적어 주세요 (예: `O(n)`)',
            hides: 'line',
          });
        }
      }
      for (const {node} of nodesIn(root, 'paragraph')) {
        const {line, column} = positionOf(node);
        const item = sourceOf(page, node)
          .split('\n')
          .findIndex((each) => /^\s*(?:[-+]|\d{1,2}[.)])[가-힣]/.test(each));
        if (item !== -1) {
          found.push({
            file,
            line: line + item,
            column: item === 0 ? column : 1,
            message: '목록으로 읽히지 않습니다. - 나 번호 뒤에 빈칸을 넣어 주세요',
          });
        }
        const swallowed = sourceOf(page, node)
          .split('\n')
          .findIndex((each, index) => index > 0 && /^\s*(?!1[.)])\d{1,3}[.)] \S/.test(each));
        if (swallowed !== -1) {
          found.push({
            file,
            line: line + swallowed,
            column: 1,
            message: '윗줄에 이어져 목록으로 읽히지 않습니다. 위에 빈 줄을 넣어 주세요',
          });
        }
        if (/^#{1,6}[^\s#\d]|^#{7}/.test(sourceOf(page, node))) {
          found.push({
            file,
            ...positionOf(node),
            message: '제목으로 읽히지 않습니다. # 뒤에 빈칸을 넣어 주세요',
          });
        }
      }
      const [first] = root.children.filter(({type}) => type !== 'yaml');
      if (first?.type === 'thematicBreak') {
        // The site generator would take it for the fence of more front matter.
        found.push({
          file,
          ...positionOf(first),
          message: '글을 가로줄로 시작하지 않습니다. 지워 주세요',
        });
      }
      return found;
    }),
};

/** What becomes of `3~5개, 6~8개` and `2*3, 4*5`. */
function misreadRange(page: Page, node: Nodes): string | undefined {
  const start = node.position?.start.offset ?? 0;
  if (node.type === 'delete' && /^~(?!~)/.test(sourceOf(page, node))) {
    return '물결표(~) 둘 사이의 글이 취소선으로 그어집니다. 범위라면 \\~로, 지운 글이라면 ~~로 감싸 적어 주세요';
  }
  return node.type === 'emphasis' && /^\d\*\d/.test(page.text.slice(start - 1, start + 2))
    ? '별표(*) 둘이 사라지고 사이가 기울어집니다. 곱하기라면 ×나 \\*로 적어 주세요'
    : undefined;
}
