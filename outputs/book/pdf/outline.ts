import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFNumber,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';
import {name} from './name.ts';

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
  const destinations = document.catalog.lookup(name('Dests'), PDFDict);
  const outline = document.context.nextRef();
  const {first, last, count} = addItems(document, destinations, roots, outline);
  document.context.assign(
    outline,
    document.context.obj({Type: 'Outlines', First: first, Last: last, Count: count}),
  );
  document.catalog.set(name('Outlines'), outline);
  document.catalog.set(name('PageMode'), name('UseOutlines'));
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
      Dest: destinations.lookup(name(item.id), PDFArray).clone(),
    });
    const [previous, next] = [references[index - 1], references[index + 1]];
    if (previous) {
      entry.set(name('Prev'), previous);
    }
    if (next) {
      entry.set(name('Next'), next);
    }
    if (item.items.length > 0) {
      const nested = addItems(document, destinations, item.items, reference);
      entry.set(name('First'), nested.first);
      entry.set(name('Last'), nested.last);
      entry.set(name('Count'), PDFNumber.of(nested.count));
      count += nested.count;
    }
    context.assign(reference, entry);
  });
  return {first: references[0] as PDFRef, last: references.at(-1) as PDFRef, count};
}
