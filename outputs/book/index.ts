import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';

import {visit} from 'unist-util-visit';

import {epubSize, pdfSize, sizePlaceholder, type BookFacts} from '../../lib/books.ts';
import {findExecutable} from '../../lib/node/browser.ts';
import {filesBelow, hashOf, hashOfCode, keptOr} from '../../lib/node/buildCache.ts';
import {reportProgress} from '../../lib/node/reportStep.ts';
import {identityOf, versionsOf, type BuiltPage, type BuiltVersion} from '../builtSite.ts';
import type {BuiltSite, Output, OutputFile} from '../output.ts';
import {bookHtml, type Paper} from './bookHtml.ts';
import {composeBook} from './composeBook.ts';
import {createEpub} from './epub.ts';
import {printPdf, type Pdf, type Progress} from './pdf/printPdf.ts';

/** Of the books in the built site. */
const paper: Paper = 'a4';
/** What the bytes of a book depend on besides its text. */
const code = ['lib', 'licenses', 'outputs', 'src/css'];
/** Of every released version, and of some states of them. */
const keptBooks = 20;

/** Makes the PDF of one version. */
export async function createPdf(
  {folder, pages}: Pick<BuiltSite, 'folder' | 'pages'>,
  version: BuiltVersion,
  paper: Paper,
  progress: Progress,
): Promise<Pdf> {
  progress(`버전 ${version.label}의 글을 엮습니다`);
  return printPdf(composeBook(version, identityOf(pages), folder), paper, folder, progress);
}

/**
 * The PDF and the EPUB of every released version; what the pages say of their sizes stands in them
 * when all are done.
 */
export default {
  label: '책(PDF, EPUB)',
  async make({folder, pages}) {
    const identity = identityOf(pages);
    const files: OutputFile[] = [];
    const facts = new Map<string, BookFacts>();
    const {path: browser} = await findExecutable();
    const {mtimeMs, size} = statSync(browser);
    const dependencies = [
      JSON.stringify([identity, browser, mtimeMs, size]),
      hashOfCode(...code),
      ...picturesOf(folder),
    ];
    for (const version of versionsOf(pages).filter(({isReleased}) => isReleased)) {
      const book = composeBook(version, identity, folder);
      const {pdf, pageCount, epub} = await keptOr(
        'books',
        hashOf([...dependencies, version.name, bookHtml(book, paper)]),
        keptBooks,
        async () => {
          const progress = (step: string) => reportProgress(`버전 ${version.label}, ${step}`);
          // The EPUB is made here while the browser prints.
          const [{bytes, pageCount}, epub] = await Promise.all([
            printPdf(book, paper, folder, progress),
            createEpub(book, folder),
          ]);
          return {pdf: bytes, pageCount, epub};
        },
      );
      files.push(
        {path: pdfFile(version.name), content: pdf},
        {path: epubFile(version.name), content: epub},
      );
      facts.set(version.name, {
        pdfBytes: pdf.length,
        pageCount,
        epubBytes: epub.length,
      });
    }
    writeFacts(pages, facts);
    return files;
  },
} satisfies Output;

function picturesOf(folder: string): (string | Uint8Array)[] {
  return ['img', 'assets/images'].flatMap((name) =>
    filesBelow(path.join(folder, name)).flatMap((file) => [
      path.relative(folder, file),
      readFileSync(file),
    ]),
  );
}

/** Puts the sizes of the books in the place of their placeholders, in every page. */
function writeFacts(pages: readonly BuiltPage[], facts: ReadonlyMap<string, BookFacts>): void {
  const sizes = [...facts].flatMap(
    ([version, fact]) =>
      [
        [sizePlaceholder(version, 'pdf'), pdfSize(fact)],
        [sizePlaceholder(version, 'epub'), epubSize(fact)],
      ] as const,
  );
  for (const {root} of pages) {
    visit(root, 'text', (node) => {
      for (const [placeholder, size] of sizes) {
        node.value = node.value.replace(placeholder, size);
      }
    });
  }
}

/** Where a version's files are, below the built site. */
export const pdfFile = (version: string): string => `pdf/${version}.pdf`;
const epubFile = (version: string): string => `epub/${version}.epub`;
