import type {Paragraph, PhrasingContent, Root} from 'mdast';
import type {Plugin} from 'unified';

import {groupBy} from '../lib/groupBy.ts';
import {headingId} from '../lib/page.ts';
import {laterCorrectionClass, labelMark, marked} from '../lib/pageMarkup.ts';
import type {Correction} from '../content-model/corrections.ts';
import {
  pageAt,
  type ContentModel,
  type ContentPage,
  type ContentVersion,
} from '../content-model/model.ts';
import {releasedFolder} from '../content-model/versions.ts';
import type {Context, Inputs} from './context.ts';

/**
 * Says in a released version, at the place, what a later one corrects:
 *
 *     <p class="later-correction" data-label>나중에 바로잡은 설명: <a href="/docs/corrections/#c001">…</a></p>
 */
const laterCorrections: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const model = content();
    const {version, page} = pageAt(model, siteDir, file.path);
    if (!page) {
      return;
    }
    const byPlace = groupBy(correctionsOf(page, version, model), ({at}) => at.split('#')[1] ?? '');
    for (const [id, ofPlace] of byPlace) {
      const before = root.children.findIndex((node) =>
        id === '' ? node.type === 'yaml' : node.type === 'heading' && headingId(node) === id,
      );
      if (before !== -1) {
        root.children.splice(before + 1, 0, line(ofPlace, model));
      }
    }
  };

export default laterCorrections;

/** What is corrected of the page, and where it is told. */
export const laterCorrectionInputs: Inputs = (page, version, model) =>
  correctionsOf(page, version, model).map((correction) => [
    correction.at,
    correction.title,
    addressOf(correction, model),
  ]);

function correctionsOf(
  {slug}: ContentPage,
  {folder}: ContentVersion,
  {corrections: {entries}}: ContentModel,
): Correction[] {
  return [...entries.values()].filter(
    ({of, at}) => releasedFolder(of) === folder && `/${at.split('#')[0]}` === slug,
  );
}

/** On the page of the latest version, or of the working one where none that is released has it. */
function addressOf({id, in: corrected}: Correction, {versions}: ContentModel): string {
  const isReleased = versions.some(({folder}) => folder === releasedFolder(corrected));
  return `/docs/${isReleased ? '' : 'next/'}corrections/#${id}`;
}

function line(corrections: readonly Correction[], model: ContentModel): Paragraph {
  const links = corrections.flatMap((correction, index): PhrasingContent[] => [
    {type: 'text', value: index === 0 ? '나중에 바로잡은 설명: ' : ', '},
    {
      type: 'link',
      url: addressOf(correction, model),
      children: [{type: 'text', value: correction.title}],
    },
  ]);
  return {
    type: 'paragraph',
    data: {hProperties: {className: [laterCorrectionClass], ...marked(labelMark)}},
    children: links,
  };
}
