import {existsSync} from 'node:fs';
import path from 'node:path';

import type {PhrasingContent, Root} from 'mdast';
import type {Plugin} from 'unified';

import {termAnchor} from '../../lib/anchors.ts';
import type {GlossaryEntry} from '../../lib/glossary.ts';
import {textElement} from '../jsx.ts';
import {readGlossary} from '../../content-model/glossary.ts';
import {versionFolderOf} from '../../content-model/versionPages.ts';
import {alsoAskedDirective} from '../../lib/page.ts';
import {findTerms, type TermUse} from './findTerms.ts';
import {expandGlossary, hasGlossary} from './glossaryPage.ts';

interface Options {
  /** Root of the repository: where data/ is. */
  siteDir: string;
}

/** The page of a version that lists the terms. */
const glossaryPage = 'glossary.md';

/** The pages that list sources and terms explain no term. */
const lists = new Set([glossaryPage, 'references.md']);

/**
 * Gives a term its definition where a page first uses it, from plain text:
 *
 *     하이퍼바이저는 …
 *
 * becomes
 *
 *     <span><a href="…/glossary/#term-hypervisor">하이퍼바이저</a><span role="tooltip">VM을 만들고 …</span></span>는 …
 *
 * Versions without a glossary keep their text.
 */
export const terms: Plugin<[Options], Root> =
  ({siteDir}) =>
  (root, file) => {
    const versionFolder = path.join(siteDir, versionFolderOf(siteDir, file.path));
    if (
      !existsSync(path.join(versionFolder, glossaryPage)) ||
      lists.has(path.relative(versionFolder, file.path))
    ) {
      return;
    }
    const {entries} = readGlossary(siteDir);
    const url = path
      .relative(path.dirname(file.path), path.join(versionFolder, glossaryPage))
      .replaceAll('\\', '/');
    // From the last to the first, so that offsets and indexes stay true.
    for (const use of firstUses(findTerms(root, entries, [alsoAskedDirective])).reverse()) {
      insertTerm(use, url);
    }
  };

/** Makes the list of all terms where `::glossary` stands. Before citations, which it adds to. */
export const glossaryList: Plugin<[Options], Root> =
  ({siteDir}) =>
  (root, file) => {
    if (hasGlossary(root)) {
      expandGlossary(root, {
        siteDir,
        versionFolder: path.join(siteDir, versionFolderOf(siteDir, file.path)),
        entries: readGlossary(siteDir).entries,
      });
    }
  };

function firstUses(uses: readonly TermUse[]): TermUse[] {
  const seen = new Set<string>();
  return uses.filter(({entry: {id}}) => !seen.has(id) && seen.add(id));
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
    {type: 'link', url: `${glossaryUrl}#${anchor}`, children: [{type: 'text', value: text}]},
  ]);
}
