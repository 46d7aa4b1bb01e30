import {deflateSync, inflateSync} from 'node:zlib';

import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFDocument,
} from '@cantoo/pdf-lib';

import {name} from './name.ts';
import {keepGlyphs} from './trueType.ts';

/** A font of the document: Chromium numbers its glyphs in two bytes, four hexadecimal digits. */
export interface Font {
  /** Width of a glyph in thousandths of the font's size. */
  widthOf: (glyph: string) => number;
  /** Its number in the file that is written. */
  numberOf: (glyph: string) => string;
  /** Name of its face, e.g. `Pretendard-Regular`. */
  face: string;
  /** The glyph that shows a character, if the book has it in this font. */
  glyphOf: (character: string) => string | undefined;
}

/**
 * Numbers the glyphs of every font anew, without those that the book does not show,
 * in its file, its widths and its map to Unicode. The text must be written with the
 * new numbers.
 * @returns by the reference of each font
 */
export function compactFonts({context}: PDFDocument): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [reference, font] of context.enumerateIndirectObjects()) {
    if (font instanceof PDFDict && font.get(name('Subtype')) === name('Type0')) {
      fonts.set(reference.toString(), compactFont(context, font));
    }
  }
  return fonts;
}

function compactFont(context: PDFContext, font: PDFDict): Font {
  const descendant = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const descriptor = descendant.lookup(name('FontDescriptor'), PDFDict);
  const texts = readMap(inflated(context, font.get(name('ToUnicode'))));
  const widthOf = readWidths(descendant);
  const {font: file, numbers} = keepGlyphs(
    inflated(context, descriptor.get(name('FontFile2'))),
    (glyph) => texts.has(glyph),
  );
  replace(context, descriptor.get(name('FontFile2')), file, {Length1: file.length});
  const renumbered = [...texts].map(([glyph, text]) => [numbers.get(glyph) ?? 0, text] as const);
  replace(context, font.get(name('ToUnicode')), Buffer.from(writeMap(renumbered)), {});
  descendant.set(name('W'), context.obj([1, [...numbers.keys()].slice(1).map(widthOf)]));
  // As the text writes its glyphs: asked for each letter of the book.
  const glyphs = new Map(
    [...numbers].map(([glyph, number]) => [
      hex(glyph),
      {width: widthOf(glyph), number: hex(number)},
    ]),
  );
  const known = (glyph: string) => {
    const entry = glyphs.get(glyph);
    if (!entry) {
      throw new Error(`글꼴에 없는 글자입니다: ${glyph}번`);
    }
    return entry;
  };
  const byText = new Map([...texts].map(([glyph, text]) => [text.toLowerCase(), hex(glyph)]));
  return {
    widthOf: (glyph) => known(glyph).width,
    numberOf: (glyph) => known(glyph).number,
    face: font
      .lookup(name('BaseFont'), PDFName)
      .decodeText()
      .replace(/^[A-Z]{6}\+/, ''),
    glyphOf: (character) => byText.get(Buffer.from(character, 'utf16le').swap16().toString('hex')),
  };
}

function inflated(context: PDFContext, reference: unknown): Uint8Array {
  const stream = reference instanceof PDFRef ? context.lookup(reference) : undefined;
  if (!(stream instanceof PDFRawStream)) {
    throw new Error('글꼴에 파일이나 유니코드 표가 없습니다.');
  }
  return inflateSync(stream.contents);
}

function replace(
  context: PDFContext,
  reference: unknown,
  content: Uint8Array,
  entries: Record<string, number>,
): void {
  const bytes = deflateSync(content, {level: 9});
  const dictionary = context.obj({Filter: 'FlateDecode', Length: bytes.length, ...entries});
  context.assign(reference as PDFRef, PDFRawStream.of(dictionary, bytes));
}

/** The /W of a CID font: `c [w w …]` or `first last w`, and its /DW (ISO 32000-1, 9.7.4.3). */
function readWidths(font: PDFDict): (glyph: number) => number {
  const widths = new Map<number, number>();
  const entries = font.lookupMaybe(name('W'), PDFArray)?.asArray() ?? [];
  const number = (index: number) => (entries[index] as PDFNumber).asNumber();
  for (let index = 0; index < entries.length;) {
    const first = number(index);
    const second = entries[index + 1];
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, offset) => {
        widths.set(first + offset, (width as PDFNumber).asNumber());
      });
      index += 2;
    } else {
      for (let glyph = first; glyph <= number(index + 1); glyph += 1) {
        widths.set(glyph, number(index + 2));
      }
      index += 3;
    }
  }
  const defaultWidth = font.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
  return (glyph) => widths.get(glyph) ?? defaultWidth;
}

/** A map to Unicode (9.10.3): `<glyph> <text>`, and `<first> <last> <text of the first>`. */
function readMap(map: Uint8Array): Map<number, string> {
  const source = Buffer.from(map).toString('latin1');
  const texts = new Map<number, string>();
  for (const [, block = ''] of source.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      texts.set(parseInt(glyph, 16), mended(text));
    }
  }
  for (const [, block = ''] of source.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      const start = parseInt(first, 16);
      for (let glyph = start; glyph <= parseInt(last, 16); glyph += 1) {
        const unit = hex(parseInt(text.slice(-4), 16) + glyph - start);
        texts.set(glyph, mended(text.slice(0, -4) + unit));
      }
    }
  }
  return texts;
}

/**
 * D2Coding draws tab and space with one glyph, and Chromium writes the first of
 * them into the map: code would be copied with tabs in it.
 */
const mended = (text: string) => (text === '0009' ? '0020' : text);

function writeMap(texts: readonly (readonly [number, string])[]): string {
  const ranges: {first: number; texts: string[]}[] = [];
  for (const [glyph, text] of [...texts].sort(([a], [b]) => a - b)) {
    const range = ranges.at(-1);
    // In one range only the second byte may differ.
    if (range && glyph === range.first + range.texts.length && glyph % 256 > 0) {
      range.texts.push(text);
    } else {
      ranges.push({first: glyph, texts: [text]});
    }
  }
  const lines = ranges.map(({first, texts: own}) => {
    const last = first + own.length - 1;
    return `<${hex(first)}><${hex(last)}>[${own.map((text) => `<${text}>`).join('')}]`;
  });
  const blocks: string[] = [];
  // At most a hundred ranges in a block.
  for (let start = 0; start < lines.length; start += 100) {
    const block = lines.slice(start, start + 100);
    blocks.push(`${block.length} beginbfrange`, ...block, 'endbfrange');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

const hex = (number: number) => number.toString(16).padStart(4, '0');
