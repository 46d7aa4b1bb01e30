import path from 'node:path';

import type {List, Paragraph, PhrasingContent, Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';

import {pageAt, type ContentPage, type ContentVersion} from '../content-model/model.ts';
import {marked, nextQuestionsClass, screenOnlyMark} from '../lib/pageMarkup.ts';
import type {Context, Inputs} from './context.ts';
import {pagesNamed} from './readingPath.ts';

/**
 * Puts the question that comes next after the last answer of a page, before all that a reader looks
 * up: the next page in the order of reading, those that the front matter names as `next`, and the
 * one before.
 */
const nextQuestions: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const {version, page} = pageAt(content(), siteDir, file.path);
    const lastAnswer = root.children.findLastIndex(
      (node) => node.type === 'mdxJsxFlowElement' && node.name === 'FollowUp',
    );
    if (!page || lastAnswer === -1) {
      return;
    }
    const {next, others, previous} = neighboursOf(page, version);
    const linkTo = (target: ContentPage, text: string): PhrasingContent => ({
      type: 'link',
      url: path.posix.relative(path.posix.dirname(page.path), target.path),
      children: [{type: 'text', value: text}],
    });
    const card = {
      type: 'blockquote',
      data: {
        hName: 'section',
        hProperties: {
          className: [nextQuestionsClass],
          ariaLabel: '다음 질문',
          ...marked(screenOnlyMark),
        },
      },
      children: [
        paragraph('kicker', [
          {
            type: 'text',
            value: next
              ? '여기까지 답했다면, 면접관은 이렇게 묻습니다'
              : '마지막 질문까지 답했습니다',
          },
        ]),
        ...(next
          ? [
              paragraph('main', [
                linkTo(next, next.title),
                {type: 'text', value: ' '},
                {
                  type: 'emphasis',
                  data: {hName: 'span'},
                  children: [
                    {
                      type: 'text',
                      value: [next.frontMatter.difficulty, `꼬리 ${next.followUps.length}개`]
                        .filter(Boolean)
                        .join(' · '),
                    },
                  ],
                },
              ]),
            ]
          : []),
        ...(others.length > 0
          ? [
              {
                type: 'list',
                spread: false,
                children: others.map((other) => ({
                  type: 'listItem',
                  spread: false,
                  children: [
                    {type: 'paragraph', children: [linkTo(other, other.title)]} satisfies Paragraph,
                  ],
                })),
              } satisfies List,
            ]
          : []),
        ...(previous
          ? [
              paragraph('previous', [
                {type: 'text', value: '이전 질문: '},
                linkTo(previous, previous.label),
              ]),
            ]
          : []),
      ],
    } satisfies RootContent;
    root.children.splice(lastAnswer + 1, 0, card);
  };

export default nextQuestions;

/** What the card says of other pages. */
export const nextQuestionsInputs: Inputs = (page, version) => {
  const {next, others, previous} = neighboursOf(page, version);
  return [
    [next?.path, next?.title, next?.frontMatter.difficulty, next?.followUps.length],
    others.map(({path: target, title}) => [target, title]),
    [previous?.path, previous?.label],
  ];
};

/** The questions around a page: in the order of reading, and as its front matter says. */
function neighboursOf(
  page: ContentPage,
  version: ContentVersion,
): {
  next: ContentPage | undefined;
  others: readonly ContentPage[];
  previous: ContentPage | undefined;
} {
  const questions = version.pages.filter(({followUps}) => followUps.length > 0);
  const index = questions.indexOf(page);
  const named = pagesNamed(page.frontMatter.next ?? [], version);
  const next = index === -1 ? undefined : (questions[index + 1] ?? named[0]);
  return {next, others: named.filter((other) => other !== next), previous: questions[index - 1]};
}

function paragraph(part: string, children: PhrasingContent[]): Paragraph {
  return {
    type: 'paragraph',
    data: {hProperties: {className: [`${nextQuestionsClass}-${part}`]}},
    children,
  };
}
