import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';

import type {Text} from 'hast';

import {bookFormats, sizePlaceholder, writtenSize, type BookFacts} from '../../lib/books.ts';
import {elementsIn} from '../../lib/elementsIn.ts';
import {findExecutable} from '../../lib/node/browser.ts';
import {filesBelow, hashOf, hashOfCode, keptOr} from '../../lib/node/buildCache.ts';
import {reportProgress} from '../../lib/node/reportStep.ts';
import {identityOf, versionsOf, type BuiltPage, type BuiltVersion} from '../builtSite.ts';
import type {BuiltSite, Output, OutputFile} from '../output.ts';
import {contentOf} from './book.ts';
import type {Layout} from './bookHtml.ts';
import {composeBook} from './composeBook.ts';
import {createEpub} from './epub.ts';
import type {Paper} from './paper.ts';
import {makePdfApart} from './pdf/makePdfApart.ts';
import {makePdf, type Pdf, type Progress} from './pdf/makePdf.ts';

/** What the bytes of a book depend on besides its text. */
const code = ['lib', 'licenses', 'outputs', 'src/css'];
/** Of every released version, and of some states of them. */
const keptBooks = 20;

/** Makes the PDF of one version. */
export async function createPdf(
  {folder, pages}: Pick<BuiltSite, 'folder' | 'pages'>,
  version: BuiltVersion,
  layout: Layout,
  progress: Progress,
): Promise<Pdf> {
  progress(`버전 ${version.label}의 글을 엮습니다`);
  return makePdf(composeBook(version, identityOf(pages), folder), layout, folder, progress);
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
    const dependencies = [JSON.stringify([identity, mtimeMs, size]), hashOfCode(...code)];
    const pictures = picturesOf(folder);
    for (const version of versionsOf(pages).filter(({isReleased}) => isReleased)) {
      const book = composeBook(version, identity, folder);
      const print = (paper: Paper) =>
        makePdfApart({book, layout: {paper, isPlain: false}, folder}, (step) =>
          reportProgress(`버전 ${version.label}, ${paper.toUpperCase()}, ${step}`),
        );
      const content = contentOf(book);
      const own = pictures.filter(({file}) => content.includes(file)).map(({bytes}) => bytes);
      const {a5, a4, epub} = await keptOr(
        'books',
        hashOf([...dependencies, version.name, content, ...own]),
        keptBooks,
        async () => {
          const [a5, a4, epub] = await Promise.all([
            print('a5'),
            print('a4'),
            createEpub(book, folder),
          ]);
          return {a5, a4, epub};
        },
      );
      files.push(
        {path: pdfFile(version.name, 'a5'), content: a5.bytes},
        {path: pdfFile(version.name, 'a4'), content: a4.bytes},
        {path: epubFile(version.name), content: epub},
      );
      facts.set(version.name, {
        pdf: sizeOf(a5),
        'pdf-a4': sizeOf(a4),
        epub: {bytes: epub.length},
      });
    }
    writeFacts(pages, facts);
    return files;
  },
} satisfies Output;

/** All of the site: a book names those it shows by these paths. */
function picturesOf(folder: string): {file: string; bytes: Uint8Array}[] {
  return ['img', 'assets/images'].flatMap((name) =>
    filesBelow(path.join(folder, name)).map((file) => ({
      file: path.relative(folder, file).replaceAll('\\', '/'),
      bytes: readFileSync(file),
    })),
  );
}

/** Puts the sizes of the books in the place of their placeholders, in every page. */
function writeFacts(pages: readonly BuiltPage[], facts: ReadonlyMap<string, BookFacts>): void {
  const sizes = [...facts].flatMap(([version, fact]) =>
    bookFormats.map(
      (format) => [sizePlaceholder(version, format), writtenSize(fact[format])] as const,
    ),
  );
  for (const {root} of pages) {
    // Of links that download, which no content can write: what it says stays as it is.
    for (const {tagName, properties, children} of elementsIn(root)) {
      for (const text of tagName === 'a' && properties.download !== undefined ? children : []) {
        for (const [placeholder, size] of text.type === 'text' ? sizes : []) {
          (text as Text).value = (text as Text).value.replace(placeholder, size);
        }
      }
    }
  }
}

const sizeOf = ({bytes, pageCount}: Pdf) => ({bytes: bytes.length, pageCount});

/** Where a version's files are, below the built site: A5 is the book, others say their paper. */
export const pdfFile = (version: string, paper: Paper): string =>
  `pdf/${version}${paper === 'a5' ? '' : `-${paper}`}.pdf`;
const epubFile = (version: string): string => `epub/${version}.epub`;
