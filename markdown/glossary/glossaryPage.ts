import type {Heading, Paragraph, PhrasingContent, Root, RootContent} from 'mdast';

import {initialAnchor, termAnchor} from '../../lib/anchors.ts';
import type {GlossaryEntry} from '../../lib/glossary.ts';
import {groupBy} from '../../lib/groupBy.ts';
import {initialOf} from '../../lib/hangulInitial.ts';
import {flowElement} from '../jsx.ts';
import type {ContentPage, ContentVersion} from '../../content-model/model.ts';
import {findTerms} from './findTerms.ts';

/** `::glossary`, alone in its line, stands for all terms. */
const glossaryDirective = 'glossary';
/** So many pages that speak of a term the most are named with it. */
const pagesPerTerm = 4;

export function hasGlossary(root: Root): boolean {
  return root.children.some(isGlossaryDirective);
}

/** Term id → the pages that use it the most. */
export type TermPages = ReadonlyMap<string, readonly ContentPage[]>;

/**
 * The page with every term that has a source in the place of `::glossary`, by initial: its names,
 * its definition with the citation `[@source]`, and the pages that speak of it the most.
 */
export function withGlossary(
  root: Root,
  entries: ReadonlyMap<string, GlossaryEntry>,
  pages: TermPages = new Map(),
): Root {
  const listed = [...entries.values()]
    .filter(({source}) => source)
    .sort((a, b) => a.term.localeCompare(b.term, 'ko', {ignorePunctuation: true}));
  const groups = [...groupBy(listed, ({term}) => initialOf(term))].flatMap(
    ([initial, group]): RootContent[] => [
      initialHeading(initial),
      flowElement(
        'GlossaryList',
        {},
        group.map((entry) => entryElement(entry, pages.get(entry.id) ?? [])),
      ),
    ],
  );
  return {
    ...root,
    children: root.children.flatMap((node) => (isGlossaryDirective(node) ? groups : [node])),
  };
}

/** Which pages of a version use a term, the most frequent user first. */
export function pagesByTerm(
  {pages}: ContentVersion,
  entries: ReadonlyMap<string, GlossaryEntry>,
): TermPages {
  const counts = new Map<string, {page: ContentPage; count: number}[]>();
  for (const page of pages) {
    const uses = findTerms(page.root, entries);
    for (const [id, group] of groupBy(uses, ({entry}) => entry.id)) {
      counts.set(id, [...(counts.get(id) ?? []), {page, count: group.length}]);
    }
  }
  return new Map(
    [...counts].map(([id, found]) => [
      id,
      found
        .sort((a, b) => b.count - a.count)
        .slice(0, pagesPerTerm)
        .map(({page}) => page),
    ]),
  );
}

function entryElement(entry: GlossaryEntry, pages: readonly ContentPage[]): RootContent {
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
