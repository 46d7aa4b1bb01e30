import {promisify} from 'node:util';
import {deflate, inflateSync} from 'node:zlib';

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
export async function finishPdf(
  document: PDFDocument,
  book: Book,
): Promise<{bytes: Uint8Array; pageCount: number}> {
  const structure = readStructure(document);
  const owners = ownersOf(structure);
  const fonts = compactFonts(document);
  const dropped = new Map<PDFRef, Set<number>>();
  // Compressed on the other processors, while the next page is rewritten on this one.
  const compressions: Promise<void>[] = [];
  for (const page of document.getPages()) {
    const rewritten = rewriteContent(page, owners.get(page.ref) ?? new Map(), fonts);
    dropped.set(page.ref, rewritten.dropped);
    compressions.push(setContent(page, rewritten.content));
  }
  await Promise.all(compressions);
  writeStructure(document, structure, dropped);
  describeLinks(document, book);
  addOutline(document, book);
  setMetadata(document, book);
  setIdentifier(document, JSON.stringify(book));
  return {
    bytes: writePdf(renumber(document.context)),
    pageCount: document.getPageCount(),
  };
}

/** @returns the new content, and the ids of marked content that have become artifacts, or part of others */
function rewriteContent(
  page: PDFPage,
  owners: ReadonlyMap<number, StructureElement>,
  fonts: ReadonlyMap<string, Font>,
): {content: string; dropped: Set<number>} {
  const stream = page.node.lookup(name('Contents'));
  if (!(stream instanceof PDFRawStream)) {
    throw new Error('a page whose content is not one stream');
  }
  const content = inflateSync(stream.contents).toString('latin1');
  const marked = markArtifacts(
    parseContent(content),
    (mcid) => owners.get(mcid)?.role === 'Figure',
  );
  const {operations, joined} = joinMarks(marked.operations, (mcid) => owners.get(mcid));
  const text = joinText(simplifyPaths(operations), (font) => fontOf(page, fonts, font));
  return {
    content: writeContent(compactContent(text)),
    dropped: new Set([...marked.dropped, ...joined]),
  };
}

async function setContent({node, doc}: PDFPage, content: string): Promise<void> {
  const bytes = await promisify(deflate)(Buffer.from(content, 'latin1'), {level: 9});
  doc.context.assign(
    node.get(name('Contents')) as PDFRef,
    PDFRawStream.of(doc.context.obj({Filter: 'FlateDecode', Length: bytes.length}), bytes),
  );
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
