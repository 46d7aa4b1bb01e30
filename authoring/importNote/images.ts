import {lstat, readFile, realpath} from 'node:fs/promises';
import path from 'node:path';

import {decoded} from '../../lib/address.ts';

/** A picture of a note, ready to be written. */
export interface NoteImage {
  /** Address in the note. */
  url: string;
  extension: string;
  bytes: Uint8Array;
}

const maxBytes = 5_000_000;
const downloadTimeout = 15_000;

/** What a file begins with, and the extension for it. SVG is no picture here: it can hold scripts. */
const signatures: readonly {extension: string; bytes: readonly number[]; offset?: number}[] = [
  {extension: 'png', bytes: [0x89, 0x50, 0x4e, 0x47]},
  {extension: 'jpg', bytes: [0xff, 0xd8, 0xff]},
  {extension: 'gif', bytes: [0x47, 0x49, 0x46, 0x38]},
  {extension: 'webp', bytes: [0x57, 0x45, 0x42, 0x50], offset: 8},
];

/**
 * Reads a picture that a note shows: from beside the note, or from the web (https only).
 * @throws Error in Korean when there is none or it is no picture
 */
export async function readNoteImage(url: string, noteFolder: string): Promise<NoteImage> {
  const bytes = /^[a-z][a-z0-9+.-]*:/i.test(url)
    ? await download(url)
    : await readLocal(url, noteFolder);
  if (bytes.length > maxBytes) {
    throw new Error(`${maxBytes / 1_000_000}MB보다 큽니다`);
  }
  const kind = signatures.find(({bytes: expected, offset = 0}) =>
    expected.every((byte, index) => bytes[offset + index] === byte),
  );
  if (!kind) {
    throw new Error('PNG, JPEG, GIF, WebP 그림이 아닙니다');
  }
  return {url, extension: kind.extension, bytes};
}

async function readLocal(url: string, noteFolder: string): Promise<Uint8Array> {
  const name = decoded(url.replace(/[?#].*$/, ''));
  const folder = await realpath(noteFolder);
  // GitHub reads an address that begins with a slash from the root of the repository.
  const file = path.resolve(folder, name.replace(/^\/+/, ''));
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) {
    throw new Error('파일이 없습니다');
  }
  if (!(await lstat(real)).isFile()) {
    throw new Error('파일이 아닙니다');
  }
  return readFile(real);
}

async function download(url: string): Promise<Uint8Array> {
  if (!url.startsWith('https://')) {
    throw new Error('https 주소가 아닙니다');
  }
  let response: Response;
  try {
    response = await fetch(url, {signal: AbortSignal.timeout(downloadTimeout)});
  } catch {
    throw new Error('내려받지 못했습니다');
  }
  if (!response.ok) {
    throw new Error(`내려받지 못했습니다 (${response.status})`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
