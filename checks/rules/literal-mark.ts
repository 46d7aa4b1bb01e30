import {visit} from 'unist-util-visit';

import {collectCitations} from '../../lib/citations.ts';
import {placeInText, sourceOf, textsOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

/** Marks that stand in the result as they are, and what to do about them. */
const marks: [RegExp, string][] = [
  [
    /(?<!\\)\*\*+|(?<![\w\\])__+(?=\S)|(?<=\S)__+(?!\w)|(?<!\\)~~+/,
    '굵게나 취소선으로 읽히지 않고 글자로 보입니다. 여닫는 기호를 낱말에 붙이고 짝을 맞추거나, 코드라면 백틱(`)으로 감싸 주세요',
  ],
  [
    /!?\]\(|(?<![\w)\]])\[[^\]@]+\]\[[^\]]+\]|\[\^[\w-]+\]/,
    '링크로 읽히지 않고 글자로 보입니다. 주소의 빈칸과 괄호, "[이름]: 주소" 줄을 확인해 주세요',
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
    {files: {'docs/a.md': '## 제목 [@a] {#b}'}, findings: ['docs/a.md:1:7']},
    {files: {'docs/a.md': '그렇습니다 [@a, @b].'}, findings: ['docs/a.md:1:7']},
    {files: {'docs/a.md': '---\ntitle: 글\n---\n\n---\n\n글'}, findings: ['docs/a.md:5:1']},
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '**컨테이너(container)**는 *빠르고* ~~느린~~ `a ** b`입니다. \\*\\*글자\\*\\*와 snake__case, #1번.\n\n## 제목 {#a}',
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
      visit(root, 'heading', (node) => {
        if (!sourceOf(page, node).startsWith('#')) {
          found.push({
            file,
            ...positionOf(node),
            message:
              '밑줄(===, ---)로 만든 제목입니다. "## 제목 {#id}"로 고치거나, 가로줄이라면 앞에 빈 줄을 넣어 주세요',
          });
        }
      });
      visit(root, 'paragraph', (node) => {
        if (/^#{1,6}[^\s#\d]|^#{7}/.test(sourceOf(page, node))) {
          found.push({
            file,
            ...positionOf(node),
            message: '제목으로 읽히지 않습니다. # 뒤에 빈칸을 넣어 주세요',
          });
        }
      });
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
