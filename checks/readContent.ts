import {closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync} from 'node:fs';
import path from 'node:path';

import {glossaryFile} from '../content-model/glossary.ts';
import {referencesFile} from '../content-model/references.ts';
import {versionsFile} from '../content-model/versions.ts';
import type {ContentEntry} from './rule.ts';

const contentPlaces = ['docs', 'versioned_docs', 'versioned_sidebars', versionsFile, 'data'];

const kilobyte = 1024;
/** Far above what people write, far below what would hold up the machine that checks. */
const maximumBytes = {'.md': 100 * kilobyte, '.yaml': 500 * kilobyte};
const maximumOtherBytes = 300 * kilobyte;
const maximumEntries = 5000;
const maximumDepth = 6;

/**
 * Reads what stands below docs/, data/ and the folders of released versions of a checkout,
 * which may be a stranger's: follows no symbolic link, opens nothing but regular files,
 * and reads no file that is too large. Everything that it leaves out is in the
 * answer too, with the reason.
 * @throws Error in Korean when the root is no folder, or holds too many files
 */
export function readContent(root: string): ContentEntry[] {
  if (!lstatSync(root, {throwIfNoEntry: false})?.isDirectory()) {
    throw new Error(`폴더가 아닙니다: ${root}`);
  }
  const entries: ContentEntry[] = [];
  for (const place of contentPlaces) {
    collect(root, place, entries);
  }
  for (const file of [referencesFile, glossaryFile, versionsFile]) {
    if (!entries.some((entry) => entry.file === file)) {
      entries.push({file, bytes: undefined, fault: '파일이 없습니다. 지웠다면 되살려 주세요'});
    }
  }
  return entries;
}

function collect(root: string, file: string, entries: ContentEntry[]): void {
  const place = path.join(root, file);
  const stats = lstatSync(place, {throwIfNoEntry: false});
  if (!stats) {
    if (file.includes('/')) {
      // Its name is no UTF-8, and so not what the folder says.
      entries.push({file, bytes: undefined, fault: '이름을 읽을 수 없습니다. 지워 주세요'});
    }
    return;
  }
  if (stats.isDirectory() && file.split('/').length <= maximumDepth) {
    for (const name of readdirSync(place).sort()) {
      collect(root, `${file}/${name}`, entries);
    }
    return;
  }
  if (entries.length >= maximumEntries) {
    throw new Error(`글 폴더의 파일이 ${maximumEntries}개를 넘어 검사하지 않았습니다.`);
  }
  entries.push(stats.isFile() ? readEntry(root, file) : {file, ...unreadable(stats)});
}

function unreadable(stats: {isSymbolicLink: () => boolean; isDirectory: () => boolean}) {
  const fault = stats.isSymbolicLink()
    ? '심볼릭 링크는 두지 않습니다. 링크를 지우고 파일을 그대로 넣어 주세요'
    : stats.isDirectory()
      ? '폴더가 너무 깊습니다. 글은 묶음 폴더 바로 아래에 두세요'
      : '보통 파일이 아닙니다. 지워 주세요';
  return {bytes: undefined, fault};
}

function readEntry(root: string, file: string): ContentEntry {
  const limit = maximumBytes[path.extname(file) as keyof typeof maximumBytes] ?? maximumOtherBytes;
  const {O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0} = constants;
  let handle: number;
  try {
    handle = openSync(path.join(root, file), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return {file, bytes: undefined, fault: '파일을 열 수 없습니다. 권한을 확인해 주세요'};
  }
  try {
    const {size} = fstatSync(handle);
    if (size > limit) {
      const fault = `파일이 너무 큽니다(${Math.ceil(size / kilobyte)}KB). ${limit / kilobyte}KB까지 둘 수 있습니다. 글은 나누고, 그림은 줄여 주세요`;
      return {file, bytes: undefined, fault};
    }
    const bytes = new Uint8Array(size);
    const length = readSync(handle, bytes);
    return {file, bytes: bytes.subarray(0, length)};
  } finally {
    closeSync(handle);
  }
}
