import {josa} from 'es-hangul';
import type {RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

import {
  alsoAskedDirective,
  findFollowUps,
  followUpKindOf,
  furtherReadingTitle,
  headingText,
  kindLabels,
} from '../../lib/page.ts';
import {asksSomething} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

export const followUpAnswer: Rule = {
  id: 'follow-up-answer',
  why: '꼬리질문과 꼬꼬무는 정해진 차례로, 답과 함께 있어야 접었다 펼 수 있습니다.',
  isForFinishedPages: true,
  bad: [
    {
      files: {'docs/a.md': '## 꼬리질문\n\n### 왜요? {#why}\n\n### 정말요? {#really}\n\n네.'},
      findings: ['docs/a.md:3:1'],
    },
    {
      files: {'docs/a.md': '## 꼬꼬무\n\n### 왜요? {#why}\n\n:::also-asked\n\n- 어째서요?\n\n:::'},
      findings: ['docs/a.md:3:1'],
    },
    {files: {'docs/a.md': '## 꼬꼬무\n\n질문이 없습니다.'}, findings: ['docs/a.md:1:1']},
    {
      files: {
        'docs/a.md': '## 꼬꼬무\n\n### 하나? {#a}\n\n답\n\n## 꼬리질문\n\n### 둘? {#b}\n\n답',
      },
      findings: ['docs/a.md:7:1'],
    },
    {
      files: {'docs/a.md': '## 꼬리질문\n\n### 왜요? {#why}\n\n- \n\n### 둘? {#two}\n\n.'},
      findings: ['docs/a.md:3:1', 'docs/a.md:7:1'],
    },
    {files: {'docs/a.md': '## 꼬리질문\n\n### 이유 {#why}\n\n답'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '## 꼬리 질문들\n\n### 왜요? {#why}\n\n답'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## 더읽기 {#a}\n\n글'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '## 꼬꼬무\n\n### Why? {#why}\n\n답'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '### 꼬리질문\n\n#### 왜요? {#why}\n\n답'}, findings: ['docs/a.md:1:1']},
    {
      files: {
        'docs/a.md':
          '---\ntitle: 왜요?\n---\n\n:::also-asked\n\n- 어째서요?\n\n:::\n\n## 절 {#a}\n\n글',
      },
      findings: ['docs/a.md:1:1'],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '---\ntitle: 왜요?\n---\n\n답\n\n## 꼬리질문\n\n### 왜요? {#why}\n\n답\n\n## 꼬꼬무\n\n### 또요? {#more}\n\n답',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap(({file, root, frontMatter}): Found[] => {
      const followUps = findFollowUps(root);
      const firstHeading = root.children.findIndex(({type}) => type === 'heading');
      const opening = root.children.slice(0, firstHeading === -1 ? undefined : firstHeading);
      const title = typeof frontMatter?.title === 'string' ? frontMatter.title : '';
      const unanswered =
        asksSomething(title) && !opening.some(saysSomething)
          ? [
              {
                file,
                line: 1,
                column: 1,
                message: `"${title}"의 답이 비어 있습니다. 글머리 아래, 첫 제목 앞에 답을 적어 주세요`,
              },
            ]
          : [];
      const noQuestion = followUps
        .filter(({question}) => !asksSomething(question) || !/[가-힣]/.test(question))
        .map(({heading, question}) => ({
          file,
          ...positionOf(heading),
          message: `꼬리질문과 꼬꼬무의 제목은 한국어 질문입니다: "${question}". "?"나 "주세요"로 끝나게 고쳐 주세요`,
        }));
      const known = new Set(followUps.map(({heading}) => heading));
      const nearMisses = root.children.flatMap((node) => {
        if (node.type !== 'heading' || followUpKindOf(node) || known.has(node)) {
          return [];
        }
        const bare = headingText(node)
          .replace(/[^가-힣]/g, '')
          .replace(/들$/, '');
        const label = [kindLabels['follow-up'], kindLabels['deep-dive'], furtherReadingTitle].find(
          (title) => title.replace(' ', '') === bare,
        );
        const isRight = label === furtherReadingTitle && headingText(node) === label;
        return label === undefined || isRight
          ? []
          : [
              {
                file,
                ...positionOf(node),
                message: `이대로는 ${kindName(label)} 읽히지 않습니다. 제목을 정확히 "## ${label}"${particle(label)} 적어 주세요`,
                hides: 'below' as const,
              },
            ];
      });
      const empty = followUps
        .filter(({answer}) => !answer.some(saysSomething))
        .map(({heading, question}) => ({
          file,
          ...positionOf(heading),
          message: `"${question}"의 답이 비어 있습니다. 질문 아래에 답을 적어 주세요`,
        }));
      const groups = root.children.filter((node) => followUpKindOf(node));
      const kinds = groups.map((node) => followUpKindOf(node));
      const misplaced = groups.flatMap((node, index) => {
        const kind = kinds[index];
        if (!kind) {
          return [];
        }
        const label = kindLabels[kind];
        if (kinds.indexOf(kind) !== index) {
          return [
            {
              file,
              ...positionOf(node),
              message: `"## ${label}" 제목이 두 번 나옵니다. 하나로 합쳐 주세요`,
            },
          ];
        }
        if (kind === 'follow-up' && kinds.indexOf('deep-dive') === 0 && index > 0) {
          return [
            {
              file,
              ...positionOf(node),
              message: '"## 꼬리질문"은 "## 꼬꼬무"보다 앞에 있어야 합니다',
            },
          ];
        }
        return followUps.some((followUp) => followUp.kind === kind)
          ? []
          : [
              {
                file,
                ...positionOf(node),
                message: `"## ${label}" 아래에 "### 질문"이 하나도 없습니다. 질문을 추가하거나 이 제목을 지워 주세요`,
              },
            ];
      });
      return [...unanswered, ...noQuestion, ...nearMisses, ...empty, ...misplaced];
    }),
};

const particle = (label: string) => josa.pick(label, '으로/로');
const kindName = (label: string) => `"${label}"${particle(label)}`;

/** Whether a reader finds words in a node. */
function saysSomething(node: RootContent): boolean {
  const isUnseen =
    node.type === 'yaml' ||
    (node.type === 'containerDirective' && node.name === alsoAskedDirective);
  return !isUnseen && /[\p{L}\p{N}]/u.test(toString(node));
}
