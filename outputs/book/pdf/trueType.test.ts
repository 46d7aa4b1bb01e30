import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';

import {readTables, writeTables} from '../../../lib/node/sfnt.ts';
import {keepGlyphs} from './trueType.ts';

const whole = readFileSync(
  createRequire(import.meta.url).resolve(
    'pretendard/dist/public/static/alternative/Pretendard-Regular.ttf',
  ),
);

/** Outlines and metrics by the number of the glyph. */
function readGlyphs(font: Uint8Array): {outlines: Buffer[]; metrics: Buffer[]} {
  const tables = readTables(Buffer.from(font));
  const [head, maxp, hhea, hmtx, loca, glyf] = ['head', 'maxp', 'hhea', 'hmtx', 'loca', 'glyf'].map(
    (tag) => tables.get(tag),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
  const isLong = head.readInt16BE(50) === 1;
  const offset = (glyph: number) =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const glyphs = Array.from({length: maxp.readUInt16BE(4)}, (_, glyph) => glyph);
  const withWidth = hhea.readUInt16BE(34);
  return {
    outlines: glyphs.map((glyph) => glyf.subarray(offset(glyph), offset(glyph + 1))),
    metrics: glyphs
      .filter((glyph) => glyph < withWidth)
      .map((glyph) => hmtx.subarray(glyph * 4, glyph * 4 + 4)),
  };
}

/** The font as Chromium embeds it: the outlines of other glyphs are empty, their places stay. */
function emptied(font: Buffer, kept: ReadonlySet<number>): Uint8Array {
  const tables = readTables(font);
  const outlines = readGlyphs(font).outlines.map((outline, glyph) =>
    kept.has(glyph) ? outline : outline.subarray(0, 0),
  );
  const head = Buffer.from(tables.get('head') as Buffer);
  head.writeInt16BE(1, 50);
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  outlines.reduce((offset, outline, glyph) => {
    loca.writeUInt32BE(offset + outline.length, glyph * 4 + 4);
    return offset + outline.length;
  }, 0);
  const changed = {...Object.fromEntries(tables), head, loca, glyf: Buffer.concat(outlines)};
  return writeTables(Object.entries(changed));
}

describe('PDF에 넣는 글꼴', () => {
  it('보이는 글자의 모양과 너비는 그대로 두고, 나머지 글자와 표를 뺀다', () => {
    const before = readGlyphs(whole);
    const simple = before.outlines.findIndex(
      (outline, glyph) => glyph > 1000 && outline.length > 0 && outline.readInt16BE(0) > 0,
    );
    const composed = before.outlines.findIndex(
      (outline) => outline.length > 0 && outline.readInt16BE(0) < 0,
    );
    const [first, second] = partsOf(before.outlines[composed] as Buffer);
    const space = before.outlines.findIndex((outline, glyph) => glyph > 0 && outline.length === 0);
    assert.ok(composed > 0 && first && second && space > 0);
    const kept = new Set([0, simple, composed, first, second]);

    const {font, numbers} = keepGlyphs(emptied(whole, kept), (glyph) => glyph === space);
    const after = readGlyphs(font);

    assert.deepEqual(
      [...numbers.keys()],
      [...kept, space].sort((a, b) => a - b),
    );
    assert.equal(after.outlines.length, numbers.size);
    for (const [glyph, number] of numbers) {
      assert.deepEqual(after.metrics[number], before.metrics[glyph], `너비 ${glyph}`);
      if (glyph !== composed) {
        assert.deepEqual(after.outlines[number], before.outlines[glyph], `모양 ${glyph}`);
      }
    }
    assert.deepEqual(
      partsOf(after.outlines[numbers.get(composed) ?? 0] as Buffer),
      [first, second].map((part) => numbers.get(part)),
    );
    assert.deepEqual([...readTables(Buffer.from(font)).keys()].includes('GSUB'), false);
    assert.ok(font.length < whole.length / 100);
  });
});

/** Glyphs that a glyph of two parts, with small offsets, is composed of. */
function partsOf(outline: Buffer): number[] {
  const isWide = (outline.readUInt16BE(10) & 1) === 1;
  return [outline.readUInt16BE(12), outline.readUInt16BE(isWide ? 20 : 18)];
}
