import path from 'node:path';

import type {BookFacts} from '../../lib/books.ts';
import {identityOf, versionsOf, type BuiltPage, type BuiltVersion} from '../builtSite.ts';
import {writeWholeFile} from '../../lib/node/writeWholeFile.ts';
import type {Book} from './book.ts';
import {bookHtml, type Paper} from './bookHtml.ts';
import {composeBook} from './composeBook.ts';
import {createEpub} from './epub.ts';
import {finishPdf} from './pdf/finishPdf.ts';
import {printBook} from './printBook.ts';

/** A built site: its folder, and the pages in it. */
export interface BuiltSite {
  folder: string;
  pages: readonly BuiltPage[];
}

interface Pdf {
  bytes: Uint8Array;
  pageCount: number;
}

/** Told of each step as it begins. */
export type Progress = (step: string) => void;

/** Milliseconds that printing may take: a start, and a second for each chapter. */
const patienceFor = ({chapters}: Book) => 120_000 + chapters.length * 1000;

/** Makes the PDF of one version. */
export async function createPdf(
  {folder, pages}: BuiltSite,
  version: BuiltVersion,
  paper: Paper,
  progress: Progress,
): Promise<Pdf> {
  progress(`버전 ${version.label}의 글을 엮습니다`);
  return printedPdf(composeBook(version, identityOf(pages), folder), folder, paper, progress);
}

async function printedPdf(
  book: Book,
  folder: string,
  paper: Paper,
  progress: Progress,
): Promise<Pdf> {
  const printed = await printBook(bookHtml(book, paper), {
    folder,
    patience: patienceFor(book),
    progress,
  });
  progress('책갈피와 태그를 답니다');
  return finishPdf(printed, book);
}

/**
 * Makes the PDF and the EPUB of every released version of a built site, and
 * writes them to its `pdf/` and `epub/` when all are done.
 */
export async function writeBooks(site: BuiltSite): Promise<Map<string, BookFacts>> {
  const {folder, pages} = site;
  const identity = identityOf(pages);
  const files: [string, Uint8Array][] = [];
  const facts = new Map<string, BookFacts>();
  for (const version of versionsOf(pages).filter(({isReleased}) => isReleased)) {
    const book = composeBook(version, identity, folder);
    const pdf = await printedPdf(book, folder, 'a4', () => undefined);
    const epub = await createEpub(book, folder);
    files.push([pdfFile(version.name), pdf.bytes], [epubFile(version.name), epub]);
    facts.set(version.name, {
      pdfBytes: pdf.bytes.length,
      pageCount: pdf.pageCount,
      epubBytes: epub.length,
    });
  }
  for (const [file, bytes] of files) {
    await writeWholeFile(path.join(folder, file), bytes);
  }
  return facts;
}

/** Where a version's files are, below the built site. */
export const pdfFile = (version: string): string => `pdf/${version}.pdf`;
const epubFile = (version: string): string => `epub/${version}.epub`;
