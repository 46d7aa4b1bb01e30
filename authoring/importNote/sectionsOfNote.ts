import type {Heading, Root, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {EXIT, visit} from 'unist-util-visit';

import type {FollowUpKind} from '../../lib/page.ts';
import {plain} from './plain.ts';
import {
  asks,
  markedQuestion,
  questionList,
  splitAtAnswer,
  unmarkedAnswer,
  withoutMark,
  type Question,
} from './questions.ts';

/**
 * The parts of a note. In the study group's convention:
 *
 *     # 키워드            its keyword
 *     ## 💡 질문          main question, then its answer
 *     ## 📑 꼬리질문      ### 질문, then its answer …
 *     ## 🐍 꼬꼬무        ### 질문, then its answer …
 *     ## 📚 Reference     links
 *
 * In a note without these marks, what it writes as questions (headings that ask, `Q. … A. …`,
 * summaries, lists) are the follow-ups of its keyword, and one alone is its main question.
 */
export interface NoteSections extends Record<FollowUpKind, FollowUp[]> {
  /** Undefined when there is none or the template's own was left. */
  keyword: string | undefined;
  /** Main questions; all but the first are headings of `main` too. */
  questions: string[];
  main: RootContent[];
  references: RootContent[];
  /** Headings that only say which part of the convention begins. */
  conventionTitles: string[];
  /** Headings that had only questions below them, and stand nowhere any more. */
  emptyHeadings: string[];
}

interface FollowUp {
  /** Undefined for an answer that stands without one. */
  question: string | undefined;
  answer: RootContent[];
}

type Part = 'main' | FollowUpKind | 'references';

const templateKeyword = /^키워드\s*제목$/;
const referenceWords = /^(references?|참고\s*(자료|문헌|링크|사이트)?|출처|refs?)\s*:?$/i;

export function sectionsOfNote(root: Root): NoteSections {
  const {body, references, titles} = splitReferences(root.children.flatMap(splitAtAnswer));
  const isConventional = body.some((node) => partOpenedBy(node) !== undefined);
  const sections = isConventional ? conventionalSections(body) : questionSections(body);
  return {
    ...sections,
    references,
    conventionTitles: [...sections.conventionTitles, ...titles],
  };
}

function noSections(): NoteSections {
  return {
    keyword: undefined,
    questions: [],
    main: [],
    'follow-up': [],
    'deep-dive': [],
    references: [],
    conventionTitles: [],
    emptyHeadings: [],
  };
}

/** The part that a heading opens, or undefined when it belongs to the one before. */
function partOpenedBy(node: RootContent): Exclude<Part, 'references'> | undefined {
  if (node.type !== 'heading' || node.depth > 3) {
    return undefined;
  }
  const text = toString(node).replace(/\uFE0F/g, '');
  const words = plain(node);
  if (/📑/u.test(text) || /^꼬리\s*질문$/.test(words)) {
    return 'follow-up';
  }
  if (/🐍/u.test(text) || /^꼬꼬무$|^꼬리의?\s*꼬리/.test(words)) {
    return 'deep-dive';
  }
  return /💡/u.test(text) ? 'main' : undefined;
}

/**
 * Takes the lists of references out of a note. They end where a heading as high as theirs stands;
 * what is no reference (code, a table, sentences) stays in the body.
 */
function splitReferences(nodes: readonly RootContent[]): {
  body: RootContent[];
  references: RootContent[];
  titles: string[];
} {
  const titles: string[] = [];
  const body: RootContent[] = [];
  const references: RootContent[] = [];
  let opener: Heading | undefined;
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'heading' && (opener === undefined || node.depth <= opener.depth)) {
      opener = opensReferences(node, nodes.slice(index + 1)) ? node : undefined;
      if (opener) {
        titles.push(toString(opener));
        continue;
      }
    }
    const isListed =
      opener !== undefined &&
      (node.type === 'heading'
        ? nodes[index + 1] !== undefined && isReference(nodes[index + 1] as RootContent)
        : isReference(node));
    (isListed ? references : body).push(node);
  }
  return {body, references, titles};
}

