import type {Heading, Root, RootContent} from 'mdast';
import type {LeafDirective} from 'mdast-util-directive';

import {citationAnchor} from '../../lib/anchors.ts';
import {citationsOf} from '../../lib/citations.ts';
import {groupBy} from '../../lib/groupBy.ts';
import {flowElement} from '../jsx.ts';
import type {ContentPage} from '../../content-model/model.ts';
import type {GlossaryEntry} from '../../lib/glossary.ts';
import {referenceTypes, type Reference, type References} from '../../lib/references.ts';
import {hasGlossary, withGlossary} from '../glossary/glossaryPage.ts';
import {referenceElement, type Uses} from './referenceElement.ts';

/** `::bibliography`, alone in its line, stands for all references of the version. */
const bibliographyDirective = 'bibliography';

interface Sources {
  /** Of the version that the bibliography is of. */
  pages: readonly ContentPage[];
  references: References;
  glossary: ReadonlyMap<string, GlossaryEntry>;
}

export function hasBibliography(root: Root): boolean {
  return root.children.some(isBibliographyDirective);
}

/**
 * Replaces `::bibliography` by every reference that the pages of this version
 * cite: grouped by type, sorted by title, each with links to all of its uses.
 */
export function bibliography(root: Root, {pages, references, glossary}: Sources): void {
  const index = root.children.findIndex(isBibliographyDirective);
  if (index === -1) {
    return;
  }
  const uses = usesIn(pages, glossary);
  const cited = [...references.values()].filter(({id}) => uses.has(id));
  const byType = groupBy(cited, ({type}) => type);
  const typesInUse = Object.keys(referenceTypes) as Reference['type'][];
  const groups = typesInUse.flatMap((type): RootContent[] => {
    const group = byType.get(type) ?? [];
    return group.length === 0
      ? []
      : [
          groupHeading(type),
          flowElement(
            'Bibliography',
            {},
            group
              .sort(byTitle)
              .map((reference) => referenceElement(reference, uses.get(reference.id) ?? [])),
          ),
        ];
  });
  root.children.splice(index, 1, ...groups);
}

/** Citation key → its uses, page by page in the order of reading. */
export function usesIn(
  pages: readonly ContentPage[],
  glossary: ReadonlyMap<string, GlossaryEntry>,
): Map<string, Uses[]> {
  const uses = new Map<string, Uses[]>();
  for (const page of pages) {
    // Those of the list of terms are written in data/glossary.yaml.
    const citations = hasGlossary(page.root)
      ? citationsOf(withGlossary(page.root, glossary))
      : page.citations;
    for (const [key, ofKey] of groupBy(citations, (citation) => citation.key)) {
      const entry: Uses = {
        page: {
          title: page.label,
          path: `./${page.path}`,
        },
        anchors: ofKey.map(citationAnchor),
      };
      uses.set(key, [...(uses.get(key) ?? []), entry]);
    }
  }
  return uses;
}

function groupHeading(type: Reference['type']): Heading {
  const {label, id} = referenceTypes[type];
  return {
    type: 'heading',
    depth: 2,
    data: {hProperties: {id}},
    children: [{type: 'text', value: label}],
  };
}

function byTitle(a: Reference, b: Reference): number {
  return a.title.localeCompare(b.title, 'ko');
}

function isBibliographyDirective(node: RootContent): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === bibliographyDirective;
}
