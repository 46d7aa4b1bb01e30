import {createHash} from 'node:crypto';
import {gzipSync} from 'node:zlib';

import type {Edition} from '../../lib/takeAlong.ts';
import {pageFile} from '../builtSite.ts';
import type {BuiltSite} from '../output.ts';
import type {EditionFiles} from './editionFiles.ts';

/**
 * What a browser stores of an edition. The same files give the same list.
 * @param written the pages as they will be served, by their files
 */
export function editionOf(
  version: string,
  {pages, files}: EditionFiles,
  written: BuiltSite['files'],
): Edition {
  const contents: [address: string, content: string | Uint8Array][] = [
    ...pages.map(({address}): [string, string | Uint8Array] => [
      address,
      written.get(pageFile(address)) ?? '',
    ]),
    ...files,
  ];
  const listed = contents.map(([address, content]) => {
    const bytes = Buffer.from(content);
    return {
      address,
      bytes: bytes.length,
      packedBytes: gzipSync(bytes).length,
      hash: createHash('sha256').update(bytes).digest('base64'),
    };
  });
  const sum = (of: 'bytes' | 'packedBytes') => listed.reduce((total, file) => total + file[of], 0);
  const list = Object.fromEntries(
    listed.map(({address, bytes, hash}): [string, [number, string]] => [address, [bytes, hash]]),
  );
  return {
    version,
    build: createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12),
    bytes: sum('bytes'),
    packedBytes: sum('packedBytes'),
    files: list,
  };
}
