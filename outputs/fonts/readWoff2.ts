import subsetFont from 'subset-font';

import {readTables} from '../../lib/node/sfnt.ts';
import {keptNameIds, readNames} from './nameTable.ts';

const whole = {
  targetFormat: 'truetype' as const,
  preserveNameIds: keptNameIds,
  keepAllGlyphs: true,
};

/** The tables of a WOFF2 font by their tags, for tests of what readers get. */
export async function readWoff2(font: Uint8Array): Promise<Map<string, Buffer>> {
  return readTables(await subsetFont(Buffer.from(font), '', whole));
}

/** What a WOFF2 font says of itself, by the ids of its `name` table. */
export async function namesOfWoff2(font: Uint8Array): Promise<Map<number, string>> {
  return readNames((await readWoff2(font)).get('name') ?? Buffer.alloc(6));
}
