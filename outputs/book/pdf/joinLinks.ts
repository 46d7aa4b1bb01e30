import {PDFArray, PDFDict, type PDFDocument, type PDFObject, type PDFRef} from '@cantoo/pdf-lib';

import {name} from './name.ts';

/** Points that two pieces may be apart and still touch: Chromium rounds to hundredths. */
const tolerance = 0.02;

/**
 * Makes one annotation of the pieces of a link that stand side by side on a line. In how many pieces
 * Chromium cuts an address that it breaks within differs from run to run.
 */
export function joinLinks(document: PDFDocument): void {
  const {context} = document;
  for (const {node} of document.getPages()) {
    const annotations = node.Annots();
    let before: PDFDict | undefined;
    for (const reference of annotations?.asArray().slice() ?? []) {
      const annotation = context.lookup(reference, PDFDict);
      if (before && touch(before, annotation)) {
        const [left, bottom, , top] = edgesOf(before);
        const [, , right] = edgesOf(annotation);
        before.set(name('Rect'), context.obj([left, bottom, right, top]));
        annotations?.remove(annotations.asArray().indexOf(reference));
        context.delete(reference as PDFRef);
      } else {
        before = annotation;
      }
    }
  }
}

function touch(before: PDFDict, after: PDFDict): boolean {
  const [, bottomBefore, right, topBefore] = edgesOf(before);
  const [left, bottom, , top] = edgesOf(after);
  const pairs = [
    [left, right],
    [bottom, bottomBefore],
    [top, topBefore],
  ] as const;
  return (
    targetOf(before) === targetOf(after) &&
    pairs.every(([one, other]) => Math.abs(one - other) <= tolerance)
  );
}

function edgesOf(annotation: PDFDict): [number, number, number, number] {
  const {x, y, width, height} = annotation.lookup(name('Rect'), PDFArray).asRectangle();
  return [x, y, x + width, y + height];
}

function targetOf(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(name('A'), PDFDict);
  const target: PDFObject | undefined = action?.lookup(name('URI')) ?? annotation.get(name('Dest'));
  return String(target);
}
