import {createHash} from 'node:crypto';

import type {RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

import {
  alsoAskedDirective,
  followUpKindOf,
  furtherReadingTitle,
  headingText,
  type QuestionKind,
} from '../lib/page.ts';
import type {ContentPage} from './model.ts';

/** A question with what answers it. */
export interface Answer {
  page: ContentPage;
  kind: QuestionKind;
  /** Empty for the main question of the page. */
  id: string;
  question: string;
  /** As written, without the lists of `:::also-asked` at the top. */
  nodes: readonly RootContent[];
}

const isAlsoAsked = (node: RootContent) =>
  node.type === 'containerDirective' && node.name === alsoAskedDirective;

/**
 * The questions of a page with their answers: its own, then its follow-ups. None for a page that
 * asks nothing, such as the glossary.
 */
export function answersOf(page: ContentPage): Answer[] {
  const {followUps, frontMatter, title, root} = page;
  if (followUps.length === 0 && frontMatter.difficulty === undefined) {
    return [];
  }
  const end = root.children.findIndex(
    (node) =>
      followUpKindOf(node) !== undefined ||
      (node.type === 'heading' && headingText(node) === furtherReadingTitle),
  );
  const main = root.children.slice(0, end === -1 ? undefined : end);
  const written = (nodes: readonly RootContent[]) =>
    nodes.filter((node) => node.type !== 'yaml' && !isAlsoAsked(node));
  return [
    {page, kind: 'question', id: '', question: title, nodes: written(main)},
    ...followUps.map(({kind, id = '', question, answer}): Answer => ({
      page,
      kind,
      id,
      question,
      nodes: written(answer),
    })),
  ];
}

/** How people and data/ name an answer, the same in every version: `containers/cgroups#oomkilled`. */
export function answerName({page, id}: {page: {slug: string}; id: string}): string {
  return `${page.slug.slice(1)}${id && `#${id}`}`;
}

/**
 * Hash of what a reader reads as the answer: its words, numbers, code and citations, not where its
 * links lead nor how its lines are broken.
 */
export function hashOfAnswer({question, nodes}: Answer): string {
  const text = [question, ...nodes.map((node) => toString(node))].join(' ').replace(/\s+/g, ' ');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
