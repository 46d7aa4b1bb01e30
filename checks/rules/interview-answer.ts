import type {Heading, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {toString} from 'mdast-util-to-string';
import {nodesIn} from '../../lib/nodes.ts';

import {citationsOf} from '../../lib/citations.ts';
import type {Page} from '../../content-model/markdown.ts';
import {alsoAskedDirective, findFollowUps, interviewAnswerDirective} from '../../lib/page.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const fewest = 3;
const most = 5;

const yaml = '---\ntitle: 왜요?\ndifficulty: 기본\n---\n\n';
const box = (text: string) => `:::interview-answer\n\n${text}\n\n:::\n`;
const answer = box('하나입니다. 둘은 `v1.2`입니다(셋입니다). “넷.”이라고 합니다 [@a].');

export const interviewAnswer: Rule = {
  id: 'interview-answer',
  why: '답마다 면접에서 말할 서너 문장이 먼저, 출처와 함께 있어야 그대로 믿고 연습할 수 있습니다.',
  isForFinishedPages: true,
  bad: [
    {files: {'docs/a.md': `${yaml}그냥 답입니다 [@a].`}, findings: ['docs/a.md:6:1']},
    {
      files: {'docs/a.md': `${yaml}먼저 설명합니다.\n\n${answer}`},
      findings: ['docs/a.md:6:1', 'docs/a.md:8:1'],
    },
    {files: {'docs/a.md': `${yaml}${answer.replace(' [@a]', '')}`}, findings: ['docs/a.md:6:1']},
    {files: {'docs/a.md': yaml + box('둘뿐입니다. 짧습니다 [@a].')}, findings: ['docs/a.md:6:1']},
    {
      files: {'docs/a.md': yaml + box(`${'깁니다. '.repeat(5)}넘습니다 [@a].`)},
      findings: ['docs/a.md:6:1'],
    },
    {
      files: {'docs/a.md': yaml + box('- 하나입니다.\n- 둘입니다.\n- 셋입니다 [@a].')},
      findings: ['docs/a.md:6:1'],
    },
    {
      files: {'docs/a.md': `${yaml}${answer}\n## 꼬꼬무\n\n### 또요? {#b}\n\n네, 그렇습니다 [@a].`},
      findings: ['docs/a.md:14:1'],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md': `${yaml}:::also-asked\n\n- 질문\n\n:::\n\n${answer}\n설명입니다.\n\n## 꼬리질문\n\n### 또요? {#b}\n\n${answer}`,
        'docs/b.md': '---\ntitle: 참고 문헌\n---\n\n글입니다.',
        'versioned_docs/version-1.0/a.md': '---\ntitle: 왜요?\n---\n\n답입니다.',
      },
    },
  ],
  check: ({pages}) =>
    pages
      .filter(({frontMatter}) => frontMatter?.difficulty !== undefined)
      .flatMap((page): Found[] => {
        const {file, root} = page;
        const opening = root.children.filter(({type}) => type !== 'yaml');
        const answers = [
          boxOf(opening),
          ...findFollowUps(root).map(({answer: nodes, heading}) => boxOf(nodes, heading)),
        ];
        const expected = new Set(answers.map(({found}) => found));
        const strays: Found[] = [];
        for (const {node} of nodesIn(root, 'containerDirective')) {
          if (node.name === interviewAnswerDirective && !expected.has(node)) {
            strays.push({
              file,
              ...positionOf(node),
              message: `":::${interviewAnswerDirective}"는 답의 맨 앞(다른 말로 묻는 질문 바로 아래)에 한 번만 둡니다. 옮기거나 지워 주세요`,
            });
          }
        }
        return [
          ...answers.flatMap(({found, place}) =>
            found
              ? faultsOf(page, found)
              : [
                  {
                    file,
                    ...place,
                    message: `면접에서 말할 답이 맨 앞에 없습니다. ":::${interviewAnswerDirective}"와 ":::" 사이에 ${fewest}~${most}문장을 출처와 함께 적어 주세요`,
                  },
                ],
          ),
          ...strays,
        ];
      }),
};

/** The box at the start of an answer, or the place where it should be. */
function boxOf(nodes: readonly RootContent[], heading?: Heading) {
  const [first] = nodes.filter(
    (node) => node.type !== 'containerDirective' || node.name !== alsoAskedDirective,
  );
  const found =
    first?.type === 'containerDirective' && first.name === interviewAnswerDirective
      ? first
      : undefined;
  return {found, place: positionOf(heading ?? first ?? {})};
}

function faultsOf({file}: Page, box: ContainerDirective): Found[] {
  const messages: string[] = [];
  if (box.children.some(({type}) => type !== 'paragraph')) {
    messages.push(
      '면접 답변에는 말하듯이 쓴 문단만 둡니다. 목록, 표, 코드는 상자 아래로 옮겨 주세요',
    );
  }
  const count = sentencesIn(box);
  if (messages.length === 0 && (count < fewest || count > most)) {
    messages.push(
      `면접 답변은 ${fewest}~${most}문장이어야 하는데 ${count}문장입니다. 문장을 더하거나 설명으로 옮겨 주세요`,
    );
  }
  if (citationsOf({type: 'root', children: [box]}).length === 0) {
    messages.push('면접 답변에 출처가 없습니다. 근거가 되는 문장 끝에 [@키]를 달아 주세요');
  }
  return messages.map((message) => ({file, ...positionOf(box), message}));
}

/** Sentences that end in Hangul and a full stop or the like, not counting those inside quotes and brackets. */
function sentencesIn(box: ContainerDirective): number {
  const text = box.children
    .map((node) => toString(node))
    .join('\n')
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/“[^”]*”|‘[^’]*’|"[^"]*"/g, '가')
    .replace(/\([^()]*\)/g, '');
  return text.match(/[가-힣]\s*[.?!]+(?=\s|$)/g)?.length ?? 0;
}
