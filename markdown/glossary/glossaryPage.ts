import path from 'node:path';

import type {Heading, Paragraph, PhrasingContent, Root, RootContent} from 'mdast';

import {initialAnchor, termAnchor} from '../../lib/anchors.ts';
import type {GlossaryEntry} from '../../lib/glossary.ts';
import {groupBy} from '../../lib/groupBy.ts';
import {initialOf} from '../../lib/hangulInitial.ts';
import {flowElement} from '../jsx.ts';
import {versionPages, type VersionPage} from '../../content-model/versionPages.ts';
import {alsoAskedDirective} from '../../lib/page.ts';
import {findTerms} from './findTerms.ts';

/** `::glossary`, alone in its line, stands for all terms. */
const glossaryDirective = 'glossary';
/** So many pages that speak of a term the most are named with it. */
const pagesPerTerm = 4;

interface Context {
  siteDir: string;
  /** Folder of the version, absolute: that of the glossary page. */
  versionFolder: string;
  entries: ReadonlyMap<string, GlossaryEntry>;
}

export function hasGlossary(root: Root): boolean {
  return root.children.some(isGlossaryDirective);
}

/**
 * Replaces `::glossary` by every term that has a source, by initial: its names, its
 * definition with the citation `[@source]`, and the pages that speak of it the most.
 */
export function expandGlossary(root: Root, context: Context): void {
  const index = root.children.findIndex(isGlossaryDirective);
  if (index === -1) {
    return;
  }
  const uses = pagesByTerm(context);
  const listed = [...context.entries.values()]
    .filter(({source}) => source)
    .sort((a, b) => a.term.localeCompare(b.term, 'ko'));
  const groups = [...groupBy(listed, ({term}) => initialOf(term))].flatMap(
    ([initial, group]): RootContent[] => [
      initialHeading(initial),
      flowElement(
        'GlossaryList',
        {},
        group.map((entry) => entryElement(entry, uses.get(entry.id) ?? [])),
      ),
    ],
  );
  root.children.splice(index, 1, ...groups);
}

/** Term id → the pages that use it, the most frequent user first. */
function pagesByTerm({siteDir, versionFolder, entries}: Context): Map<string, VersionPage[]> {
  const counts = new Map<string, {page: VersionPage; count: number}[]>();
  for (const page of versionPages(siteDir, path.relative(siteDir, versionFolder))) {
    const uses = findTerms(page.root, entries, [alsoAskedDirective]);
    for (const [id, group] of groupBy(uses, ({entry}) => entry.id)) {
      counts.set(id, [...(counts.get(id) ?? []), {page, count: group.length}]);
    }
  }
  return new Map(
    [...counts].map(([id, pages]) => [
      id,
      pages
        .sort((a, b) => b.count - a.count)
        .slice(0, pagesPerTerm)
        .map(({page}) => page),
    ]),
  );
}

function entryElement(entry: GlossaryEntry, pages: readonly VersionPage[]): RootContent {
  const {id, term, english, variants = [], definition, source} = entry;
  const others = variants.filter((name) => name.toLowerCase() !== english.toLowerCase());
  const links = pages.flatMap(({label, path: url}, index): PhrasingContent[] => [
    ...(index > 0 ? [{type: 'text' as const, value: ', '}] : []),
    {type: 'link', url: `./${url}`, children: [{type: 'text', value: label}]},
  ]);
  return flowElement(
    'GlossaryEntry',
    {
      id: termAnchor({id}),
      term,
      english: english === term ? undefined : english,
      variants: others.length > 0 ? others.join(', ') : undefined,
    },
    [
      paragraph([{type: 'text', value: `${definition.replace(/\.$/, '')} [@${source}].`}]),
      ...(links.length > 0 ? [paragraph([{type: 'text', value: '쓰인 글: '}, ...links])] : []),
    ],
  );
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children};
}

function initialHeading(initial: string): Heading {
  return {
    type: 'heading',
    depth: 2,
    data: {hProperties: {id: initialAnchor(initial)}},
    children: [{type: 'text', value: initial}],
  };
}

function isGlossaryDirective(node: RootContent): boolean {
  return node.type === 'leafDirective' && node.name === glossaryDirective;
}
