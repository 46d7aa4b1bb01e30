import type {RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {nodesIn} from '../../lib/nodes.ts';

import {alsoAskedDirective, interviewAnswerDirective} from '../../lib/page.ts';
import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';
import {pathInVersion} from '../versions.ts';

const boxes = [
  'note',
  'tip',
  'info',
  'warning',
  'danger',
  alsoAskedDirective,
  interviewAnswerDirective,
];
/** Leaf → the only page of a version where it stands. */
const leaves: Record<string, string> = {bibliography: 'references.md', glossary: 'glossary.md'};
/** GitHub's alerts, and the boxes of ours that say as much. */
export const alerts: Readonly<Record<string, string>> = {
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'info',
  WARNING: 'warning',
  CAUTION: 'danger',
};
/** These have no title of their own. */
const untitled = [alsoAskedDirective, interviewAnswerDirective];

export const knownDirective: Rule = {
  id: 'known-directive',
  why: '모르는 지시어는 독자에게 콜론이 섞인 글자로 보입니다.',
  bad: [
    {files: {'docs/a.md': ':::correction\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '글\n\n:::note[교정]\n\n닫지 않은 상자'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': ':::교정\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '> :::note 제목\n> 글\n> :::'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글\n::: note\n글'}, findings: ['docs/a.md:2:1']},
    {files: {'docs/a.md': ':::note\n\n글\n\n::::tip\n\n글\n\n::::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': ':::note[제목]\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '::bibliography'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '::toc'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': ':::note{onclick=x}\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': ':::note[제목]{.a #b}\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': ':::interview-answer[제목]\n\n글\n\n:::'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '::bibliography{id=x}'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '글 :span[x]{style=y} 끝'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글 :x{} 끝'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글\n\n> [!NOTE]\n> 글'}, findings: ['docs/a.md:3:1']},
  ],
  good: [
    {
      files: {
        'docs/a.md':
          ':::note[교정]\n\n글\n\n:::\n\n이미지 docker:dind와 12:30은 그냥 글입니다.\n\n> :::tip\n>\n> 글\n>\n> :::',
        'docs/references.md': '::bibliography',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((page) => {
      const {file, root, text} = page;
      const lines = text.split('\n');
      const findings: Found[] = [];
      // What closes a box that was not read as one is no fault of its own.
      let hasUnreadOpening = false;
      for (const {node} of nodesIn(root)) {
        if (
          node.type === 'containerDirective' ||
          node.type === 'leafDirective' ||
          node.type === 'textDirective'
        ) {
          const [opening = ''] = sourceOf(page, node).split('\n');
          const isBox = node.type === 'containerDirective' && !untitled.includes(node.name);
          const isPlain = (isBox ? /^:+[\w가-힣-]+(\[[^\]]*\])?\s*$/ : /^:+[\w가-힣-]+\s*$/).test(
            opening,
          );
          if (!isPlain) {
            findings.push({
              file,
              ...positionOf(node),
              message: `":${node.name}"에 덧붙인 것을 지워 주세요. 상자에는 "[제목]"만 붙이고, {…}는 어디에도 쓰지 않습니다. 글자 그대로라면 백틱(\`)으로 감싸 주세요`,
            });
            continue;
          }
        }
        if (node.type === 'blockquote') {
          const [, kind] = /^>\s*\[!(\w+)\]/.exec(sourceOf(page, node)) ?? [];
          const box = alerts[kind?.toUpperCase() ?? ''];
          if (box !== undefined) {
            findings.push({
              file,
              ...positionOf(node),
              message: `GitHub의 알림은 글자로 보입니다: "[!${kind}]". ":::${box}"로 열고 ":::"로 닫는 상자로 바꿔 주세요`,
            });
          }
        }
        if (node.type === 'containerDirective') {
          const closing = lines[(node.position?.end.line ?? 1) - 1] ?? '';
          if (!boxes.includes(node.name)) {
            findings.push({
              file,
              ...positionOf(node),
              message: `":::${node.name}" 상자는 없습니다. 쓸 수 있는 상자: ${boxes.join(', ')}`,
            });
          } else if (!/^[\s>]*:{3,}\s*$/.test(closing) || endsWithLastChild(node)) {
            findings.push({
              file,
              ...positionOf(node),
              message: `여기서 연 ":::${node.name}" 상자가 닫히지 않았습니다. 끝나는 줄 아래에 ":::"를 넣어 주세요`,
              hides: 'below',
            });
          }
          if (!untitled.includes(node.name) && node.children.every(isLabel)) {
            findings.push({
              file,
              ...positionOf(node),
              message: `":::${node.name}" 상자가 비어 있습니다. 안에 글을 적거나 지워 주세요`,
            });
          }
        } else if (node.type === 'leafDirective' && pathInVersion(page) !== leaves[node.name]) {
          findings.push({
            file,
            ...positionOf(node),
            message: `"::${node.name}"은 여기에 둘 수 없습니다. 쓸 수 있는 곳: ${Object.entries(
              leaves,
            )
              .map(([name, place]) => `${place}의 ::${name}`)
              .join(', ')}`,
          });
        } else if (node.type === 'paragraph' && !node.data?.directiveLabel) {
          const index = sourceOf(page, node)
            .split('\n')
            .findIndex((line) => /^[\s>]*(?:::[a-z]|:::)/i.test(line));
          if (index === -1) {
            continue;
          }
          const isClosing = /^[\s>]*:{3,}\s*$/.test(sourceOf(page, node));
          if (isClosing && hasUnreadOpening) {
            hasUnreadOpening = false;
            continue;
          }
          hasUnreadOpening = !isClosing;
          const {line, column} = positionOf(node);
          findings.push({
            file,
            line: line + index,
            column: index === 0 ? column : 1,
            message: `상자로 읽히지 않는 ":::"입니다. ":::note[제목]"으로 열고 ":::"만 있는 줄로 닫아 주세요`,
          });
        }
      }
      return findings;
    }),
};

function isLabel(node: RootContent): boolean {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}

/** The marks that end it are those of the box inside. */
function endsWithLastChild({children, position}: ContainerDirective): boolean {
  const last = children.at(-1);
  return last?.type === 'containerDirective' && last.position?.end.line === position?.end.line;
}
