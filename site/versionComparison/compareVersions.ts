import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import {citationsOf} from '../../lib/citations.ts';
import {groupBy} from '../../lib/groupBy.ts';
import {answerName, answersOf, type Answer} from '../../content-model/answers.ts';
import type {ContentPage} from '../../content-model/model.ts';
import {alsoAskedDirective} from '../../lib/page.ts';
import type {QuestionChange} from '../../lib/versionComparison.ts';

/** An answer, and what is compared of it. */
interface MeasuredAnswer extends Answer {
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
  const older = new Map(measuredOf(before).map((answer) => [answerName(answer), answer]));
  const newer = measuredOf(after);
  const kept = new Set(newer.map(answerName));
  return [
    ...newer.map((answer) => changeOf(older.get(answerName(answer)), answer)),
    ...[...older.values()]
      .filter((answer) => !kept.has(answerName(answer)))
      .map((answer) => changeOf(answer, undefined)),
  ];
}

/** The questions of the pages that have follow-ups. */
function measuredOf(pages: readonly ContentPage[]): MeasuredAnswer[] {
  return pages
    .filter(({followUps}) => followUps.length > 0)
    .flatMap((page) => answersOf(page).map(measured));
}

function changeOf(
  before: MeasuredAnswer | undefined,
  after: MeasuredAnswer | undefined,
): QuestionChange {
  const either = (after ?? before) as MeasuredAnswer;
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

function measuresOf({sentences, citations, diagrams}: MeasuredAnswer) {
  return {sentences: sentences.length, citations, diagrams};
}

function measured(answer: Answer): MeasuredAnswer {
  const root = {type: 'root' as const, children: [...answer.nodes]};
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
  return {...answer, sentences, citations, diagrams};
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
