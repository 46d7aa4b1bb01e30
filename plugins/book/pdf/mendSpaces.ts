import {deflateSync, inflateSync} from 'node:zlib';

import {PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument} from '@cantoo/pdf-lib';

/**
 * D2Coding draws tab and space with one glyph, and Chromium writes the first of
 * them into the font's map to Unicode: code would be copied with tabs in it.
 */
export function mendSpaces({context}: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const reference = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    const stream = reference instanceof PDFRef ? context.lookup(reference) : undefined;
    if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) {
      continue;
    }
    const map = inflateSync(stream.contents).toString('latin1');
    const bytes = deflateSync(map.replaceAll('> <0009>', '> <0020>'), {level: 9});
    const dictionary = context.obj({Filter: 'FlateDecode', Length: bytes.length});
    context.assign(reference, PDFRawStream.of(dictionary, bytes));
  }
}
