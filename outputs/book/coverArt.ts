import type {Element, ElementContent} from 'hast';
import {h, s} from 'hastscript';

import type {Book} from './book.ts';

interface Treatment {
  paper: string;
  ink: string;
  mark: string;
  /** Of the 32 units of the mark. */
  stroke: number;
}

const green = '#0e5d53';
/** One edition after another: an outline, a solid mark, and the mark left out of the colour. */
const treatments: readonly Treatment[] = [
  {paper: '#ffffff', ink: '#000000', mark: green, stroke: 0.5},
  {paper: '#ffffff', ink: '#000000', mark: green, stroke: 3.4},
  {paper: green, ink: '#ffffff', mark: '#ffffff', stroke: 3.4},
];

/** How the cover of an edition looks, which follows from its number; the working version has none. */
export function treatmentOf({version}: Pick<Book, 'version'>): Treatment {
  const number = Number.parseInt(version, 10) || 1;
  return treatments[(number - 1) % treatments.length] as Treatment;
}

/** The art of a cover in units of a millimetre: a sheet of colour, and the mark cut by its corner. */
export function coverArt(book: Book, width: number, height: number): Element {
  const {paper, mark, stroke} = treatmentOf(book);
  return h('div', {className: 'art', ariaHidden: 'true'}, [
    s('svg', {viewBox: `0 0 ${width} ${height}`, width: `${width}mm`, height: `${height}mm`}, [
      s('rect', {width, height, fill: paper}),
      ...drawMark(book.logo, {
        size: width * 0.88,
        x: width * 0.26,
        y: -width * 0.08,
        colour: mark,
        stroke,
      }),
    ]),
  ]);
}

/** Cut anew for each part: larger or smaller, turned, and off another edge. */
export function partArt({logo}: Book, number: number, width: number, height: number): Element {
  const size = width * (0.9 + ((number * 5) % 4) * 0.22);
  const turn = (number * 67) % 360;
  const x = number % 2 === 0 ? width * 0.42 : -size * 0.35;
  const y = height * (0.36 + ((number * 3) % 5) * 0.07);
  return h('div', {className: 'art', ariaHidden: 'true'}, [
    s('svg', {viewBox: `0 0 ${width} ${height}`, width: `${width}mm`, height: `${height}mm`}, [
      s('rect', {width, height, fill: green}),
      s('g', {transform: `rotate(${turn} ${x + size / 2} ${y + size / 2})`}, [
        ...drawMark(logo, {size, x, y, colour: '#1d6d62', stroke: 3.4}),
      ]),
    ]),
  ]);
}

interface MarkOptions {
  size: number;
  x: number;
  y: number;
  colour: string;
  stroke: number;
}

/** The lines of the site's mark, which its file draws in 32 units. */
function drawMark(logo: ElementContent | undefined, options: MarkOptions): Element[] {
  if (logo?.type !== 'element') {
    return [];
  }
  const {size, x, y, colour, stroke} = options;
  const {fill, strokeLinecap, strokeLinejoin} = logo.properties;
  return [
    s(
      'g',
      {
        fill,
        strokeLinecap,
        strokeLinejoin,
        transform: `translate(${x} ${y}) scale(${size / 32})`,
        stroke: colour,
        strokeWidth: stroke,
      },
      logo.children,
    ),
  ];
}
