import type {Heading, Nodes, Root, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import type {FollowUpKind} from '../../lib/page.ts';

/**
 * The parts of a note in the study group's convention:
 *
 *     # 키워드            its keyword
 *     ## 💡 질문          main question, then its answer
 *     ## 📑 꼬리질문      ### 질문, then its answer …
 *     ## 🐍 꼬꼬무        ### 질문, then its answer …
 *     ## 📚 Reference     links
 */
export interface NoteSections extends Record<FollowUpKind, FollowUp[]> {
  /** Undefined when there is none or the template's own was left. */
  keyword: string | undefined;
  /** Main questions; all but the first are headings of `main` too. */
  questions: string[];
  main: RootContent[];
  references: RootContent[];
}

interface FollowUp {
  /** Undefined for an answer that stands without one. */
  question: string | undefined;
  answer: RootContent[];
}

type Part = 'main' | FollowUpKind | 'references';

const templateKeyword = /^키워드\s*제목$/;

export function sectionsOfNote(root: Root): NoteSections {
  const sections: NoteSections = {
    keyword: undefined,
    questions: [],
    main: [],
    'follow-up': [],
    'deep-dive': [],
    references: [],
  };
  const groups: Record<FollowUpKind, RootContent[]> = {'follow-up': [], 'deep-dive': []};
  let part: Part = 'main';
  for (const node of root.children) {
    const opened = node.type === 'heading' ? partOpenedBy(node) : undefined;
    if (opened !== undefined) {
      part = opened;
      if (node.type === 'heading' && opened === 'main') {
        addQuestion(sections, node);
      }
    } else if (node.type === 'heading' && node.depth === 1 && part === 'main') {
      const text = plain(node);
      if (sections.keyword === undefined && sections.main.length === 0) {
        sections.keyword = templateKeyword.test(text) || text === '' ? undefined : text;
      } else {
        sections.main.push(node);
      }
    } else if (part === 'main') {
      sections.main.push(node);
    } else if (part === 'references') {
      sections.references.push(node);
    } else {
      groups[part].push(node);
    }
  }
  sections['follow-up'] = followUpsOf(groups['follow-up']);
  sections['deep-dive'] = followUpsOf(groups['deep-dive']);
  return sections;
}

/** The part that a heading opens, or undefined when it belongs to the one before. */
function partOpenedBy(heading: Heading): Part | undefined {
  const text = toString(heading).replace(/\uFE0F/g, '');
  const words = plain(heading);
  if (heading.depth > 3) {
    return undefined;
  }
  if (/📑/u.test(text) || /^꼬리\s*질문$/.test(words)) {
    return 'follow-up';
  }
  if (/🐍/u.test(text) || /^꼬꼬무$|^꼬리의?\s*꼬리/.test(words)) {
    return 'deep-dive';
  }
  if (/📚/u.test(text) || /^(references?|참고\s*(자료|문헌|링크)?|출처)$/i.test(words)) {
    return 'references';
  }
  return /💡/u.test(text) ? 'main' : undefined;
}

/** The headings that only say what part of the note begins, and the template's title. */
export function conventionTitles(root: Root): string[] {
  return root.children.flatMap((node) => {
    if (node.type !== 'heading') {
      return [];
    }
    const part = partOpenedBy(node);
    const text = toString(node);
    return (part !== undefined && part !== 'main') || templateKeyword.test(plain(node))
      ? [text]
      : [];
  });
}

function addQuestion(sections: NoteSections, heading: Heading): void {
  const question = plain(heading);
  sections.questions.push(question);
  if (sections.questions.length > 1) {
    sections.main.push({...heading, children: [{type: 'text', value: question}]});
  }
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
      followUps.push({question: plain(node), answer: []});
    } else if (depths.length === 0 && asks(node)) {
      followUps.push({question: plain(node), answer: []});
    } else if (
      depths.length === 0 &&
      node.type === 'list' &&
      node.children.some((item) => asks(item.children[0]))
    ) {
      for (const item of node.children) {
        const [first, ...rest] = item.children;
        if (first && asks(first)) {
          followUps.push({question: plain(first), answer: rest});
        } else {
          item.children.forEach(add);
        }
      }
    } else {
      add(node);
    }
  }
  return followUps;
}

function asks(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && /^.{4,150}\?$/s.test(plain(node));
}

/** A copy in which the words on either side of a line break stay apart. */
export function withSpaces<Kind extends Nodes>(node: Kind): Kind {
  const copy = structuredClone(node);
  visit(copy, 'break', (_, index, parent) => {
    parent?.children.splice(index ?? 0, 1, {type: 'text', value: ' '});
  });
  return copy;
}

/** Text without the convention's emoji and without an id of its own. */
function plain(node: RootContent): string {
  return toString(withSpaces(node))
    .replace(/\{#[^}]*\}\s*$/, '')
    .replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
