import type {Heading, PhrasingContent, Root} from 'mdast';
import {visitParents} from 'unist-util-visit-parents';
import type {Plugin} from 'unified';

import {citationAnchor, referenceListId} from '../../lib/anchors.ts';
import {collectCitations, type Citation} from '../../lib/citations.ts';
import {groupBy} from '../../lib/groupBy.ts';
import {flowElement, textElement} from '../jsx.ts';
import {pageAt} from '../../content-model/model.ts';
import {referenceListTitle} from '../../lib/page.ts';
import type {References} from '../../lib/references.ts';
import type {Context, Inputs} from '../context.ts';
import {bibliography, hasBibliography, usesIn} from './bibliography.ts';
import {referenceElement} from './referenceElement.ts';

/**
 * Resolves `[@key]` against data/references.yaml, and ends a page that cites
 * with its list of references.
 *
 *     커널을 공유합니다 [@docker-container].
 *
 * becomes
 *
 *     커널을 공유합니다 <sup><a id="cite-docker-container-1" href="#ref-docker-container">1</a></sup>.
 *     …
 *     ## 참고 자료
 *     1. <li id="ref-docker-container">… a b c</li>
 */
const citations: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const {references: data, glossary} = content();
    const {entries: references, findings} = data;
    for (const {file: name, line, message} of findings) {
      file.fail(`${name}:${line} ${message}`);
    }
    bibliography(root, {
      pages: pageAt(content(), siteDir, file.path).version.pages,
      references,
      glossary: glossary.entries,
    });

    const cited = collectCitations(root);
    const all = cited.flatMap(({parts}) => parts.filter((part) => typeof part !== 'string').flat());
    for (const citation of all) {
      if (!references.has(citation.key)) {
        file.fail(
          `출처 "@${citation.key}" 항목이 data/references.yaml에 없습니다. 키의 철자를 확인하거나 출처를 추가해 주세요.`,
          {line: citation.line, column: citation.column},
        );
      }
    }
    const textNodes = new Map(cited.map(({node, parts}) => [node, parts]));
    visitParents(root, 'text', (node, ancestors) => {
      const parts = textNodes.get(node);
      const parent = ancestors.at(-1);
      if (!parts || !parent) {
        return;
      }
      const children = parent.children as PhrasingContent[];
      const replacement = parts.flatMap((part, index): PhrasingContent[] => {
        if (typeof part !== 'string') {
          return citationMarker(part, references);
        }
        // A marker follows its word without the space that the source has before it.
        const value = index < parts.length - 1 ? part.replace(/ $/, '') : part;
        return value ? [{type: 'text', value}] : [];
      });
      children.splice(children.indexOf(node), 1, ...replacement);
      return 'skip';
    });
    if (all.length > 0) {
      root.children.push(...referenceList(all, references));
    }
  };

export default citations;

/** The references that the page cites; the bibliography lists those of all pages. */
export const citationInputs: Inputs = (page, {pages}, {references, glossary}) =>
  hasBibliography(page.root)
    ? [[...references.entries.values()], [...usesIn(pages, glossary.entries)]]
    : [...new Set(page.citations.map(({key}) => key))].map((key) => references.entries.get(key));

/** `1, 2` after a sentence, in this order; in 더 읽기, the linked title before the marker. */
function citationMarker(citations: Citation[], references: References): PhrasingContent[] {
  const titles = citations.flatMap(({key, isFurtherReading}): PhrasingContent[] => {
    const reference = references.get(key);
    return isFurtherReading && reference
      ? [
          {
            type: 'link',
            url: reference.URL,
            children: [{type: 'text', value: reference.title}],
          },
        ]
      : [];
  });
  const marker = textElement(
    'CitationGroup',
    {},
    citations
      .toSorted((a, b) => a.number - b.number)
      .map((citation) =>
        textElement('Citation', {
          id: citationAnchor(citation),
          citationKey: citation.key,
          number: citation.number,
        }),
      ),
  );
  return [...titles, marker];
}

function referenceList(citations: Citation[], references: References): Root['children'] {
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    data: {hProperties: {id: referenceListId}},
    children: [{type: 'text', value: referenceListTitle}],
  };
  const byKey = groupBy(citations, ({key}) => key);
  const items = [...byKey].flatMap(([key, uses]) => {
    const reference = references.get(key);
    return reference ? [referenceElement(reference, [{anchors: uses.map(citationAnchor)}])] : [];
  });
  return [heading, flowElement('ReferenceList', {}, items)];
}
