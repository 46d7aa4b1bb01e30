import type {Difficulty} from './page.ts';
import {referenceTypes} from './references.ts';

/**
 * Every id that the build gives to an element of a page is made here and recognised
 * here. The headings of authors have their ids on the same pages: the check heading-id
 * refuses what isReservedId knows, so that neither is ever taken for the other.
 * React's `useId` is not here: its ids have characters that no heading may have.
 */

/** The generated list of references at the end of a page. */
export const referenceListId = 'references';

/** The main element of every page, the menu of small windows, and the outline of a page. */
export const mainId = 'main';
export const drawerId = 'drawer';
export const outlineId = 'outline';

/** What scripts add: the options of the search, and the preview of a citation. */
export const searchOptionsId = 'search-options';
export const citationPreviewId = 'citation-preview';

/** The field of the search page. */
export const searchQueryId = 'search-query';

/** The sections of the home page. */
export const homeAnchors = {map: 'map', ways: 'ways', books: 'books'} as const;

/** The list of all questions: a section, and what leaves in it one level alone. */
export function topicAnchor(section: string): string {
  return `topic-${section}`;
}
export const levelAnchors = {
  기본: 'level-basic',
  심화: 'level-advanced',
} as const satisfies Record<Difficulty, string>;

/** Ids of the page of licences. */
export const licenseAnchors = {fonts: 'license-fonts', code: 'license-code'} as const;

/** One use of a reference, e.g. `cite-docker-run-2`. */
export function citationAnchor(citation: {key: string; occurrence: number}): string {
  return `cite-${citation.key}-${citation.occurrence}`;
}

/** An entry in a list of references, e.g. `ref-docker-run`. */
export function referenceAnchor(key: string): string {
  return `ref-${key}`;
}

/** Whether an id is one of referenceAnchor. */
export function isReferenceAnchor(id: unknown): boolean {
  return typeof id === 'string' && id.startsWith(referenceAnchor(''));
}

/** A term on the glossary page, e.g. `term-hypervisor`. */
export function termAnchor({id}: {id: string}): string {
  return `term-${id}`;
}

/** The definition that stands where a page first uses a term, from the term's anchor. */
export function definitionId(term: string): string {
  return `${term}-definition`;
}

/** Whether an id is one of definitionId. */
export function isDefinitionId(id: unknown): boolean {
  return typeof id === 'string' && /^term-.+-definition$/.test(id);
}

/** The box of a follow-up: a link to it leads to the question without opening its answer. */
export function questionBoxAnchor(question: string): string {
  return `ask-${question}`;
}

/** The nth diagram of a page. */
export function diagramAnchor(number: number): string {
  return `diagram-${number}`;
}

/** The text alternative of a diagram, from the diagram's anchor. */
export function descriptionId(diagram: string): string {
  return `${diagram}-description`;
}

/** Whether an id is one of descriptionId. */
export function isDescriptionId(id: unknown): boolean {
  return typeof id === 'string' && /^diagram-\d+-description$/.test(id);
}

/** The group of an index that begins with a letter, by its code point: `initial-12593` for ㄱ. */
export function initialAnchor(initial: string): string {
  return `initial-${initial.codePointAt(0)}`;
}

/** What one version changed since another, e.g. `from-1.0-to-2.0`; of one folder, `from-1.0-to-2.0-docker`. */
export function comparisonAnchor(before: string, after: string, folder?: string): string {
  return `from-${before}-to-${after}${folder === undefined ? '' : `-${folder}`}`;
}

const fixedIds: ReadonlySet<string> = new Set([
  referenceListId,
  mainId,
  drawerId,
  outlineId,
  searchOptionsId,
  citationPreviewId,
  searchQueryId,
  ...Object.values(homeAnchors),
  ...Object.values(licenseAnchors),
  ...Object.values(referenceTypes).map(({id}) => id),
]);
const madeIds = [
  /^(?:ask|cite|level|ref|term|topic)-/,
  /^diagram-\d/,
  /^initial-\d+$/,
  /^from-\d[\d.]*-to-\d/,
  /^specimen-\d/,
];
/** Docusaurus and what it brings: its root, its sprites, its bar of progress, and DocSearch. */
const docusaurusIds = /^(?:__docusaurus|docusaurus_|theme-svg-|nprogress$|docsearch(?:$|-))/;

/** Where a part of a page stands on `/style/`: before each of its ids. */
export function specimenPrefix(number: number): string {
  return `specimen-${number}-`;
}

/** Whether an id belongs to the build, and so to no heading of an author. */
export function isReservedId(id: string): boolean {
  return fixedIds.has(id) || madeIds.some((pattern) => pattern.test(id)) || docusaurusIds.test(id);
}