function opensReferences(heading: Heading, after: readonly RootContent[]): boolean {
  if (heading.depth > 4) {
    return false;
  }
  if (referenceWords.test(plain(heading))) {
    return true;
  }
  if (!/📚/u.test(toString(heading))) {
    return false;
  }
  // Books adorn other headings too: what stands below tells.
  const end = after.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
  const below = after.slice(0, end === -1 ? undefined : end);
  return below.length > 0 && below.every(isReference) && below.some(hasLink);
}

/** Whether a node is a line or a list of what a note refers to, and not what it says. */
function isReference(node: RootContent): boolean {
  if (node.type === 'thematicBreak' || node.type === 'image') {
    return true;
  }
  if (node.type !== 'paragraph' && node.type !== 'list' && node.type !== 'blockquote') {
    return false;
  }
  let holdsMore = false;
  visit(node, ['code', 'table', 'heading'], () => {
    holdsMore = true;
    return EXIT;
  });
  const words = toString(node);
  const isSentence = /[가-힣](?:다|요)[.!?](?:\s|$)/.test(words);
  return !holdsMore && (hasLink(node) || (!isSentence && words.length <= 200));
}

function hasLink(node: RootContent): boolean {
  let isFound = false;
  visit(node, ['link', 'image'], () => {
    isFound = true;
    return EXIT;
  });
  return isFound;
}

function conventionalSections(nodes: readonly RootContent[]): NoteSections {
  const sections = noSections();
  const groups: Record<FollowUpKind, RootContent[]> = {'follow-up': [], 'deep-dive': []};
  let part: Exclude<Part, 'references'> = 'main';
  let depth = 0;
  for (const node of nodes) {
    const opened = partOpenedBy(node);
    if (node.type === 'heading' && opened !== undefined) {
      part = opened;
      depth = node.depth;
      if (opened === 'main') {
        addQuestion(sections, plain(node), node);
      } else {
        sections.conventionTitles.push(toString(node));
      }
      continue;
    }
    if (node.type === 'heading' && part !== 'main' && node.depth <= depth && !asks(plain(node))) {
      // Of the note again, and of no group of questions.
      part = 'main';
    }
    if (part !== 'main') {
      groups[part].push(node);
    } else if (!takeKeyword(sections, node)) {
      sections.main.push(node);
    }
  }
  sections['follow-up'] = followUpsOf(groups['follow-up']);
  sections['deep-dive'] = followUpsOf(groups['deep-dive']);
  return sections;
}

/** Whether a heading is the name of the note, and now has its place. */
function takeKeyword(sections: NoteSections, node: RootContent): boolean {
  const isFirst = sections.keyword === undefined && sections.main.length === 0;
  if (node.type !== 'heading' || node.depth > 1 || !isFirst) {
    return false;
  }
  const text = plain(node);
  if (templateKeyword.test(text) || text === '') {
    sections.conventionTitles.push(toString(node));
  } else if (sections.questions.length === 0 && asks(text)) {
    sections.questions.push(withoutMark(text));
  } else {
    sections.keyword = text;
  }
  return true;
}

function addQuestion(sections: NoteSections, question: string, heading: Heading): void {
  sections.questions.push(question);
  if (sections.questions.length > 1) {
    sections.main.push({...heading, children: [{type: 'text', value: question}]});
  }
}

