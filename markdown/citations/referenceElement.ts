import type {Paragraph, PhrasingContent, RootContent} from 'mdast';

import {referenceAnchor} from '../../lib/anchors.ts';
import {backlinkLabel} from '../../lib/citations.ts';
import {backlinkRole} from '../../lib/pageMarkup.ts';
import {flowElement} from '../jsx.ts';
import type {Reference} from '../../lib/references.ts';

/** The uses of one reference on one page. */
export interface Uses {
  /** Where the anchors are, when not on the page that lists them: title, and path relative to it. */
  page?: {title: string; path: string};
  /** Anchors in order of use. */
  anchors: string[];
}

/** One entry of a list of references, with a back-reference (a, b, c …) to each use. */
export function referenceElement(reference: Reference, uses: Uses[]): RootContent {
  return flowElement(
    'Reference',
    {
      id: referenceAnchor(reference.id),
      title: reference.title,
      author: reference.author,
      site: reference['container-title'],
      issued: reference.issued,
      accessed: reference.accessed,
      language: reference.language,
      url: reference.URL,
      archive: reference.archive,
    },
    uses.map((use, index) => backlinks(use, countBefore(uses, index))),
  );
}

/** Letters run on from page to page. */
function countBefore(uses: Uses[], index: number): number {
  return uses.slice(0, index).reduce((sum, {anchors}) => sum + anchors.length, 0);
}

function backlinks({page, anchors}: Uses, count: number): Paragraph {
  const links = anchors.flatMap((anchor, index): PhrasingContent[] => {
    const letter = backlinkLabel(count + index + 1);
    return [
      {type: 'text', value: ' '},
      {
        type: 'link',
        url: `${page?.path ?? ''}#${anchor}`,
        data: {
          hProperties: {
            role: backlinkRole,
            // Begins with what is seen, for those who say what they see.
            ariaLabel: `${letter}: ${page ? `${page.title}, ` : ''}${index + 1}번째 인용으로 이동`,
          },
        },
        children: [{type: 'text', value: letter}],
      },
    ];
  });
  const label: PhrasingContent = {type: 'text', value: page?.title ?? '인용한 곳'};
  return {type: 'paragraph', children: [label, ...links]};
}
