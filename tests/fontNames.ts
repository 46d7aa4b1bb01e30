import subsetFont from 'subset-font';

import {readTables} from '../lib/node/sfnt.ts';
import {readNames} from '../outputs/fonts/nameTable.ts';

const whole = {targetFormat: 'truetype' as const, keepAllGlyphs: true, preserveNameIds: [13, 14]};

/** What a WOFF2 font says of itself, by the ids of its `name` table. */
export async function namesOf(font: Buffer): Promise<Map<number, string>> {
  const tables = readTables(await subsetFont(font, '', whole));
  return readNames(tables.get('name') ?? Buffer.alloc(6));
}
