import {createHash} from 'node:crypto';

import {PDFHexString, PDFString, type PDFDocument} from '@cantoo/pdf-lib';
import {toXml} from 'xast-util-to-xml';
import {x} from 'xastscript';

import type {Book} from '../book.ts';
import {name} from './name.ts';

/**
 * Title, author, language and dates, in the document's own dictionary and in
 * XMP with the mark of PDF/UA-1. The dates are those of the sources, and the
 * file's /ID follows from the content: the same sources give the same bytes.
 */
export function setMetadata(document: PDFDocument, book: Book): void {
  const {context, catalog} = document;
  const title = `${book.title} ${book.version}`;
  const information = context.obj({
    Title: PDFHexString.fromText(title),
    Author: PDFHexString.fromText(book.author),
    Subject: PDFHexString.fromText(book.subtitle),
    Creator: PDFHexString.fromText(book.title),
    Producer: PDFString.of('Chromium, pdf-lib'),
  });
  if (book.updated) {
    const date = `D:${book.updated.slice(0, 19).replace(/[-:T]/g, '')}Z`;
    information.set(name('CreationDate'), PDFString.of(date));
    information.set(name('ModDate'), PDFString.of(date));
  }
  context.trailerInfo.Info = context.register(information);
  catalog.set(name('Lang'), PDFString.of('ko'));
  catalog.set(name('MarkInfo'), context.obj({Marked: true}));
  catalog.set(name('ViewerPreferences'), context.obj({DisplayDocTitle: true}));
  const packet = context.stream(new TextEncoder().encode(xmpPacket(book, title)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(name('Metadata'), context.register(packet));
}

/** Sets the file's /ID from a hash of the content. */
export function setIdentifier({context}: PDFDocument, content: string): void {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(hash), PDFHexString.of(hash)]);
}

/** https://developer.adobe.com/xmp/docs/XMPSpecifications/ */
function xmpPacket({author, subtitle, updated}: Book, title: string): string {
  const byLanguage = (text: string) => x('rdf:Alt', [x('rdf:li', {'xml:lang': 'x-default'}, text)]);
  const date = updated && `${updated.slice(0, 19)}Z`;
  const description = x(
    'rdf:Description',
    {
      'rdf:about': '',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
      'xmlns:pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
    },
    [
      x('dc:format', 'application/pdf'),
      x('dc:title', [byLanguage(title)]),
      x('dc:description', [byLanguage(subtitle)]),
      x('dc:creator', [x('rdf:Seq', [x('rdf:li', author)])]),
      x('dc:language', [x('rdf:Bag', [x('rdf:li', 'ko')])]),
      x('pdfuaid:part', '1'),
      ...(date ? [x('xmp:CreateDate', date), x('xmp:ModifyDate', date)] : []),
    ],
  );
  const meta = x('x:xmpmeta', {'xmlns:x': 'adobe:ns:meta/'}, [
    x('rdf:RDF', {'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'}, [description]),
  ]);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${toXml(meta)}\n<?xpacket end="r"?>`;
}
