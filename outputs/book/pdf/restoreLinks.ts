import {PDFArray, PDFDict, PDFString, type PDFDocument} from '@cantoo/pdf-lib';

import {name} from './name.ts';
import {printedLink} from './printer.ts';

/** Turns the addresses of printedLink into links to places of the document again. */
export function restoreLinks(document: PDFDocument): void {
  const {context, catalog} = document;
  const destinations = catalog.lookup(name('Dests'), PDFDict);
  for (const {ref, node} of document.getPages()) {
    for (const reference of node.Annots()?.asArray() ?? []) {
      const annotation = context.lookup(reference, PDFDict);
      const uri = annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
      const [, id = '', target] =
        (uri instanceof PDFString && printedLink.exec(uri.decodeText())) || [];
      if (target === undefined) {
        continue;
      }
      annotation.delete(name('A'));
      annotation.set(name('Dest'), name(target));
      // Of a link that breaks over lines, where it begins.
      if (id && !destinations.has(name(id))) {
        const {x, y, height} = annotation.lookup(name('Rect'), PDFArray).asRectangle();
        destinations.set(name(id), context.obj([ref, 'XYZ', x, y + height, 0]));
      }
    }
  }
}
