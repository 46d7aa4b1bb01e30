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
import {compactContent} from './compactContent.ts';
import {parseContent, writeContent} from './contentStream.ts';
import {describeLinks} from './describeLinks.ts';
import {joinMarks} from './joinMarks.ts';
import {joinText, type GlyphWidths} from './joinText.ts';
import {mendSpaces} from './mendSpaces.ts';
import {setIdentifier, setMetadata} from './metadata.ts';
import {addOutline} from './outline.ts';
import {renumber} from './renumber.ts';
import {simplifyPaths} from './simplifyPaths.ts';
import {ownersOf, readStructure, writeStructure, type StructureElement} from './structure.ts';
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
  const owners = ownersOf(structure);
  const dropped = new Map<PDFRef, Set<number>>();
  for (const page of document.getPages()) {
    dropped.set(page.ref, rewriteContent(page, owners.get(page.ref) ?? new Map()));
  }
  writeStructure(document, structure, dropped);
  mendSpaces(document);
  describeLinks(document, book);
  addOutline(document, book);
  setMetadata(document, book);
  setIdentifier(document, JSON.stringify(book));
  return {
    bytes: writePdf(renumber(document.context)),
    pageCount: document.getPageCount(),
  };
}

/** @returns the ids of marked content that have become artifacts, or part of others */
function rewriteContent(page: PDFPage, owners: ReadonlyMap<number, StructureElement>): Set<number> {
  const {node, doc} = page;
  const reference = node.get(name('Contents'));
  const stream = node.lookup(name('Contents'));
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) {
    throw new Error('a page whose content is not one stream');
  }
  const content = inflateSync(stream.contents).toString('latin1');
  const marked = markArtifacts(
    parseContent(content),
    (mcid) => owners.get(mcid)?.role === 'Figure',
  );
  const {operations, joined} = joinMarks(marked.operations, (mcid) => owners.get(mcid));
  const text = joinText(simplifyPaths(operations), glyphWidthsOf(page));
  const written = writeContent(compactContent(text));
  const bytes = deflateSync(Buffer.from(written, 'latin1'), {level: 9});
  doc.context.assign(
    reference,
    PDFRawStream.of(doc.context.obj({Filter: 'FlateDecode', Length: bytes.length}), bytes),
  );
  return new Set([...marked.dropped, ...joined]);
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
