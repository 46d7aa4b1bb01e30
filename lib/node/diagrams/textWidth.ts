import {readFileSync} from 'node:fs';

import {faces, type Face} from '../typeface.ts';

type Weight = Face['weight'];

/** Character → advance, in the size of the font. */
type Advances = (character: number) => number;

const advancesOf = new Map<Weight, Advances>();

/**
 * Width of a line of text in the typeface of drawings, without kerning, which only
 * brings letters closer.
 */
export function textWidth(text: string, size: number, weight: Weight): number {
  let advances = advancesOf.get(weight);
  if (!advances) {
    const face = faces.find((candidate) => candidate.weight === weight) ?? faces[0];
    advances = readAdvances(readFileSync(face.trueType));
    advancesOf.set(weight, advances);
  }
  let width = 0;
  for (const character of text) {
    width += advances(character.codePointAt(0) ?? 0);
  }
  return width * size;
}

/**
 * The `hmtx` and `cmap` (format 12) tables of a TrueType font:
 * https://learn.microsoft.com/typography/opentype/spec/otff
 */
function readAdvances(font: Buffer): Advances {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const at = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) {
      throw new Error(`The font has no table ${name}`);
    }
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(at('head') + 18);
  const lastAdvance = font.readUInt16BE(at('hhea') + 34) - 1;
  const advanceOf = (glyph: number) =>
    font.readUInt16BE(at('hmtx') + Math.min(glyph, lastAdvance) * 4) / unitsPerEm;

  const cmap = at('cmap');
  const subtables = Array.from({length: font.readUInt16BE(cmap + 2)}, (_, index) =>
    font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const full = subtables.find((offset) => font.readUInt16BE(cmap + offset) === 12);
  if (full === undefined) {
    throw new Error('The font has no cmap of format 12');
  }
  const groups = cmap + full + 16;
  const count = font.readUInt32BE(groups - 4);
  const known = new Map<number, number>();
  return (character) => {
    const width = known.get(character) ?? find(character);
    known.set(character, width);
    return width;
  };

  function find(character: number): number {
    for (let index = 0; index < count; index += 1) {
      const group = groups + index * 12;
      const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
      if (character >= first && character <= last) {
        return advanceOf(font.readUInt32BE(group + 8) + character - first);
      }
    }
    // Another font of the system's draws it: no wider than a square.
    return 1;
  }
}
