import {createRequire} from 'node:module';

/**
 * Pretendard, of which readers get the characters that their pages show. Its licence (SIL OFL 1.1)
 * reserves the name for the unchanged font, so every part has ours, in its style sheet and in the
 * file itself. Diagrams load the same files as a family of their own.
 */
export const typeface = {
  family: 'Kkori Sans',
  diagramFamily: 'Kkori Sans Diagram',
  reservedName: 'Pretendard',
};

/** A weight of the typeface. */
export interface Face {
  weight: 400 | 700;
  /** Name of the part that readers get, for files and for PostScript. */
  name: string;
  /** The unchanged font, to load into a browser. */
  woff2: string;
  /** The same with its tables in the open, to cut. */
  trueType: string;
}

const require = createRequire(import.meta.url);
const face = (weight: Face['weight'], style: string): Face => ({
  weight,
  name: `KkoriSans-${style}`,
  woff2: require.resolve(`pretendard/dist/web/static/woff2/Pretendard-${style}.woff2`),
  trueType: require.resolve(`pretendard/dist/public/static/alternative/Pretendard-${style}.ttf`),
});

export const faces = [face(400, 'Regular'), face(700, 'Bold')] as const;

/**
 * The rule of CSS by which a family has a file. Text takes it only when it is there before the first
 * paint (`optional`): lines never break anew under the reader's eyes.
 * @param characters which ones it is asked for; without them, for all
 */
export function fontFace(
  family: string,
  {weight}: Face,
  url: string,
  display: 'optional' | 'swap',
  characters?: Iterable<string>,
): string {
  const range = characters ? `unicode-range:${unicodeRange(characters)};` : '';
  return (
    `@font-face{font-family:${family};font-weight:${weight};font-display:${display};${range}` +
    `src:url(${url}) format("woff2")}`
  );
}

/** As CSS writes it: `U+ac00-ac02,U+ae00`. */
function unicodeRange(characters: Iterable<string>): string {
  const points = [...new Set(characters)].map((one) => one.codePointAt(0) ?? 0);
  const runs: [from: number, to: number][] = [];
  for (const point of points.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) {
      last[1] = point;
    } else {
      runs.push([point, point]);
    }
  }
  return runs
    .map((run) => `U+${[...new Set(run)].map((point) => point.toString(16)).join('-')}`)
    .join(',');
}
