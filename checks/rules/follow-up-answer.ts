import type {RootContent} from 'mdast';

import {alsoAskedDirective, findFollowUps, followUpKindOf, kindLabels} from '../../lib/page.ts';
import {positionOf, type Rule} from '../rule.ts';

export const followUpAnswer: Rule = {
  id: 'follow-up-answer',
  why: '꼬리질문과 꼬꼬무는 정해진 차례로, 답과 함께 있어야 접었다 펼 수 있습니다.',
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
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '## 꼬리질문\n\n### 왜요? {#why}\n\n답\n\n## 꼬꼬무\n\n### 또요? {#more}\n\n답',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap(({file, root}) => {
      const followUps = findFollowUps(root);
      const empty = followUps
        .filter(({answer}) => answer.every(isAlsoAsked))
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
      return [...empty, ...misplaced];
    }),
};

function isAlsoAsked(node: RootContent): boolean {
  return node.type === 'containerDirective' && node.name === alsoAskedDirective;
}
