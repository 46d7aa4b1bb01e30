import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib';
import type {Element} from 'hast';
import {toString} from 'hast-util-to-string';
import {visit} from 'unist-util-visit';

import type {Book} from '../book.ts';

/** Tells of every link where it leads, as PDF/UA-1 demands (7.18.5). */
export function describeLinks(document: PDFDocument, book: Book): void {
  const labels = labelsOf(book);
  for (const {node} of document.getPages()) {
    for (const reference of node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(reference, PDFDict);
      const destination = annotation.get(PDFName.of('Dest'));
      const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
      const label =
        destination instanceof PDFName
          ? labels.get(destination.decodeText())
          : uri instanceof PDFString || uri instanceof PDFHexString
            ? uri.decodeText()
            : undefined;
      if (label === undefined) {
        throw new Error(`a link that leads nowhere: ${annotation.toString()}`);
      }
      annotation.set(
        PDFName.of('Contents'),
        uri instanceof PDFString ? uri : PDFHexString.fromText(label),
      );
    }
  }
}

/** What a reader finds at each id of the book. */
function labelsOf({chapters}: Book): Map<string, string> {
  const labels = new Map<string, string>();
  for (const {content} of chapters) {
    visit({type: 'root', children: content}, 'element', (element) => {
      if (typeof element.properties.id === 'string') {
        labels.set(element.properties.id, labelOf(element));
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
