import path from 'node:path';

import type {PhrasingContent, Root} from 'mdast';
import type {Plugin} from 'unified';

import {definitionId, termAnchor} from '../../lib/anchors.ts';
import type {GlossaryEntry} from '../../lib/glossary.ts';
import {textElement} from '../jsx.ts';
import {pageAt, type ContentPage, type ContentVersion} from '../../content-model/model.ts';
import type {Context, Inputs} from '../context.ts';
import {findTerms, type TermUse} from './findTerms.ts';
import {hasGlossary, pagesByTerm, withGlossary} from './glossaryPage.ts';

/** The page of a version that lists the terms. */
const glossaryPage = 'glossary.md';

/** The pages that list sources and terms explain no term. */
const lists = new Set([glossaryPage, 'references.md']);

/** More than these, and the dotted lines are all that one sees of a text. */
const mostOnPage = 12;
const mostInBlock = 3;

/**
 * Gives the terms of a page their definitions, each once, from plain text:
 *
 *     하이퍼바이저는 …
 *
 * becomes
 *
 *     <span><a href="…/glossary/#term-hypervisor">하이퍼바이저</a><span role="tooltip">VM을 만들고 …</span></span>는 …
 *
 * Versions without a glossary keep their text.
 */
export const terms: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const {version, page} = pageAt(content(), siteDir, file.path);
    if (!page || !explainsTerms(page, version)) {
      return;
    }
    const url = path.posix.relative(path.posix.dirname(page.path), glossaryPage);
    const uses = findTerms(root, content().glossary.entries);
    // From the last to the first, so that offsets and indexes stay true.
    for (const use of explainedUses(uses, page).reverse()) {
      insertTerm(use, url);
    }
  };

/** The definitions of the terms that the page uses. */
export const termInputs: Inputs = (page, version, {glossary}) =>
  explainsTerms(page, version)
    ? explainedUses(findTerms(page.root, glossary.entries), page).map(({entry}) => [
        entry.id,
        entry.term,
        entry.definition,
      ])
    : [];

/** Makes the list of all terms where `::glossary` stands. */
export const glossaryList: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    if (hasGlossary(root)) {
      const {glossary} = content();
      const {version} = pageAt(content(), siteDir, file.path);
      const pages = pagesByTerm(version, glossary.entries);
      root.children = withGlossary(root, glossary.entries, pages).children;
    }
  };

/** All terms, and the names of the pages that use them. */
export const glossaryListInputs: Inputs = ({root}, version, {glossary: {entries}}) =>
  hasGlossary(root)
    ? [
        [...entries.values()],
        [...pagesByTerm(version, entries)].map(([id, pages]) => [
          id,
          pages.map(({path: pagePath, label}) => [pagePath, label]),
        ]),
      ]
    : [];

function explainsTerms(page: ContentPage, {pages}: ContentVersion): boolean {
  return pages.some(({path: other}) => other === glossaryPage) && !lists.has(page.path);
}

/**
 * Where the terms of a page are explained, in order of reading: at their first use, but rather in the
 * text than in what one would say; not what the page itself is about; and few at a time.
 */
function explainedUses(uses: readonly TermUse[], {title, label}: ContentPage): TermUse[] {
  const subject = `${title} ${label}`.toLowerCase();
  const explained = new Set<string>();
  const inBlock = new Map<TermUse['block'], number>();
  return uses.filter(({entry: {id, term}, block, isSpoken}) => {
    const count = inBlock.get(block) ?? 0;
    const comesInText = isSpoken && uses.some((use) => use.entry.id === id && !use.isSpoken);
    if (
      explained.has(id) ||
      explained.size === mostOnPage ||
      count === mostInBlock ||
      comesInText ||
      subject.includes(term.toLowerCase())
    ) {
      return false;
    }
    explained.add(id);
    inBlock.set(block, count + 1);
    return true;
  });
}

function insertTerm({entry, node, parent, start}: TermUse, glossaryUrl: string): void {
  const children = parent.children as PhrasingContent[];
  const end = start + entry.term.length;
  const before = node.value.slice(0, start);
  const after = node.value.slice(end);
  children.splice(
    children.indexOf(node) + 1,
    0,
    termElement(entry, node.value.slice(start, end), glossaryUrl),
    ...(after ? [{type: 'text' as const, value: after}] : []),
  );
  node.value = before;
}

function termElement(entry: GlossaryEntry, text: string, glossaryUrl: string): PhrasingContent {
  const anchor = termAnchor(entry);
  return textElement('Term', {id: anchor, definition: entry.definition}, [
    {
      type: 'link',
      url: `${glossaryUrl}#${anchor}`,
      data: {hProperties: {ariaDescribedBy: [definitionId(anchor)]}},
      children: [{type: 'text', value: text}],
    },
  ]);
}
