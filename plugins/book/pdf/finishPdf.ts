import {deflateSync, inflateSync} from 'node:zlib';

import {
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';
import {markArtifacts} from './artifacts.ts';
import {compactContent} from './compactContent.ts';
import {compactFonts, type Font} from './compactFonts.ts';
import {parseContent, writeContent} from './contentStream.ts';
import {describeLinks} from './describeLinks.ts';
import {joinMarks} from './joinMarks.ts';
import {joinText} from './joinText.ts';
import {setIdentifier, setMetadata} from './metadata.ts';
import {addOutline} from './outline.ts';
import {renumber} from './renumber.ts';
import {simplifyPaths} from './simplifyPaths.ts';
import {ownersOf, readStructure, writeStructure, type StructureElement} from './structure.ts';
import {writePdf} from './writePdf.ts';

const name = (text: string) => PDFName.of(text);

/** What Chromium leaves to do: outline, metadata, tags for PDF/UA-1, and the same bytes every time. */
export function finishPdf(
  document: PDFDocument,
  book: Book,
): {bytes: Uint8Array; pageCount: number} {
  const structure = readStructure(document);
  const owners = ownersOf(structure);
  const fonts = compactFonts(document);
  const dropped = new Map<PDFRef, Set<number>>();
  for (const page of document.getPages()) {
    dropped.set(page.ref, rewriteContent(page, owners.get(page.ref) ?? new Map(), fonts));
  }
  writeStructure(document, structure, dropped);
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

/** @returns the ids of marked content that have become artifacts, or part of others */
function rewriteContent(
  page: PDFPage,
  owners: ReadonlyMap<number, StructureElement>,
  fonts: ReadonlyMap<string, Font>,
): Set<number> {
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
  const text = joinText(simplifyPaths(operations), (font) => fontOf(page, fonts, font));
  const written = writeContent(compactContent(text));
  const bytes = deflateSync(Buffer.from(written, 'latin1'), {level: 9});
  doc.context.assign(
    reference,
    PDFRawStream.of(doc.context.obj({Filter: 'FlateDecode', Length: bytes.length}), bytes),
  );
  return new Set([...marked.dropped, ...joined]);
}

/** The font that the page gives a name of its own, e.g. `/F4`. */
function fontOf({node}: PDFPage, fonts: ReadonlyMap<string, Font>, resource: string): Font {
  const reference = node
    .Resources()
    ?.lookupMaybe(name('Font'), PDFDict)
    ?.get(name(resource.slice(1)));
  const font = fonts.get(String(reference));
  if (!font) {
    throw new Error(`a font that is no CID font: ${resource}`);
  }
  return font;
}
