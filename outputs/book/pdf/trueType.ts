import {readTables, writeTables} from '../../../lib/node/sfnt.ts';

/** Tables that a PDF needs of a TrueType font (ISO 32000-1, 9.9): it has maps and names of its own. */
const neededTables = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

/**
 * Leaves out the glyphs and tables that nothing shows. Chromium empties the glyphs
 * that it does not need, but keeps their places: fourteen thousand for five hundred.
 * @param isShown whether the text has the glyph; what another is composed of stays too
 * @returns the font, and the new number of each glyph that it still has, in the same order
 */
export function keepGlyphs(
  font: Uint8Array,
  isShown: (glyph: number) => boolean,
): {font: Uint8Array; numbers: Map<number, number>} {
  const tables = readTables(Buffer.from(font));
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) {
      throw new Error(`글꼴에 ${tag} 표가 없습니다.`);
    }
    return found;
  };
  const [head, hhea, maxp] = [
    table('head'),
    Buffer.from(table('hhea')),
    Buffer.from(table('maxp')),
  ];
  const isLong = head.readInt16BE(50) === 1;
  const offsetOf = (glyph: number) =>
    isLong ? table('loca').readUInt32BE(glyph * 4) : table('loca').readUInt16BE(glyph * 2) * 2;
  const outlineOf = (glyph: number) => table('glyf').subarray(offsetOf(glyph), offsetOf(glyph + 1));

  const count = maxp.readUInt16BE(4);
  const kept = Array.from({length: count}, (_, glyph) => glyph).filter(
    (glyph) => glyph === 0 || isShown(glyph) || outlineOf(glyph).length > 0,
  );
  const numbers = new Map(kept.map((glyph, number) => [glyph, number]));
  const outlines = kept.map((glyph) => renumberedParts(outlineOf(glyph), numbers));
  const offsets = [0];
  for (const outline of outlines) {
    offsets.push((offsets.at(-1) ?? 0) + outline.length);
  }
  const loca = Buffer.alloc(offsets.length * (isLong ? 4 : 2));
  offsets.forEach((offset, index) =>
    isLong ? loca.writeUInt32BE(offset, index * 4) : loca.writeUInt16BE(offset / 2, index * 2),
  );
  const metrics = kept.map((glyph) => metricOf(table('hmtx'), glyph, hhea.readUInt16BE(34)));
  hhea.writeUInt16BE(kept.length, 34);
  maxp.writeUInt16BE(kept.length, 4);
  const changed = new Map([
    ...tables,
    ['glyf', Buffer.concat(outlines)],
    ['loca', loca],
    ['hmtx', Buffer.concat(metrics)],
    ['hhea', hhea],
    ['maxp', maxp],
  ]);
  return {font: writeTables([...changed].filter(([tag]) => neededTables.includes(tag))), numbers};
}

/** Advance width and left side bearing; the last glyphs share the last width. */
function metricOf(hmtx: Buffer, glyph: number, count: number): Buffer {
  if (glyph < count) {
    return hmtx.subarray(glyph * 4, glyph * 4 + 4);
  }
  const bearing = count * 4 + (glyph - count) * 2;
  return Buffer.concat([
    hmtx.subarray(count * 4 - 4, count * 4 - 2),
    hmtx.subarray(bearing, bearing + 2),
  ]);
}

/** The outline; one that is composed of other glyphs with their new numbers. */
function renumberedParts(outline: Buffer, numbers: ReadonlyMap<number, number>): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) {
    return outline;
  }
  const changed = Buffer.from(outline);
  let position = 10;
  let flags: number;
  do {
    flags = outline.readUInt16BE(position);
    changed.writeUInt16BE(numbers.get(outline.readUInt16BE(position + 2)) ?? 0, position + 2);
    // Two numbers to place it by, of one or two bytes, then up to four to transform it.
    const transform = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    position += 4 + (flags & 0x01 ? 4 : 2) + transform;
  } while (flags & 0x20);
  return changed;
}
