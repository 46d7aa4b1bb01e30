import assert from 'node:assert/strict';
import {it} from 'node:test';

import {PDFArray, PDFDict, PDFDocument, PDFString} from '@cantoo/pdf-lib';

import {joinLinks} from './joinLinks.ts';
import {name} from './name.ts';

it('한 줄에 나란한 링크의 조각은 하나로 잇고, 다른 줄과 다른 링크는 그대로 둔다', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const link = (uri: string, rectangle: number[]) =>
    page.node.addAnnot(
      document.context.register(
        document.context.obj({
          Subtype: 'Link',
          Rect: rectangle,
          A: {S: 'URI', URI: PDFString.of(uri)},
        }),
      ),
    );
  link('https://one.example/', [10, 50, 90, 60]);
  link('https://one.example/', [90.01, 50, 92, 60]);
  link('https://one.example/', [10, 38, 30, 48]);
  link('https://two.example/', [30, 38, 40, 48]);
  joinLinks(document);
  const rectangles = page.node
    .Annots()
    ?.asArray()
    .map((reference) =>
      document.context.lookup(reference, PDFDict).lookup(name('Rect'), PDFArray).asRectangle(),
    );
  assert.deepEqual(rectangles, [
    {x: 10, y: 50, width: 82, height: 10},
    {x: 10, y: 38, width: 20, height: 10},
    {x: 30, y: 38, width: 10, height: 10},
  ]);
});
