import {promisify} from 'node:util';
import {deflate, inflateSync} from 'node:zlib';

import {PDFDict, PDFRawStream, PDFRef, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib';

import {contentOf, type Book} from '../book.ts';
import type {Paper} from '../paper.ts';
import {markArtifacts} from './artifacts.ts';
import {compactFonts, type Font} from './compactFonts.ts';
import {parseContent, writeContent} from './contentStream.ts';
import {describeLinks} from './describeLinks.ts';
import {joinLinks} from './joinLinks.ts';
import {joinText} from './joinText.ts';
import {setIdentifier, setMetadata} from './metadata.ts';
import {name} from './name.ts';
import {addOutline} from './outline.ts';
import {contentsPages, forEachPage} from './pages.ts';
import {renumber} from './renumber.ts';
import {restoreLinks} from './restoreLinks.ts';
import {runningHeads} from './runningHeads.ts';
import {figureContents, readStructure, writeStructure} from './structure.ts';
import {writePdf} from './writePdf.ts';

/** What Chromium leaves to do: outline, metadata, tags for PDF/UA-1, and the same bytes every time. */
export async function finishPdf(
  document: PDFDocument,
  book: Book,
  paper: Paper,
): Promise<{bytes: Uint8Array; pageCount: number}> {
  restoreLinks(document);
  joinLinks(document);
  const structure = readStructure(document);
  const figures = figureContents(structure);
  const fonts = compactFonts(document);
  const dropped = new Map<PDFRef, Set<number>>();
  // Compressed on the other processors, while the next page is rewritten on this one.
  const compressions: Promise<void>[] = [];
  const headOf = runningHeads(document, book, fonts, paper);
  forEachPage(document, book, (page) => {
    const rewritten = rewriteContent(page, figures.get(page.ref) ?? new Set(), fonts);
    dropped.set(page.ref, rewritten.dropped);
    const head = rewritten.content.includes('TJ\n') ? headOf(page) : '';
    compressions.push(setContent(page, `q\n${rewritten.content}Q\n${head}`));
  });
  await Promise.all(compressions);
  const links = writeStructure(document, structure, dropped, contentsPages(document, book));
  describeLinks(document, book, links);
  addOutline(document, book);
  setMetadata(document, book);
  setIdentifier(document, contentOf(book));
  return {
    bytes: writePdf(renumber(document.context)),
    pageCount: document.getPageCount(),
  };
}

/**
 * @param figures the ids of marked content that belongs to figures
 * @returns the new content, and the ids of marked content that have become artifacts
 */
function rewriteContent(
  page: PDFPage,
  figures: ReadonlySet<number>,
  fonts: ReadonlyMap<string, Font>,
): {content: string; dropped: Set<number>} {
  const stream = page.node.lookup(name('Contents'));
  if (!(stream instanceof PDFRawStream)) {
    throw new Error('쪽의 내용이 스트림 하나가 아닙니다.');
  }
  // Of an empty page there is nothing, not even compressed.
  const content = stream.contents.length > 0 ? inflateSync(stream.contents).toString('latin1') : '';
  const {operations, dropped} = markArtifacts(parseContent(content), figures);
  const text = joinText(operations, (font) => fontOf(page, fonts, font));
  return {content: writeContent(text), dropped};
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
    throw new Error(`글꼴 ${resource}이(가) CID 글꼴이 아닙니다.`);
  }
  return font;
}
