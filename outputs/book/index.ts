import path from 'node:path';

import type {BookFacts} from '../../lib/books.ts';
import {identityOf, versionsOf, type BuiltPage, type BuiltVersion} from '../builtSite.ts';
import {writeWholeFile} from '../../lib/node/writeWholeFile.ts';
import type {Paper} from './bookHtml.ts';
import {composeBook} from './composeBook.ts';
import {createEpub} from './epub.ts';
import {printPdf, type Pdf, type Progress} from './pdf/printPdf.ts';

/** A built site: its folder, and the pages in it. */
export interface BuiltSite {
  folder: string;
  pages: readonly BuiltPage[];
}

/** Makes the PDF of one version. */
export async function createPdf(
  {folder, pages}: BuiltSite,
  version: BuiltVersion,
  paper: Paper,
  progress: Progress,
): Promise<Pdf> {
  progress(`버전 ${version.label}의 글을 엮습니다`);
  return printPdf(composeBook(version, identityOf(pages), folder), paper, folder, progress);
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
    // The EPUB is made here while the browser prints.
    const [pdf, epub] = await Promise.all([
      printPdf(book, 'a4', folder, () => undefined),
      createEpub(book, folder),
    ]);
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
