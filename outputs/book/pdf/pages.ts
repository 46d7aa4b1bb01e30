import {PDFArray, PDFDict, type PDFDocument, type PDFPage, type PDFRef} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';
import {contentsId} from '../frontPages.ts';
import {name} from './name.ts';

/** Id of every target of a link in the document → number of the page where it is. */
export function pageNumbersOf(document: PDFDocument): Map<string, number> {
  const numbers = new Map(document.getPages().map(({ref}, index) => [ref.toString(), index + 1]));
  const destinations = document.catalog.lookupMaybe(name('Dests'), PDFDict);
  return new Map(
    (destinations?.entries() ?? []).flatMap(([id, value]) => {
      const destination = document.context.lookup(value, PDFArray);
      const number = numbers.get(destination.get(0).toString());
      return number === undefined ? [] : [[id.decodeText(), number] as const];
    }),
  );
}

/** The pages of the contents: from where they begin to the first chapter. */
export function contentsPages(document: PDFDocument, {chapters}: Book): ReadonlySet<PDFRef> {
  const numbers = pageNumbersOf(document);
  const first = numbers.get(contentsId) ?? Infinity;
  const end = numbers.get(chapters[0]?.id ?? '') ?? 0;
  return new Set(
    document
      .getPages()
      .slice(first - 1, end - 1)
      .map(({ref}) => ref),
  );
}

/** @throws what `change` throws, with the page and the chapter where it happened */
export function forEachPage(
  document: PDFDocument,
  {chapters}: Pick<Book, 'chapters'>,
  change: (page: PDFPage) => void,
): void {
  for (const [index, page] of document.getPages().entries()) {
    try {
      change(page);
    } catch (cause) {
      const numbers = pageNumbersOf(document);
      const chapter = chapters.findLast(({id}) => (numbers.get(id) ?? Infinity) <= index + 1);
      throw new Error(
        `${index + 1}쪽(${chapter ? `‘${chapter.label}’` : '표지나 차례'}): ${(cause as Error).message}`,
        {cause},
      );
    }
  }
}