/** A note without the marks of the convention: what it writes as questions become ours. */
function questionSections(nodes: readonly RootContent[]): NoteSections {
  const sections = noSections();
  const [first, ...afterFirst] = nodes;
  // Where there is no title, the first heading is one.
  const body =
    first?.type === 'heading' && takeKeyword(sections, {...first, depth: 1})
      ? afterFirst
      : [...nodes];
  const questions = questionsOf(body);
  const [only] = questions.keys();
  if (only && questions.size === 1 && sections.questions.length === 0) {
    if (only === body[0]) {
      sections.questions.push(questions.get(only)?.text ?? '');
      sections.main = unmarkedAnswer(body.slice(1));
      return sections;
    }
    if (only.type === 'heading' && !markedQuestion(only)) {
      // A heading among what the note says.
      questions.clear();
    }
  }
  let current: {followUp: FollowUp; depth: number} | undefined;
  for (const node of body) {
    const question = questions.get(node);
    const listed = question || current ? undefined : questionList(node);
    if (question) {
      current = {followUp: {question: question.text, answer: []}, depth: question.depth};
      sections['follow-up'].push(current.followUp);
    } else if (listed && listed.length > 1) {
      sections['follow-up'].push(...listed.map(({text, answer}) => ({question: text, answer})));
    } else if (current && !(node.type === 'heading' && node.depth <= current.depth)) {
      current.followUp.answer.push(node);
    } else {
      current = undefined;
      sections.main.push(node);
    }
  }
  for (const followUp of sections['follow-up']) {
    followUp.answer = unmarkedAnswer(followUp.answer);
  }
  dropEmptyGroups(sections);
  return sections;
}

/** The nodes that stand for questions. */
function questionsOf(nodes: readonly RootContent[]): Map<RootContent, Question> {
  const found = new Map<RootContent, Question>();
  for (const node of nodes) {
    const question = markedQuestion(node);
    if (question) {
      found.set(node, question);
    }
  }
  const headings = nodes.filter((node) => node.type === 'heading');
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    const level = headings.filter((heading) => heading.depth === depth);
    const asking = level.filter((heading) => asks(plain(heading)));
    // One that asks among many that do not is a heading like them.
    if (found.size === 0 && asking.length > 0 && asking.length * 2 >= level.length) {
      asking.forEach((node) => found.set(node, {text: withoutMark(plain(node)), depth}));
    }
  }
  return found;
}

/** Headings of the body that had only questions below them say nothing any more. */
function dropEmptyGroups(sections: NoteSections): void {
  if (sections['follow-up'].length === 0) {
    return;
  }
  sections.main = sections.main.filter((node, index) => {
    const next = sections.main[index + 1];
    const isEmpty =
      node.type === 'heading' &&
      (next === undefined || (next.type === 'heading' && next.depth <= node.depth));
    if (isEmpty) {
      sections.emptyHeadings.push(toString(node));
    }
    return !isEmpty;
  });
}

/** A follow-up begins with a heading; in a group without headings, with a line that asks. */
function followUpsOf(nodes: readonly RootContent[]): FollowUp[] {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const depth = Math.min(...depths);
  const followUps: FollowUp[] = [];
  const add = (node: RootContent): void => {
    const last = followUps.at(-1);
    if (last) {
      last.answer.push(node);
    } else {
      followUps.push({question: undefined, answer: [node]});
    }
  };
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth) {
      followUps.push({question: withoutMark(plain(node)), answer: []});
    } else if (depths.length === 0 && isAskingLine(node)) {
      followUps.push({question: withoutMark(plain(node)), answer: []});
    } else if (
      depths.length === 0 &&
      node.type === 'list' &&
      node.children.some((item) => isAskingLine(item.children[0]))
    ) {
      for (const item of node.children) {
        const [first, ...rest] = item.children;
        if (first && isAskingLine(first)) {
          followUps.push({question: withoutMark(plain(first)), answer: rest});
        } else {
          item.children.forEach(add);
        }
      }
    } else {
      add(node);
    }
  }
  return followUps.map((followUp) => ({...followUp, answer: unmarkedAnswer(followUp.answer)}));
}

function isAskingLine(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && /^.{4,150}\?$/s.test(plain(node));
}
