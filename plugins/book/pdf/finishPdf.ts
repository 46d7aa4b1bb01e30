import {deflateSync, inflateSync} from 'node:zlib';

import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFPage,
} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';
import {markArtifacts} from './artifacts.ts';
import {parseContent, writeContent} from './contentStream.ts';
import {describeLinks} from './describeLinks.ts';
import {joinText, type GlyphWidths} from './joinText.ts';
import {mendSpaces} from './mendSpaces.ts';
import {setIdentifier, setMetadata} from './metadata.ts';
import {addOutline} from './outline.ts';
import {renumber} from './renumber.ts';
import {contentOfFigures, readStructure, writeStructure} from './structure.ts';
import {writePdf} from './writePdf.ts';

const name = (text: string) => PDFName.of(text);

/** What Chromium leaves to do: outline, metadata, tags for PDF/UA-1, and the same bytes every time. */
export async function finishPdf(
  printed: Uint8Array,
  book: Book,
): Promise<{bytes: Uint8Array; pageCount: number}> {
  const document = await PDFDocument.load(printed, {
    parseSpeed: ParseSpeeds.Fastest,
    updateMetadata: false,
  });
  const structure = readStructure(document);
  const figures = contentOfFigures(structure);
  const dropped = new Map<PDFRef, Set<number>>();
  for (const page of document.getPages()) {
    const isInFigure = (mcid: number) => figures.get(page.ref)?.has(mcid) ?? false;
    dropped.set(page.ref, rewriteContent(page, isInFigure));
  }
  writeStructure(document, structure, dropped);
  mendSpaces(document);
  describeLinks(document, book);
  addOutline(document, book);
  setMetadata(document, book);
  // Where a node stood in its page's HTML is no part of the book.
  const content = JSON.stringify(book, (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );
  setIdentifier(document, content);
  return {
    bytes: writePdf(renumber(document.context)),
    pageCount: document.getPageCount(),
  };
}

/** @returns the ids of marked content that have become artifacts */
function rewriteContent(page: PDFPage, isInFigure: (mcid: number) => boolean): Set<number> {
  const {node, doc} = page;
  const reference = node.get(name('Contents'));
  const stream = node.lookup(name('Contents'));
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) {
    throw new Error('a page whose content is not one stream');
  }
  const content = inflateSync(stream.contents).toString('latin1');
  const {operations, dropped} = markArtifacts(parseContent(content), isInFigure);
  const joined = writeContent(joinText(operations, glyphWidthsOf(page)));
  const bytes = deflateSync(Buffer.from(joined, 'latin1'), {level: 9});
  doc.context.assign(
    reference,
    PDFRawStream.of(doc.context.obj({Filter: 'FlateDecode', Length: bytes.length}), bytes),
  );
  return dropped;
}

type WidthOfGlyph = (glyph: number) => number;
const widthsOfFonts = new WeakMap<PDFDict, WidthOfGlyph>();

function glyphWidthsOf({node}: PDFPage): GlyphWidths {
  const fonts = node.Resources()?.lookupMaybe(name('Font'), PDFDict);
  const ofPage = new Map<string, WidthOfGlyph>();
  return (font, glyph) => {
    const widthOf = ofPage.get(font) ?? widthsOf(fonts?.lookup(name(font.slice(1)), PDFDict));
    ofPage.set(font, widthOf);
    return widthOf(parseInt(glyph, 16));
  };
}

function widthsOf(font: PDFDict | undefined): WidthOfGlyph {
  const descendant = font?.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  if (!descendant) {
    throw new Error('a font that is no CID font');
  }
  const known = widthsOfFonts.get(descendant) ?? readWidths(descendant);
  widthsOfFonts.set(descendant, known);
  return known;
}

/** The /W of a CID font: `c [w w …]` or `first last w`, and its /DW (ISO 32000-1, 9.7.4.3). */
function readWidths(font: PDFDict): WidthOfGlyph {
  const widths = new Map<number, number>();
  const entries = font.lookupMaybe(name('W'), PDFArray)?.asArray() ?? [];
  const number = (index: number) => (entries[index] as PDFNumber).asNumber();
  for (let index = 0; index < entries.length;) {
    const first = number(index);
    const second = entries[index + 1];
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, offset) => {
        widths.set(first + offset, (width as PDFNumber).asNumber());
      });
      index += 2;
    } else {
      for (let glyph = first; glyph <= number(index + 1); glyph += 1) {
        widths.set(glyph, number(index + 2));
      }
      index += 3;
    }
  }
  const defaultWidth = font.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
  return (glyph) => widths.get(glyph) ?? defaultWidth;
}
