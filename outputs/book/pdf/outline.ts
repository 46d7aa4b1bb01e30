import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';

/** An entry of the outline (bookmarks) with what it contains. */
interface OutlineItem {
  title: string;
  id: string;
  items: OutlineItem[];
}

/** Adds the sidebar, and below each page its questions, as the document's outline. */
export function addOutline(document: PDFDocument, {chapters}: Book): void {
  const roots: OutlineItem[] = [];
  const path: OutlineItem[] = [];
  for (const {id, label, depth, questions} of chapters) {
    const items = questions.map((question) => ({title: question.text, id: question.id, items: []}));
    const item = {title: label, id, items};
    path.length = depth;
    (path.at(-1)?.items ?? roots).push(item);
    path.push(item);
  }
  const destinations = document.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const outline = document.context.nextRef();
  const {first, last, count} = addItems(document, destinations, roots, outline);
  document.context.assign(
    outline,
    document.context.obj({Type: 'Outlines', First: first, Last: last, Count: count}),
  );
  document.catalog.set(PDFName.of('Outlines'), outline);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function addItems(
  document: PDFDocument,
  destinations: PDFDict,
  items: readonly OutlineItem[],
  parent: PDFRef,
): {first: PDFRef; last: PDFRef; count: number} {
  const {context} = document;
  const references = items.map(() => context.nextRef());
  let count = items.length;
  items.forEach((item, index) => {
    const reference = references[index] as PDFRef;
    const entry = context.obj({
      Title: PDFHexString.fromText(item.title),
      Parent: parent,
      Dest: destinations.lookup(PDFName.of(item.id), PDFArray).clone(),
    });
    const [previous, next] = [references[index - 1], references[index + 1]];
    if (previous) {
      entry.set(PDFName.of('Prev'), previous);
    }
    if (next) {
      entry.set(PDFName.of('Next'), next);
    }
    if (item.items.length > 0) {
      const nested = addItems(document, destinations, item.items, reference);
      entry.set(PDFName.of('First'), nested.first);
      entry.set(PDFName.of('Last'), nested.last);
      entry.set(PDFName.of('Count'), PDFNumber.of(nested.count));
      count += nested.count;
    }
    context.assign(reference, entry);
  });
  return {first: references[0] as PDFRef, last: references.at(-1) as PDFRef, count};
}
