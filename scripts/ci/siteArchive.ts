import {crc32, inflateRawSync} from 'node:zlib';

/** What a built site may be at most; ours is a twentieth of it. */
export const limits = {
  archiveBytes: 50_000_000,
  fileBytes: 20_000_000,
  totalBytes: 100_000_000,
  files: 5000,
};

/** All that `npm run build` makes. */
const extensions = new Set(
  'apkg css epub gif html ico jpeg jpg js json pdf png svg txt webmanifest webp woff2 xml zip'.split(
    ' ',
  ),
);
const filesWithoutExtension = new Set(['_headers']);

/**
 * No empty, hidden or parent folder, no backslash, drive, control or bidi character; and no
 * underscore in front, by which hosts know what they run (`_worker.js`) or obey (`_redirects`).
 */
const segment = /^[A-Za-z0-9][A-Za-z0-9_.~-]*$/;

/**
 * Reads the zip of a built site that a stranger's pull request may have made. The
 * whole is judged before anything is written: one bad entry and there is no site.
 * No library and no unzip program, so that the workflow that holds a key runs
 * nobody's code but this.
 * @returns contents by path, in the order of the archive
 * @throws Error in Korean at the first thing that a build of ours would not hold
 */
export function readSiteArchive(zip: Buffer, most = limits): Map<string, Buffer> {
  if (zip.length > most.archiveBytes) {
    throw new Error(`압축 파일이 너무 큽니다: ${zip.length}바이트`);
  }
  const site = new Map<string, Buffer>();
  const seen = new Set<string>();
  let total = 0;
  for (const entry of readDirectory(zip, most.files)) {
    if (entry.name.endsWith('/') && entry.size === 0) {
      continue;
    }
    const fault = faultOfName(entry.name) ?? faultOfKind(entry);
    if (fault) {
      throw new Error(`${fault}: ${JSON.stringify(entry.name)}`);
    }
    const key = entry.name.toLowerCase();
    if (seen.has(key)) {
      throw new Error(`같은 이름이 두 번 나옵니다: ${entry.name}`);
    }
    seen.add(key);
    total += entry.size;
    if (entry.size > most.fileBytes || total > most.totalBytes) {
      throw new Error(`풀면 너무 큽니다: ${entry.name}`);
    }
    site.set(entry.name, readEntry(zip, entry));
  }
  for (const name of seen) {
    const parents = name.split('/').slice(0, -1);
    if (parents.some((_, index) => seen.has(parents.slice(0, index + 1).join('/')))) {
      throw new Error(`파일 아래에 파일이 있습니다: ${name}`);
    }
  }
  if (!site.has('index.html')) {
    throw new Error('index.html이 없습니다.');
  }
  return site;
}

interface Entry {
  name: string;
  /** Bits of the operating system that packed it; the file's type is in those of Unix. */
  unixMode: number;
  flags: number;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  offset: number;
}

// Numbers and offsets: APPNOTE.TXT, 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;

function readDirectory(zip: Buffer, most: number): Entry[] {
  const longestComment = 65535;
  let end = zip.length - endLength;
  while (end >= 0 && zip.readUInt32LE(end) !== endSignature) {
    end = zip.length - end > endLength + longestComment ? -1 : end - 1;
  }
  if (end < 0) {
    throw new Error('zip이 아닙니다.');
  }
  const count = zip.readUInt16LE(end + 10);
  if (count > most) {
    throw new Error(`파일이 너무 많습니다: ${count}개`);
  }
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (entries.length < count) {
    if (at + entryLength > end || zip.readUInt32LE(at) !== entrySignature) {
      throw new Error('zip의 목록이 깨졌습니다.');
    }
    const nameLength = zip.readUInt16LE(at + 28);
    const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    entries.push({
      name: zip.toString('utf8', at + entryLength, at + entryLength + nameLength),
      unixMode: zip.readUInt32LE(at + 38) >>> 16,
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      checksum: zip.readUInt32LE(at + 16),
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += entryLength + nameLength + rest;
  }
  return entries;
}

function faultOfName(name: string): string | undefined {
  const segments = name.split('/');
  const base = segments.at(-1) ?? '';
  if (filesWithoutExtension.has(name)) {
    return undefined;
  }
  if (!segments.every((part) => segment.test(part)) || name.length > 200) {
    return '받지 않는 경로입니다';
  }
  const extension = /\.([^.]+)$/.exec(base)?.[1];
  return extension !== undefined && extensions.has(extension)
    ? undefined
    : '모르는 종류의 파일입니다';
}

function faultOfKind({unixMode, flags, method}: Entry): string | undefined {
  const type = unixMode & 0o170000;
  const regularFile = 0o100000;
  if (type !== 0 && type !== regularFile) {
    return '보통 파일이 아닙니다';
  }
  const encrypted = 1;
  const [stored, deflated] = [0, 8];
  return (flags & encrypted) !== 0 || (method !== stored && method !== deflated)
    ? '풀 수 없는 형식입니다'
    : undefined;
}

function readEntry(zip: Buffer, {name, method, checksum, packedSize, size, offset}: Entry): Buffer {
  const broken = () => new Error(`zip의 내용이 깨졌습니다: ${name}`);
  if (offset + localLength > zip.length || zip.readUInt32LE(offset) !== localSignature) {
    throw broken();
  }
  const start =
    offset + localLength + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + packedSize);
  let content: Buffer;
  try {
    // Never more than the directory said, whatever is packed: no bomb goes off.
    content = method === 0 ? packed : inflateRawSync(packed, {maxOutputLength: Math.max(size, 1)});
  } catch {
    throw broken();
  }
  if (content.length !== size || crc32(content) !== checksum) {
    throw broken();
  }
  return content;
}
