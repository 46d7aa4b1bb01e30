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
