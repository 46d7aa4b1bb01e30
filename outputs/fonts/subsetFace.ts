import {readFile} from 'node:fs/promises';

import subsetFont from 'subset-font';

import {hashOf, hashOfCode, keptOr} from '../../lib/node/buildCache.ts';
import {readTables, writeTables} from '../../lib/node/sfnt.ts';
import {typeface, type Face} from '../../lib/node/typeface.ts';
import {keptNameIds, renamed} from './nameTable.ts';

const options = {
  targetFormat: 'woff2' as const,
  preserveNameIds: keptNameIds,
  // What browsers apply to Korean and Latin text unasked; nothing shows the alternates of the other features.
  keepFeatures: 'calt ccmp clig kern liga locl mark mkmk rclt rlig'.split(' '),
  noLayoutClosure: true,
};

/** Of some states of the content. */
const keptSubsets = 50;

/**
 * A face with the given characters and no others, as WOFF2, under our own name. The same
 * characters give the same bytes; one that the face does not have is left out.
 */
export function subsetFace({name, trueType}: Face, characters: Iterable<string>): Promise<Buffer> {
  const glyphs = [...new Set(characters)].sort().join('');
  const key = hashOf([name, glyphs, hashOfCode('lib/node', 'outputs/fonts')]);
  return keptOr('fonts', key, keptSubsets, async () => {
    const tables = readTables(await readFile(trueType));
    const {reservedName, family} = typeface;
    tables.set('name', renamed(tables.get('name') as Buffer, reservedName, family));
    return subsetFont(Buffer.from(writeTables([...tables])), glyphs, options);
  });
}
