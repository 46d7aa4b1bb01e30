import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

import {readTables} from './sfnt.ts';
import {faces} from './typeface.ts';

/**
 * Whether the fonts that a book carries have a character: Pretendard, then D2Coding, then Noto
 * Emoji. Any other comes from whatever fonts the machine has, or is an empty box.
 */
export function isInBookFonts(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges().some(([first, last]) => first <= code && code <= last);
}

type Range = readonly [first: number, last: number];
let known: Range[] | undefined;

function ranges(): Range[] {
  const require = createRequire(import.meta.url);
  known ??= [
    ...[faces[0].trueType, require.resolve('d2coding/fonts/d2coding-full.ttf')].flatMap((file) =>
      mappedBy(readTables(readFileSync(file)).get('cmap') ?? Buffer.alloc(4)),
    ),
    ...rangesOf(readFileSync(require.resolve('@fontsource/noto-emoji/400.css'), 'utf8')),
  ];
  return known;
}

/** Characters that a `cmap` table maps (OpenType 1.9, subtables of the formats 4 and 12). */
function mappedBy(table: Buffer): Range[] {
  return Array.from({length: table.readUInt16BE(2)}, (_, index) =>
    table.subarray(table.readUInt32BE(4 + index * 8 + 4)),
  ).flatMap((subtable) => {
    switch (subtable.readUInt16BE(0)) {
      case 4: {
        const segments = subtable.readUInt16BE(6);
        return Array.from({length: segments / 2}, (_, index): Range => [
          subtable.readUInt16BE(16 + segments + index * 2),
          subtable.readUInt16BE(14 + index * 2),
        ]).filter(([first]) => first !== 0xffff);
      }
      case 12:
        return Array.from({length: subtable.readUInt32BE(12)}, (_, index): Range => [
          subtable.readUInt32BE(16 + index * 12),
          subtable.readUInt32BE(16 + index * 12 + 4),
        ]);
      default:
        return [];
    }
  });
}

/** Those that the rules of a style sheet name: `U+2620, U+1f1e6-1f1ff`. */
function rangesOf(styles: string): Range[] {
  return [...styles.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, first = '', last]) => [
    parseInt(first, 16),
    parseInt(last ?? first, 16),
  ]);
}
