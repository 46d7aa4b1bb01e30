import type {Font} from './compactFonts.ts';
import {stringToHex, type Operation} from './contentStream.ts';

/** In thousandths of the font's size: a fiftieth of a letter, which nobody sees. */
const tolerance = 15;

/**
 * Chromium moves to each glyph by itself. Glyphs that follow each other on a
 * line become one string, with the differences from the font's own widths:
 * a third of the bytes, and the same picture.
 *
 *     <0600> Tj 9.2 0 Td <1ac1> Tj 9.3 0 Td <3054> Tj
 *
 * becomes
 *
 *     [<06001ac1> -9 <3054>] TJ 18.5 0 Td
 */
export function joinText(
  operations: readonly Operation[],
  fontOf: (resource: string) => Font,
): Operation[] {
  const joined: Operation[] = [];
  let font: Font | undefined;
  let size = 1;
  for (let index = 0; index < operations.length; index += 1) {
    const operation = operations[index];
    if (!operation) {
      continue;
    }
    if (operation.operator === 'Tf') {
      font = fontOf(operation.operands[0] ?? '');
      size = Number(operation.operands[1]);
    }
    if (operation.operator !== 'Tj' || !font) {
      joined.push(operation);
      continue;
    }
    const run = readRun(operations, index, font, size);
    joined.push({operator: 'TJ', operands: [`[${run.text}]`]});
    // Td counts from the start of the line: what follows must find it where it was.
    const next = operations[run.end];
    if (run.moved !== 0 && next?.operator === 'Td') {
      const [x = '0', y = '0'] = next.operands;
      joined.push({operator: 'Td', operands: [number(run.moved + Number(x)), y]});
      index = run.end;
    } else if (run.moved !== 0 && next && !['ET', 'Tm'].includes(next.operator)) {
      joined.push({operator: 'Td', operands: [number(run.moved), '0']});
      index = run.end - 1;
    } else {
      index = run.end - 1;
    }
  }
  return joined;
}

interface Run {
  /** Inside of the array of TJ. */
  text: string;
  /** How far the start of the line has moved. */
  moved: number;
  /** Index of the first operation after it. */
  end: number;
}

function readRun(
  operations: readonly Operation[],
  start: number,
  {widthOf, numberOf}: Font,
  size: number,
): Run {
  const widthOfAll = (glyphs: readonly string[]) =>
    glyphs.reduce((sum, glyph) => sum + (widthOf(glyph) * size) / 1000, 0);
  let glyphs = glyphsIn(operations[start]);
  let text = `<${glyphs.map(numberOf).join('')}`;
  let width = widthOfAll(glyphs);
  let moved = 0;
  // Where the next glyph would fall, less where it should: errors never add up.
  let drift = 0;
  let end = start + 1;
  for (;;) {
    const move = operations[end];
    const show = operations[end + 1];
    if (move?.operator !== 'Td' || Number(move.operands[1]) !== 0 || show?.operator !== 'Tj') {
      break;
    }
    const distance = Number(move.operands[0]);
    moved += distance;
    drift += width - distance;
    const adjustment = Math.round((drift / size) * 1000);
    glyphs = glyphsIn(show);
    if (Math.abs(adjustment) > tolerance) {
      text += `>${adjustment}<`;
      drift -= (adjustment * size) / 1000;
    }
    text += glyphs.map(numberOf).join('');
    width = widthOfAll(glyphs);
    end += 2;
  }
  return {text: `${text}>`, moved, end};
}

/** Two bytes a glyph: Chromium's fonts all have the encoding Identity-H. */
function glyphsIn(show: Operation | undefined): string[] {
  const hex = stringToHex(show?.operands[0] ?? '');
  const glyphs: string[] = [];
  for (let position = 0; position < hex.length; position += 4) {
    glyphs.push(hex.slice(position, position + 4));
  }
  return glyphs;
}

function number(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
