import {existsSync} from 'node:fs';
import {lstat, readdir, readFile, realpath} from 'node:fs/promises';
import path from 'node:path';

import {decoded} from '../../lib/address.ts';
import {pictureFault, withoutCameraData} from '../../lib/node/pictureFault.ts';

/** A picture of a note, ready to be written. */
export interface NoteImage {
  /** Address in the note. */
  url: string;
  extension: string;
  bytes: Uint8Array;
}

const maxDownload = 5_000_000;
const downloadTimeout = 15_000;

/** What a file begins with, and the extension for it. SVG is no picture here: it can hold scripts. */
const signatures: readonly {extension: string; bytes: readonly number[]; offset?: number}[] = [
  {extension: 'png', bytes: [0x89, 0x50, 0x4e, 0x47]},
  {extension: 'jpg', bytes: [0xff, 0xd8, 0xff]},
  {extension: 'gif', bytes: [0x47, 0x49, 0x46, 0x38]},
  {extension: 'webp', bytes: [0x57, 0x45, 0x42, 0x50], offset: 8},
];

/** An address as a report shows it: a picture that stands in the note itself has one of thousands of letters. */
export function shownAddress(url: string): string {
  return url.startsWith('data:') ? `${url.slice(0, 30)}…` : decoded(url);
}

/**
 * Reads a picture that a note shows: from beside the note, from the note itself, or from the web (https only).
 * @throws Error in Korean when there is none or it is no picture
 */
export async function readNoteImage(url: string, noteFolder: string): Promise<NoteImage> {
  const [, inline] = /^data:image\/\w+;base64,([\w+/=%\s]+)$/.exec(url) ?? [];
  const bytes = withoutCameraData(
    inline !== undefined
      ? Buffer.from(decoded(inline), 'base64')
      : /^[a-z][a-z0-9+.-]*:/i.test(url)
        ? await download(url)
        : await readLocal(url, noteFolder),
  );
  const kind = signatures.find(({bytes: expected, offset = 0}) =>
    expected.every((byte, index) => bytes[offset + index] === byte),
  );
  if (!kind) {
    throw new Error('PNG, JPEG, GIF, WebP 그림이 아닙니다');
  }
  const fault = pictureFault(kind.extension, bytes);
  if (fault !== undefined) {
    throw new Error(fault);
  }
  return {url, extension: kind.extension, bytes};
}

async function readLocal(url: string, noteFolder: string): Promise<Uint8Array> {
  const name = decoded(url.replace(/[?#].*$/, ''));
  const folder = await realpath(noteFolder);
  // GitHub reads an address that begins with a slash from the root of the repository.
  const from = name.startsWith('/') ? [folder, repositoryOf(folder)] : [folder];
  for (const start of from) {
    const file = await fileNamed(start, name.replace(/^\/+/, ''));
    if (file === undefined) {
      continue;
    }
    if (!(await lstat(file)).isFile()) {
      throw new Error('파일이 아닙니다');
    }
    return readFile(file);
  }
  throw new Error('파일이 없습니다');
}

/** The folder above that holds a `.git`, or the folder itself. */
function repositoryOf(folder: string): string {
  for (let above = folder; ; above = path.dirname(above)) {
    if (existsSync(path.join(above, '.git'))) {
      return above;
    }
    if (above === path.dirname(above)) {
      return folder;
    }
  }
}

/** The file of a relative path: the names of one in parts (NFD) and one whole (NFC) are the same. */
async function fileNamed(folder: string, name: string): Promise<string | undefined> {
  let found = folder;
  for (const part of name.split(/[\\/]/).filter((each) => each !== '' && each !== '.')) {
    const names = part === '..' ? [part] : await readdir(found).catch(() => []);
    const same = names.find((each) => each.normalize('NFC') === part.normalize('NFC'));
    if (same === undefined) {
      return undefined;
    }
    found = path.join(found, same);
  }
  return realpath(found).catch(() => undefined);
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
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > maxDownload) {
    throw new Error(`${maxDownload / 1_000_000}MB보다 큽니다`);
  }
  return bytes;
}
