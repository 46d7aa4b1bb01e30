import path from 'node:path';

import type {Heading, Root, RootContent} from 'mdast';
import type {LeafDirective} from 'mdast-util-directive';

import {citationAnchor} from '../../lib/anchors.ts';
import {citationsOf} from '../../lib/citations.ts';
import {groupBy} from '../../lib/groupBy.ts';
import {flowElement} from '../jsx.ts';
import {readGlossary} from '../../content-model/glossary.ts';
import {versionPages} from '../../content-model/versionPages.ts';
import {referenceTypes, type Reference, type References} from '../../lib/references.ts';
import {expandGlossary, hasGlossary} from '../glossary/glossaryPage.ts';
import {referenceElement, type Uses} from './referenceElement.ts';

/** `::bibliography`, alone in its line, stands for all references of the version. */
const bibliographyDirective = 'bibliography';

interface Context {
  siteDir: string;
  /** Folder of the page, absolute. */
  pageFolder: string;
  references: References;
}

/**
 * Replaces `::bibliography` by every reference that the pages of this version
 * cite: grouped by type, sorted by title, each with links to all of its uses.
 */
export function bibliography(root: Root, {siteDir, pageFolder, references}: Context): void {
  const index = root.children.findIndex(isBibliographyDirective);
  if (index === -1) {
    return;
  }
  const uses = collectUses(siteDir, pageFolder);
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

/** Citation key → its uses, page by page in the order of the sidebar. */
function collectUses(siteDir: string, pageFolder: string): Map<string, Uses[]> {
  const uses = new Map<string, Uses[]>();
  for (const page of versionPages(siteDir, path.relative(siteDir, pageFolder))) {
    if (hasGlossary(page.root)) {
      // Its citations are those of data/glossary.yaml.
      expandGlossary(page.root, {
        siteDir,
        versionFolder: pageFolder,
        entries: readGlossary(siteDir).entries,
      });
    }
    for (const [key, citations] of groupBy(citationsOf(page.root), (citation) => citation.key)) {
      const entry: Uses = {
        page: {
          title: page.label,
          path: `./${page.path}`,
        },
        anchors: citations.map(citationAnchor),
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
