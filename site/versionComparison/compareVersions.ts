import type {RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import {citationsOf} from '../../lib/citations.ts';
import {groupBy} from '../../lib/groupBy.ts';
import type {ContentPage} from '../../content-model/model.ts';
import {
  alsoAskedDirective,
  followUpKindOf,
  furtherReadingTitle,
  headingText,
  type QuestionKind,
} from '../../lib/page.ts';
import type {QuestionChange} from '../../lib/versionComparison.ts';

/** A question with its answer, as one version has it. */
interface Answer {
  page: ContentPage;
  kind: QuestionKind;
  /** Empty for the main question of the page. */
  id: string;
  question: string;
  sentences: string[];
  citations: number;
  diagrams: number;
}

/**
 * What became of every question between two versions, in the order of the later one; questions
 * that it lacks come last. Questions are the same when address and id are.
 */
export function compareVersions(
  before: readonly ContentPage[],
  after: readonly ContentPage[],
): QuestionChange[] {
  const older = new Map(answersOf(before).map((answer) => [keyOf(answer), answer]));
  const newer = answersOf(after);
  const kept = new Set(newer.map(keyOf));
  return [
    ...newer.map((answer) => changeOf(older.get(keyOf(answer)), answer)),
    ...[...older.values()]
      .filter((answer) => !kept.has(keyOf(answer)))
      .map((answer) => changeOf(answer, undefined)),
  ];
}

function keyOf({page, id}: Answer): string {
  return `${page.slug}#${id}`;
}

function changeOf(before: Answer | undefined, after: Answer | undefined): QuestionChange {
  const either = (after ?? before) as Answer;
  const old = new Set(before?.sentences);
  const current = new Set(after?.sentences);
  const removed = [...old].filter((sentence) => !current.has(sentence));
  const added = [...current].filter((sentence) => !old.has(sentence));
  const isSame = removed.length + added.length === 0;
  return {
    page: either.page.slug,
    section: either.page.path.split('/')[0] ?? '',
    id: either.id,
    kind: either.kind,
    question: either.question,
    before: before && measuresOf(before),
    after: after && measuresOf(after),
    status: !before ? 'new' : !after ? 'removed' : isSame ? 'same' : 'rewritten',
    removed: after ? removed : [],
    added: before ? added : [],
  };
}

function measuresOf({sentences, citations, diagrams}: Answer) {
  return {sentences: sentences.length, citations, diagrams};
}

/** The questions of a version: those of the pages that have follow-ups, and the follow-ups. */
function answersOf(pages: readonly ContentPage[]): Answer[] {
  return pages.flatMap((page) => {
    const {followUps} = page;
    if (followUps.length === 0) {
      return [];
    }
    const {children} = page.root;
    const end = children.findIndex(
      (node) =>
        followUpKindOf(node) !== undefined ||
        (node.type === 'heading' && headingText(node) === furtherReadingTitle),
    );
    return [
      answer(page, 'question', '', page.title, children.slice(0, end)),
      ...followUps.map(({kind, id = '', question, answer: nodes}) =>
        answer(page, kind, id, question, nodes),
      ),
    ];
  });
}

function answer(
  page: ContentPage,
  kind: QuestionKind,
  id: string,
  question: string,
  nodes: readonly RootContent[],
): Answer {
  const root = {
    type: 'root' as const,
    children: nodes.filter(
      (node) =>
        node.type !== 'yaml' &&
        !(node.type === 'containerDirective' && node.name === alsoAskedDirective),
    ),
  };
  const sentences: string[] = [];
  let diagrams = 0;
  visit(root, (node) => {
    if (node.type === 'code') {
      diagrams += Number(node.lang === 'mermaid');
      return 'skip';
    }
    if (node.type === 'containerDirective' && node.name === alsoAskedDirective) {
      return 'skip';
    }
    if (node.type === 'paragraph' || node.type === 'tableRow') {
      sentences.push(
        ...(node.type === 'paragraph'
          ? sentencesOf(toString(node))
          : [node.children.map((cell) => withoutCitations(toString(cell))).join(' | ')]),
      );
      return 'skip';
    }
    return undefined;
  });
  const citations = groupBy(citationsOf(root), ({key}) => key).size;
  return {page, kind, id, question, sentences, citations, diagrams};
}

function sentencesOf(text: string): string[] {
  return withoutCitations(text)
    .split(/(?<=[다요까][.?])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

function withoutCitations(text: string): string {
  return text
    .replace(/\s*\[@[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
