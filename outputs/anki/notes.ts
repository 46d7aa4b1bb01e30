import {createHash} from 'node:crypto';

import type {Element, ElementContent} from 'hast';
import {select} from 'hast-util-select';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';

import type {ContentVersion} from '../../content-model/model.ts';
import {areasOf} from '../../content-model/sections.ts';
import {isDescriptionId} from '../../lib/anchors.ts';
import {followUpKindTitled, kindLabels} from '../../lib/page.ts';
import {
  diagramClass,
  docusaurus,
  followUpKindOfBox,
  hasClass,
  interviewAnswerClass,
  isForScreenOnly,
  isMarked,
  labelMark,
  referenceListRole,
} from '../../lib/pageMarkup.ts';
import type {PracticePage, PracticeQuestion, PracticeSet} from '../../lib/practice/practiceSet.ts';
import type {BuiltPage, BuiltVersion, SiteIdentity} from '../builtSite.ts';

/**
 * The fields of a note. Anki takes a note type with other names or another order for another one, so
 * they never change.
 */
export const fieldNames = [
  '질문',
  '자리',
  '다르게 묻기',
  '말할 것',
  '그림',
  '설명',
  '출처',
  '링크',
] as const;
type Field = (typeof fieldNames)[number];

/** One question with its answer. */
export interface Note {
  /** The same in every version. */
  id: string;
  /** By which Anki knows it. */
  guid: string;
  /** As HTML. */
  fields: Record<Field, string>;
  /** The drawings in it: what their font has to draw. */
  drawings: Element[];
  tags: string[];
  /** When it was last changed, in seconds since 1970. */
  modified: number;
}

/** What a note says, but for where it can be read on the web. */
export function contentOf({fields, tags}: Note): string {
  return JSON.stringify([{...fields, 링크: ''}, tags]);
}

/** The questions of a version as notes, in the order of reading. When they were changed is not known here. */
export function notesOf(
  {pages}: BuiltVersion,
  set: PracticeSet,
  written: ContentVersion,
  {isPublic, url}: SiteIdentity,
): Note[] {
  const sections = new Map(
    areasOf(written).flatMap(({sections}) =>
      sections.flatMap((section) =>
        section.pages.map(({slug}) => [slug.slice(1), section.label] as const),
      ),
    ),
  );
  return set.pages.flatMap((page) => {
    const built = pages.find(({address}) => address.endsWith(`/${page.id}/`));
    const answers = built ? answersIn(built) : new Map<string, ElementContent[]>();
    return page.questions.map((question): Note => {
      const answer = answers.get(/#(.*)$/.exec(question.id)?.[1] ?? '') ?? [];
      const figures = answer.flatMap(figuresIn);
      return {
        id: question.id,
        guid: createHash('sha256').update(`kkori ${question.id}`).digest('base64url').slice(0, 16),
        fields: {
          질문: codeAsHtml(question.text),
          자리: [kindLabels[question.kind], question.level, page.label].map(text).join(' · '),
          '다르게 묻기': list('ul', question.wordings.map(codeAsHtml)),
          '말할 것': list('ol', question.units.map(codeAsHtml)),
          그림: toHtml(figures),
          설명: toHtml(answer.flatMap(plain)),
          출처: list('ul', sourcesOf(page, question)),
          링크: isPublic
            ? `<a href="${text(new URL(question.url, url).href)}">꼬리물기에서 읽기</a>`
            : '',
        },
        drawings: figures,
        tags: tagsOf(page, question, sections.get(page.id)),
        modified: 0,
      };
    });
  });
}

function sourcesOf({sources}: PracticePage, {cites}: PracticeQuestion): string[] {
  return cites
    .flatMap((place) => sources[place] ?? [])
    .map(({title, url}) => (url ? `<a href="${text(url)}">${text(title)}</a>` : text(title)));
}

/** Below one of ours, since a reader's collection has tags of other decks; none has a space. */
function tagsOf(
  {tracks}: PracticePage,
  {kind, level}: PracticeQuestion,
  section: string | undefined,
): string[] {
  return [
    ...(section ? [`묶음::${section}`] : []),
    `난이도::${level}`,
    `종류::${kindLabels[kind]}`,
    ...tracks.map((track) => `길::${track}`),
  ].map((tag) => `꼬리물기::${tag.replace(/\s+/g, '_')}`);
}

/** What stands below each question of a page, by its id: in the box of a follow-up; '' before all of them. */
function answersIn({root}: BuiltPage): Map<string, ElementContent[]> {
  const article = select(docusaurus.article, root);
  const answers = new Map<string, ElementContent[]>();
  const boxes = (article?.children ?? []).filter(
    (child): child is Element => child.type === 'element' && followUpKindOfBox(child) !== undefined,
  );
  for (const box of boxes) {
    const [question, ...answer] = select('details', box)?.children ?? [];
    const heading = question?.type === 'element' && select('h3', question);
    answers.set(String(heading && heading.properties.id), answer);
  }
  const end = article?.children.findIndex(
    (child) =>
      child.type === 'element' &&
      child.tagName === 'h2' &&
      child.children.some(
        (part) => part.type === 'text' && followUpKindTitled(part.value.trim()) !== undefined,
      ),
  );
  return answers.set('', article?.children.slice(0, end === -1 ? undefined : end) as never);
}

/** Elements that an answer keeps, without their attributes; of all others what stands in them. */
const kept = new Set(
  'p ul ol li dl dt dd strong em del code pre blockquote br table thead tbody tr th td h2 h3 h4'.split(
    ' ',
  ),
);

/** What an author wrote, but for what other fields have: the spoken answer, drawings, sources. */
function plain(node: ElementContent): ElementContent[] {
  if (node.type === 'text') {
    return [{type: 'text', value: node.value.replace(/[\u200b\u2060]/g, '')}];
  }
  if (node.type !== 'element' || isElsewhere(node)) {
    return [];
  }
  const children = node.children.flatMap(plain);
  return kept.has(node.tagName) ? [h(node.tagName, children)] : children;
}

function isElsewhere(element: Element): boolean {
  const {tagName, properties} = element;
  return (
    isFigure(element) ||
    ['header', 'sup', 'svg'].includes(tagName) ||
    properties.role === referenceListRole ||
    isForScreenOnly(element) ||
    isMarked(element, labelMark) ||
    isDescriptionId(properties.id) ||
    hasClass(element, interviewAnswerClass)
  );
}

/** The drawings in an answer with what is said below them; the style sheet of the note type draws them. */
function figuresIn(node: ElementContent): Element[] {
  if (node.type !== 'element') {
    return [];
  }
  if (!isFigure(node)) {
    return node.children.flatMap(figuresIn);
  }
  const diagram = select(`.${diagramClass}`, node);
  const svg = diagram && select('svg', diagram);
  const caption = select('figcaption', node);
  return svg
    ? [
        h('figure', [
          h(
            'div',
            {className: diagramClass, role: 'img', ariaLabel: diagram.properties.ariaLabel},
            svg,
          ),
          // Its number counts on the page.
          ...(caption ? [h('figcaption', caption.children.slice(1).flatMap(plain))] : []),
        ]),
      ]
    : [];
}

function isFigure({tagName}: Element): boolean {
  return tagName === 'figure';
}

function list(tag: 'ul' | 'ol', items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

/** Code stands in backquotes. */
function codeAsHtml(line: string): string {
  return line
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${text(part)}</code>` : text(part)))
    .join('');
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
