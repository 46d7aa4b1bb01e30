import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type {Element} from 'hast';
import {toString} from 'hast-util-to-string';

import {elementsIn} from '../../../lib/elementsIn.ts';
import type {Book} from '../book.ts';
import {indexesOf} from '../indexes.ts';
import {name} from './name.ts';
import {forEachPage} from './pages.ts';

/**
 * Tells of every link where it leads, as PDF/UA-1 demands (7.18.5); and in its tag, where the
 * link itself is but the number of an entry or a page.
 * @param elements the tag of each link's annotation
 */
export function describeLinks(
  document: PDFDocument,
  book: Book,
  elements: ReadonlyMap<PDFRef, PDFDict>,
): void {
  const labels = labelsOf(book);
  forEachPage(document, book, ({node}) => {
    for (const reference of node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(reference, PDFDict);
      const destination = annotation.get(name('Dest'));
      const uri = annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
      const label =
        destination instanceof PDFName ? labels.get(destination.decodeText()) : undefined;
      const description = label?.text ?? uri;
      if (!(description instanceof PDFString || description instanceof PDFHexString)) {
        throw new Error(`링크가 이어질 곳이 책에 없습니다: ${String(destination ?? annotation)}`);
      }
      annotation.set(name('Contents'), description);
      if (label?.isOfNumber) {
        elements.get(reference as PDFRef)?.set(name('Alt'), description);
      }
    }
  });
}

/** What a reader finds at an id of the book. */
interface Label {
  text: PDFHexString;
  /** Whether links to it show nothing but a number. */
  isOfNumber: boolean;
}

function labelsOf(book: Book): Map<string, Label> {
  const labels = new Map<string, Label>(
    indexesOf(book).map(({id, label}) => [id, textLabel(label, false)]),
  );
  for (const {content} of book.chapters) {
    for (const element of elementsIn({type: 'root', children: content})) {
      if (typeof element.properties.id === 'string') {
        labels.set(element.properties.id, labelOf(element));
      }
    }
  }
  return labels;
}

function labelOf(element: Element): Label {
  const {tagName, properties} = element;
  if (tagName === 'li' && properties.value !== undefined) {
    return textLabel(`참고 문헌 ${Number(properties.value)}`, true);
  }
  if (tagName === 'a') {
    return textLabel(`참고 문헌 ${toString(element)}을 인용한 곳`, false);
  }
  return textLabel(toString(element).replace(/\s+/g, ' ').trim().slice(0, 120), false);
}

function textLabel(text: string, isOfNumber: boolean): Label {
  return {text: PDFHexString.fromText(text), isOfNumber};
}
