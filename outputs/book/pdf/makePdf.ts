import {ParseSpeeds, PDFDocument} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';
import {bookHtml, type Layout} from '../bookHtml.ts';
import {finishPdf} from './finishPdf.ts';
import {pageNumbersOf} from './pages.ts';
import {BrowserGone, withPrinter, type Printer} from './printer.ts';

export interface Pdf {
  bytes: Uint8Array;
  pageCount: number;
}

/** Told of each step as it begins. */
export type Progress = (step: string) => void;

/** More often than the contents ever need to settle. */
const maximumPrints = 4;

/**
 * Makes the PDF of a book.
 * @param folder the built site: where the pictures are
 * @throws Error in Korean
 */
export async function makePdf(
  book: Book,
  layout: Layout,
  folder: string,
  progress: Progress,
): Promise<Pdf> {
  // A start, and a second for each chapter.
  const patience = 120_000 + book.chapters.length * 1000;
  const html = bookHtml(book, layout);
  const print = () => {
    progress('브라우저를 띄웁니다');
    return withPrinter(html, {folder, patience}, (printer) => printUntilRight(printer, progress));
  };
  // One that is short of memory for a moment is gone; the next often is not.
  const printed = await print().catch((error: unknown) => {
    if (error instanceof BrowserGone) {
      return print();
    }
    throw error;
  });
  progress('책갈피와 태그를 답니다');
  try {
    return await finishPdf(printed, book, layout.paper);
  } catch (cause) {
    throw new Error(
      `버전 ${book.version}의 인쇄한 PDF를 손질하지 못했습니다. ${(cause as Error).message} ` +
        '다른 Chrome이면 될 수 있습니다. CHROME_PATH에 그 실행 파일을 적어 주세요.',
      {cause},
    );
  }
}

/** CSS knows no page number of another place: those that columns foretell are written into the book. */
async function printUntilRight(printer: Printer, progress: Progress): Promise<PDFDocument> {
  progress('그림을 쪽에 맞추고 쪽 번호를 매깁니다');
  let pageNumbers: ReadonlyMap<string, number> = await printer.layOut();
  for (let count = 0; count < maximumPrints; count += 1) {
    progress('인쇄합니다');
    const document = await load(await printer.print(pageNumbers));
    const printed = pageNumbersOf(document);
    if ([...printed].every(([id, number]) => pageNumbers.get(id) === number)) {
      return document;
    }
    pageNumbers = printed;
  }
  throw new Error(`쪽 번호가 ${maximumPrints}번을 인쇄해도 정해지지 않았습니다.`);
}

function load(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {parseSpeed: ParseSpeeds.Fastest, updateMetadata: false});
}
