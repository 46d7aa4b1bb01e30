import type {ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

import {asksSomething} from '../../checks/prose.ts';
import {plain} from './plain.ts';

declare module 'mdast' {
  interface ParagraphData {
    /** Was the summary of a `<details>`. */
    summary?: boolean;
  }
}

/** `Q.`, `Q1)`, `[Q]`, `질문 1:`, and the number of a list of questions. */
const questionMark = /^(?:\[?(?:Q|질문)\s*\d*(?:-\d+)?\s*(?:\]|[.:)\-–])|Q\d+)\s*/i;
const number = /^\(?\d{1,3}(?:-\d+)?[.)]\s*/;
const answerMark = /^(?:\[?(?:A|답변?)\s*\d*\s*(?:\]|[.:)]))\s*/i;

/** The words of a question without what only counts it. */
export function withoutMark(text: string): string {
  const bare = text.replace(questionMark, '').replace(number, '').trim();
  return bare === '' ? text : bare;
}

/** The words of an answer without the letter before it. */
export function withoutAnswerMark(text: string): string {
  return text.replace(answerMark, '');
}

/** Whether a line begins as a question of a list of questions does, whatever it ends with. */
function isMarked(text: string): boolean {
  return questionMark.test(text) && text.replace(questionMark, '').trim() !== '';
}

/** Whether words ask. */
export function asks(text: string): boolean {
  return text.length <= 200 && asksSomething(text);
}

/** A question at the top of a note, and how deep a heading it is: 7 where it is none. */
export interface Question {
  text: string;
  depth: number;
}

/** A node that stands for a question by how it is written: `#### Q. …`, `**Q1. …**`, a summary that asks. */
export function markedQuestion(node: RootContent): Question | undefined {
  const text = plain(node);
  if (node.type === 'heading') {
    return isMarked(text) ? {text: withoutMark(text), depth: node.depth} : undefined;
  }
  if (node.type !== 'paragraph' || text.length > 200) {
    return undefined;
  }
  const isBold = node.children.length === 1 && node.children[0]?.type === 'strong';
  const isSummary = isBold && node.data?.summary === true;
  return isMarked(text) || ((isSummary || (isBold && number.test(text))) && asks(text))
    ? {text: withoutMark(text), depth: 7}
    : undefined;
}

/** Each question of a list of questions with what stands below it, or undefined for another list. */
export function questionList(
  node: RootContent,
): {text: string; answer: RootContent[]}[] | undefined {
  if (node.type !== 'list') {
    return undefined;
  }
  const items = node.children.map((item: ListItem) => {
    const [first, ...rest] = item.children;
    const text = first?.type === 'paragraph' ? withoutMark(plain(first)) : '';
    return {text, answer: rest};
  });
  return items.every(({text}) => asks(text)) ? items : undefined;
}

/** `Q. …` and `A. …` of one paragraph become one each. */
export function splitAtAnswer(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph' || !questionMark.test(toString(node).trim())) {
    return [node];
  }
  for (const [index, child] of node.children.entries()) {
    const match = child.type === 'text' ? /(?:^|\s)A\d*\s*[.:)]\s/.exec(child.value) : null;
    if (child.type !== 'text' || !match) {
      continue;
    }
    const before: PhrasingContent[] = [
      ...node.children.slice(0, index).filter(({type}) => type !== 'break'),
      {type: 'text', value: child.value.slice(0, match.index).trimEnd()},
    ];
    const after: PhrasingContent[] = [
      {type: 'text', value: child.value.slice(match.index).trimStart()},
      ...node.children.slice(index + 1),
    ];
    return [before, after].map((children): Paragraph => ({type: 'paragraph', children}));
  }
  return [node];
}

/** Answers without the `A.` before them. */
export function unmarkedAnswer(nodes: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = nodes;
  const [opening, ...others] = first?.type === 'paragraph' ? first.children : [];
  return first?.type === 'paragraph' && opening?.type === 'text'
    ? [
        {
          ...first,
          children: [{...opening, value: withoutAnswerMark(opening.value.trimStart())}, ...others],
        },
        ...rest,
      ]
    : [...nodes];
}
