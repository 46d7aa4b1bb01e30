import type {Heading, PhrasingContent, Root, RootContent} from 'mdast';

/**
 * The page grammar: how a plain Markdown page of the study group's convention
 * reads as questions. The remark plugin, the checks and the home page all ask
 * this module, so that a page means the same everywhere.
 *
 *     ## 꼬리질문 {#follow-ups}        a group of follow-ups
 *     ### 질문? {#some-id}            one follow-up; its answer runs to the next
 *                                     heading of depth 3 or less
 */

export type FollowUpKind = 'follow-up' | 'deep-dive';
export type QuestionKind = 'question' | FollowUpKind;

export const kindLabels = {
  question: '질문',
  'follow-up': '꼬리질문',
  'deep-dive': '꼬꼬무',
} as const satisfies Record<QuestionKind, string>;

/** Whether a value names a kind of follow-up, e.g. that of a `data-kind`. */
export function isFollowUpKind(value: unknown): value is FollowUpKind {
  return value === 'follow-up' || value === 'deep-dive';
}

export const furtherReadingTitle = '더 읽기';
export const referenceListTitle = '참고 자료';
/** `:::also-asked`: a list of other ways to ask what the section answers, for the search alone. */
export const alsoAskedDirective = 'also-asked';
/** `:::interview-answer`: what one would say in the interview, in 3 to 5 sentences. */
export const interviewAnswerDirective = 'interview-answer';
export const interviewAnswerLabel = '면접 답변';
/** How hard a page is. A 꼬리질문 is as hard as its page; a 꼬꼬무 is always the harder. */
export const difficulties = ['기본', '심화'] as const;
export type Difficulty = (typeof difficulties)[number];

/** A kind of interview that one prepares for, e.g. 보안; a page says which ask its question. */
export interface Track {
  id: string;
  label: string;
}

/** How hard a question of a page is. */
export function difficultyOf(kind: QuestionKind, ofPage: Difficulty): Difficulty {
  return kind === 'deep-dive' ? '심화' : ofPage;
}

/** `제목 {#id}`: the explicit id that closes a heading. */
const explicitId = /\s*\{#(?<id>[^}\s]*)\}\s*$/;

export interface FollowUpSection {
  kind: FollowUpKind;
  /** 1, 2, 3 … within its kind on the page. */
  number: number;
  heading: Heading;
  /** Explicit id, or undefined when the author gave none. */
  id: string | undefined;
  question: string;
  answer: RootContent[];
  /** Index of the heading, and of the first node after the answer, in `root.children`. */
  start: number;
  end: number;
}

/** Plain text of phrasing content, without marks. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) {
        return plainText(node.children);
      }
      return 'value' in node ? node.value : '';
    })
    .join('');
}

/** Text of a heading without its `{#id}`. */
export function headingText(heading: Heading): string {
  return plainText(heading.children).replace(explicitId, '').trim();
}

/** The id written at the end of a heading, or undefined. */
export function headingId(heading: Heading): string | undefined {
  return explicitId.exec(plainText(heading.children))?.groups?.id;
}

/** The kind of follow-up that a depth-2 heading opens, or undefined. */
export function followUpKindOf(node: RootContent): FollowUpKind | undefined {
  if (node.type !== 'heading' || node.depth !== 2) {
    return undefined;
  }
  return followUpKindTitled(headingText(node));
}

/** The kind of follow-up that a title groups, e.g. 꼬꼬무, or undefined. */
export function followUpKindTitled(title: string): FollowUpKind | undefined {
  return (['follow-up', 'deep-dive'] as const).find((kind) => kindLabels[kind] === title);
}

/** All follow-ups of a page, in document order. Empty when it has none. */
export function findFollowUps(root: Root): FollowUpSection[] {
  const sections: FollowUpSection[] = [];
  const counts = {'follow-up': 0, 'deep-dive': 0};
  let kind: FollowUpKind | undefined;
  root.children.forEach((node, index) => {
    if (node.type !== 'heading' || node.depth > 3) {
      return;
    }
    if (node.depth < 3) {
      kind = followUpKindOf(node);
      return;
    }
    if (!kind) {
      return;
    }
    const next = root.children.findIndex(
      (other, i) => i > index && other.type === 'heading' && other.depth <= 3,
    );
    const end = next === -1 ? root.children.length : next;
    counts[kind] += 1;
    sections.push({
      kind,
      number: counts[kind],
      heading: node,
      id: headingId(node),
      question: headingText(node),
      answer: root.children.slice(index + 1, end),
      start: index,
      end,
    });
  });
  return sections;
}

/** A page of questions as the home page's map shows it. */
export interface QuestionPage {
  /** Path below the address of the version: `docker/pid-1`. */
  id: string;
  question: string;
  /** The shorter title of the sidebar. */
  label: string;
  permalink: string;
  difficulty: Difficulty | undefined;
  /** Labels of its tracks. */
  tracks: readonly string[];
  followUps: {
    kind: FollowUpKind;
    id: string;
    question: string;
    /** How its answer begins. */
    opening: string;
  }[];
}

/** A part of a topic, with its pages. */
export interface QuestionSection {
  id: string;
  label: string;
  pages: QuestionPage[];
}

/** The question tree of a version. */
export interface QuestionMap {
  /** What the version is about: 가상화·컨테이너·Docker. */
  topic: string;
  /** Label of the version. */
  version: string;
  /** Docusaurus' name of it. */
  versionName: string;
  /** Addresses of its bibliography and of what it corrects in the version before. */
  bibliography: string | undefined;
  corrections: string | undefined;
  /** How much there is to read. */
  counts: {questions: number; references: number; diagrams: number};
  /** In the order in which they are shown. */
  tracks: readonly Track[];
  /** Topics and their parts that have pages, in the order of reading. */
  areas: {label: string; sections: QuestionSection[]}[];
}

/** The pages of a question map, in the order of reading. */
export function pagesOfMap({areas}: QuestionMap): QuestionPage[] {
  return areas.flatMap(({sections}) => sections.flatMap(({pages}) => pages));
}

/**
 * The first two sentences of what an author wrote below a question, as plain text: of the answer to
 * be spoken, or else of the first paragraph. Empty when there is none.
 */
export function openingOf(answer: readonly RootContent[]): string {
  const spoken = answer.find(
    (node) => node.type === 'containerDirective' && node.name === interviewAnswerDirective,
  );
  const nodes = spoken && 'children' in spoken ? spoken.children : answer;
  const paragraph = nodes.find(({type}) => type === 'paragraph');
  const text =
    paragraph?.type === 'paragraph' ? plainText(paragraph.children).replace(/\s+/g, ' ') : '';
  const uncited = text.replace(/ ?\[@[^\]]*\]/g, '').trim();
  return /^(?:.*?[.?!](?: |$)){1,2}/.exec(uncited)?.[0].trim() ?? uncited;
}
