import {PDFDict, PDFRef, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib';

import type {Book} from '../book.ts';
import {indexesOf} from '../indexes.ts';
import {papers, type Paper} from '../paper.ts';
import {partsOf} from '../parts.ts';
import type {Font} from './compactFonts.ts';
import {name} from './name.ts';
import {pageNumbersOf} from './pages.ts';

const pointsOf = (millimetres: number) => (millimetres * 72) / 25.4;
const resource = 'RunningHead';

/**
 * Writes above each page where a reader is: the part on the left, the chapter on the right, each
 * with the number of the page at the outer edge. Chromium has no string-set, and pages that the
 * style sheet gives the name of a chapter would begin anew with each one.
 * @returns what to add to the content of a page
 */
export function runningHeads(
  document: PDFDocument,
  book: Book,
  fonts: ReadonlyMap<string, Font>,
  paper: Paper,
): (page: PDFPage) => string {
  const [reference, font] =
    [...fonts].find(([, {face}]) => face.endsWith('Pretendard-Regular')) ?? [];
  if (!reference || !font) {
    throw new Error('면주에 쓸 글꼴 Pretendard가 없습니다.');
  }
  const fontReference = document.context
    .enumerateIndirectObjects()
    .find(([own]) => own.toString() === reference)?.[0];
  const {width, height, outer, top, text} = papers[paper];
  const size = text * 0.78;
  const titleOf = titlesOf(document, book);
  const numbers = new Map(document.getPages().map(({ref}, index) => [ref, index + 1]));

  const show = (line: string, x: number, isAtEnd: boolean): string => {
    const glyphs = [...line].flatMap((character) => font.glyphOf(character) ?? []);
    const length = glyphs.reduce((sum, glyph) => sum + (font.widthOf(glyph) * size) / 1000, 0);
    const start = pointsOf(x) - (isAtEnd ? length : 0);
    const y = pointsOf(height - top * 0.62);
    return `BT /${resource} ${size} Tf ${start.toFixed(2)} ${y.toFixed(2)} Td <${glyphs.map(font.numberOf).join('')}> Tj ET\n`;
  };

  return (page) => {
    const number = numbers.get(page.ref) ?? 0;
    const isRight = number % 2 === 1;
    const title = titleOf(number);
    if (title === undefined) {
      return '';
    }
    const resources = page.node.Resources();
    const own = resources?.lookupMaybe(name('Font'), PDFDict);
    if (!own || !(fontReference instanceof PDFRef)) {
      return '';
    }
    own.set(name(resource), fontReference);
    const edge = isRight ? width - outer : outer;
    const line = isRight ? `${title}    ${number}` : `${number}    ${title}`;
    return `/Artifact <</Type /Pagination /Subtype /Header>> BDC\n0.24 0.23 0.2 rg\n${show(line, edge, isRight)}EMC\n`;
  };
}

/** Of the page of a number: its part or chapter, `''` where it has but a number, or nothing at all. */
function titlesOf(document: PDFDocument, book: Book): (number: number) => string | undefined {
  const pages = pageNumbersOf(document);
  const pageOf = ({id}: {id: string}) => pages.get(id) ?? Infinity;
  const parts = partsOf(book.chapters);
  const openers = new Set(parts.flatMap(({title}) => (title ? [pageOf(title)] : [])));
  const chapters = [...book.chapters.filter(({isPart}) => !isPart), ...indexesOf(book)];
  const first = Math.min(...book.chapters.map(pageOf));
  return (number) => {
    if (number < first || openers.has(number)) {
      return undefined;
    }
    // The first that begins on the page, or the one that goes on.
    const chapter =
      chapters.find((each) => pageOf(each) === number) ??
      chapters.findLast((each) => pageOf(each) < number);
    const part = parts.find(({chapters: own}) => chapter && own.some(({id}) => id === chapter.id));
    return (number % 2 === 0 ? part?.title?.label : undefined) ?? chapter?.label;
  };
}
