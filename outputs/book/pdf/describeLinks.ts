import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib';
import type {Element} from 'hast';
import {toString} from 'hast-util-to-string';
import {visit} from 'unist-util-visit';

import type {Book} from '../book.ts';
import {name} from './name.ts';
import {forEachPage} from './pages.ts';

/** Tells of every link where it leads, as PDF/UA-1 demands (7.18.5). */
export function describeLinks(document: PDFDocument, book: Book): void {
  const labels = labelsOf(book);
  forEachPage(document, book, ({node}) => {
    for (const reference of node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(reference, PDFDict);
      const destination = annotation.get(name('Dest'));
      const uri = annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
      const description =
        destination instanceof PDFName ? labels.get(destination.decodeText()) : uri;
      if (!(description instanceof PDFString || description instanceof PDFHexString)) {
        throw new Error(`링크가 이어질 곳이 책에 없습니다: ${String(destination ?? annotation)}`);
      }
      annotation.set(name('Contents'), description);
    }
  });
}

/** What a reader finds at each id of the book. */
function labelsOf({chapters}: Book): Map<string, PDFHexString> {
  const labels = new Map<string, PDFHexString>();
  for (const {content} of chapters) {
    visit({type: 'root', children: content}, 'element', (element) => {
      if (typeof element.properties.id === 'string') {
        labels.set(element.properties.id, PDFHexString.fromText(labelOf(element)));
      }
    });
  }
  return labels;
}

function labelOf(element: Element): string {
  const {tagName, properties} = element;
  if (tagName === 'li' && properties.value !== undefined) {
    return `참고 문헌 ${Number(properties.value)}`;
  }
  if (tagName === 'a') {
    return `${toString(element)}번을 인용한 곳`;
  }
  return toString(element).replace(/\s+/g, ' ').trim().slice(0, 120);
}
