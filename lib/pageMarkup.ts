import type {Element} from 'hast';

import {isFollowUpKind, type FollowUpKind} from './page.ts';

/**
 * What one part of the repository writes into a page and another finds there again:
 * classes, attributes and roles. Components and the steps of markdown/ write them;
 * outputs/ and the reader's browser look for them. Ids are those of anchors.ts.
 * Style sheets and tests have the names in their own words.
 */

/** Classes. */
export const interviewAnswerClass = 'interview-answer';
export const interviewAnswerLabelClass = 'interview-answer-label';
export const readingPathClass = 'reading-path';
/** Where to go on from the last answer of a page. */
export const nextQuestionsClass = 'next-questions';
export const verificationClass = 'verification';
/** Below commands that are run again every week. */
export const rerunClass = 'rerun';
export const laterCorrectionClass = 'later-correction';
/** On what is read out and not seen. */
export const visuallyHiddenClass = 'visually-hidden';
export const diagramClass = 'diagram';
export const correctionClass = 'correction';
/** On code within a line that no line may have room for. */
export const longCodeClass = 'long';
/** On a word of code that stays on one line. */
export const wholeWordClass = 'whole';
/** On a word of a text that stays on one line on a screen; books break lines in their own way. */
export const unbrokenClass = 'unbroken';

/** Attributes: written with `marked`. */
/** On the box of a follow-up: its kind. */
export const kindMark = 'data-kind';
/** On the place beside a question where its standing comes to be shown; its value is the id of the question. */
export const standingMark = 'data-standing-of';
/** On the place of a printable sheet of the practice, which outputs/practice fills: `last-day`, `interviewer`. */
export const sheetMark = 'data-sheet';
/** On the disclosure of a follow-up. */
export const followUpMark = 'data-follow-up';
/** Other ways to ask, for the search alone. */
export const alsoAskedMark = 'data-also-asked';
/** A line that no author wrote, such as the heading of a box. */
export const labelMark = 'data-label';
/** What is of use on a screen alone: neither printed, nor in a book, nor searched. */
export const screenOnlyMark = 'data-screen-only';
/** What paper and books say, and a screen elsewhere. */
export const paperOnlyMark = 'data-paper-only';
/** On a page of questions, above its title: the short name of the page. */
export const readAsMark = 'data-read-as';
/** The entry of a reference without its back-references. */
export const referenceTextMark = 'data-reference-text';

/** On a place that a part of a real page comes to fill; its value is the CSS selector of the part. */
export const specimenMark = 'data-specimen';

/** On what may be wider than its column, and then scrolls. */
export const scrollsMark = 'data-scrolls';
/** The name of the frame around a table, where it scrolls. */
export const tableFrameName = '옆으로 움직이는 표';

/** Roles of DPUB-ARIA (https://www.w3.org/TR/dpub-aria-1.1/). */
export const referenceListRole = 'doc-bibliography';
export const citationRole = 'doc-biblioref';
export const backlinkRole = 'doc-backlink';

/** An attribute to spread into an element: `<p {...marked(screenOnlyMark)}>`. */
export function marked<Mark extends string>(mark: Mark, value = ''): Record<Mark, string> {
  return {[mark]: value} as Record<Mark, string>;
}

/**
 * What we read of the pages that is Docusaurus' own: selectors of its classic theme.
 * A new Docusaurus is answered here.
 */
export const docusaurus = {
  /** The article of a documentation page, title included. */
  article: '.theme-doc-markdown',
  versionBadge: '.theme-doc-version-badge',
  sidebar: '.theme-doc-sidebar-menu',
  siteTitle: '.navbar__title',
  logo: '.navbar__logo img',
  /** The repository is the one link of the bar that leaves the site. */
  repositoryLink: '.navbar__items a[href^="http"]',
  lastUpdate: 'time[itemprop="dateModified"]',
  /** Name of the `<meta>` that says which version a page is of. */
  versionMeta: 'docusaurus_version',
} as const;
/** On the footer of a page, in the place of the theme's own. */
export const pageFooterClass = 'theme-doc-footer';
const hashLinkClass = 'hash-link';
const admonitionClass = 'theme-admonition';
/** No element of HTML: what is left of a box's title with code or a link in it. */
const admonitionTitleTag = 'mdxadmonitiontitle';
const codeTokenClass = 'token';

/** Whether an element is a box of the theme, such as `:::note`. */
export function isAdmonition(element: Element): boolean {
  return hasClass(element, admonitionClass);
}

/** Kind of a box, e.g. `tip`. */
export function admonitionKindOf({properties: {className}}: Element): string {
  const kind = new RegExp(`^${admonitionClass}-(\\w+)$`);
  const classes = Array.isArray(className) ? className : [];
  return classes.map((name) => kind.exec(String(name))?.[1]).find(Boolean) ?? 'note';
}

export function isAdmonitionTitle({tagName}: Element): boolean {
  return tagName === admonitionTitleTag;
}

/** Whether an element is a piece of code with a colour of its own, or one that stays whole. */
export function isCodePiece(element: Element): boolean {
  return (
    element.tagName === 'span' &&
    (hasClass(element, codeTokenClass) || hasClass(element, wholeWordClass))
  );
}

/** Whether an element serves the screen alone: nothing that an author wrote, nothing to print or search. */
export function isForScreenOnly(element: Element): boolean {
  const {tagName, properties} = element;
  return (
    Boolean(properties.hidden) ||
    ['button', 'dialog', 'script', 'style'].includes(tagName) ||
    properties.role === 'status' ||
    properties.role === 'tooltip' ||
    isMarked(element, screenOnlyMark) ||
    hasClass(element, hashLinkClass)
  );
}

/** The selector of the part that is to fill an element, or undefined. */
export function specimenOf({properties}: Element): string | undefined {
  const selector = properties[propertyOf(specimenMark)];
  return typeof selector === 'string' ? selector : undefined;
}

/** The kind of follow-up whose box an element is, or undefined. */
export function followUpKindOfBox({properties}: Element): FollowUpKind | undefined {
  const kind = properties[propertyOf(kindMark)];
  return isFollowUpKind(kind) ? kind : undefined;
}

/** Whether an element of a parsed page has one of our attributes. */
export function isMarked({properties}: Element, mark: string): boolean {
  return propertyOf(mark) in properties;
}

/** Whether an element of a parsed page has a class. */
export function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** The name that a parsed page has for an attribute: `data-kind` → `dataKind`. */
function propertyOf(attribute: string): string {
  return attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
