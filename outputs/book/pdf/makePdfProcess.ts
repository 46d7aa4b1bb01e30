import type {Book} from '../book.ts';
import type {Layout} from '../bookHtml.ts';
import {makePdf, type Pdf} from './makePdf.ts';

/** What a process of its own prints. */
export interface PrintJob {
  book: Book;
  layout: Layout;
  /** The built site. */
  folder: string;
}

/** What it tells: each step as it begins, in the end the PDF, or why there is none. */
export type PrintMessage = {step: string} | {pdf: Pdf} | {error: Error};

// The whole of a process that makePdfApart begins.
process.once('message', ({book, layout, folder}: PrintJob) => {
  const tell = (message: PrintMessage, then?: () => void) =>
    process.send?.(message, undefined, undefined, then);
  const end = () => process.disconnect();
  void makePdf(book, layout, folder, (step) => tell({step})).then(
    (pdf) => tell({pdf}, end),
    (error: Error) => tell({error}, end),
  );
});
