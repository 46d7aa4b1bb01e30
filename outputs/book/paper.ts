/** A size of paper: its edges and margins in millimetres, and its text in points. */
interface Sheet {
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** At the spine: left on a right-hand page. */
  inner: number;
  outer: number;
  text: number;
}

/**
 * A line holds 36 to 38 syllables on each of them: Pretendard sets one in 0.864 em. What is
 * left of a large sheet is its outer margin, to write on.
 */
export const papers = {
  a5: {width: 148, height: 210, top: 21, bottom: 20, inner: 19, outer: 19, text: 10},
  b5: {width: 176, height: 250, top: 24, bottom: 23, inner: 23, outer: 33, text: 10.7},
  a4: {width: 210, height: 297, top: 27, bottom: 26, inner: 28, outer: 46, text: 12},
  letter: {width: 215.9, height: 279.4, top: 25, bottom: 24, inner: 31, outer: 49, text: 12},
} as const satisfies Record<string, Sheet>;
export type Paper = keyof typeof papers;

export function isPaper(name: string): name is Paper {
  return Object.hasOwn(papers, name);
}

/** Millimetres left of the text in which the thread of a chapter runs. */
const thread = 6;

/**
 * The text on a page: whole points that are whole pixels too, since Chromium rounds the sides of a
 * page, up to the next pixel, and not those of a column.
 */
function measureOf(paper: Paper): {width: number; height: number} {
  const {width, height, top, bottom, inner, outer} = papers[paper];
  const rounded = (millimetres: number) =>
    (Math.floor((millimetres * 96) / 25.4 / 4) * 4 * 25.4) / 96;
  return {
    width: rounded(width - inner - outer + thread),
    height: rounded(height - top - bottom),
  };
}

/** Rules of CSS for pages of a size: those of a spread mirror each other. */
export function pageRules(paper: Paper): string {
  const {width, height, top, inner, outer, text} = papers[paper];
  const measure = measureOf(paper);
  // A hair less than the pixel that it is rounded to.
  const hair = 0.02;
  const bottom = height - top - measure.height + hair;
  const page = (side: string, left: number) =>
    `@page :${side} { margin: ${top}mm ${width - measure.width - left + hair}mm ${bottom}mm ${left}mm }`;
  return [
    `@page { size: ${width}mm ${height}mm }`,
    page('right', inner - thread),
    page('left', outer - thread),
    '@page bleed { margin: 0 }',
    `:root { --sheet-width: ${width}mm; --sheet-height: ${height}mm; --page-width: ${measure.width}mm;` +
      ` --page-height: ${measure.height}mm; --thread: ${thread}mm; --sheet-inner: ${inner}mm;` +
      ` --drawing-scale: ${text / 12}; font-size: ${text}pt }`,
  ].join('\n');
}
