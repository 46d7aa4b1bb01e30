import {createHash} from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {deserialize, serialize} from 'node:v8';

import {repositoryRoot} from './repositoryRoot.ts';

const folder = path.join(repositoryRoot, '.cache');

/** Hash of everything that a kept value depends on. */
export function hashOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex');
}

/** Hash of the code below some folders of the repository, and of all packages. */
export function hashOfCode(...folders: string[]): string {
  const files = folders.flatMap((name) => filesBelow(path.join(repositoryRoot, name)));
  return hashOf(
    ['package-lock.json', ...files.filter((file) => !file.endsWith('.test.ts'))].flatMap((file) => [
      path.relative(repositoryRoot, file),
      readFileSync(path.resolve(repositoryRoot, file)),
    ]),
  );
}

/** Absolute paths of the files below a folder, sorted; none when there is no folder. */
export function filesBelow(root: string): string[] {
  if (!statSync(root, {throwIfNoEntry: false})?.isDirectory()) {
    return [];
  }
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** What was kept under this key, or undefined. */
export function readKept<Value>(kind: string, key: string): Value | undefined {
  const file = path.join(folder, kind, key);
  try {
    const value = deserialize(readFileSync(file)) as Value;
    utimesSync(file, new Date(), new Date());
    return value;
  } catch {
    // None, or of another version of Node: made anew.
    return undefined;
  }
}

/**
 * Keeps a value in `.cache/` for later commands.
 * @param count of the values of this kind that are kept; the longest unused ones go
 */
export function keep(kind: string, key: string, value: unknown, count: number): void {
  const file = path.join(folder, kind, key);
  mkdirSync(path.dirname(file), {recursive: true});
  // Never half a file: a command that is stopped here leaves none.
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, serialize(value));
  renameSync(partial, file);
  // Once in a command: what it keeps itself may be hundreds of files, each a look at all of them.
  if (!tidied.has(kind)) {
    tidied.add(kind);
    forgetOldest(path.dirname(file), count);
  }
}

/** The kinds of which this command has let the oldest go. */
const tidied = new Set<string>();

/** The value kept under this key, or a new one, which is kept. */
export async function keptOr<Value>(
  kind: string,
  key: string,
  count: number,
  make: () => Promise<Value>,
): Promise<Value> {
  const kept = readKept<Value>(kind, key);
  if (kept !== undefined) {
    return kept;
  }
  const value = await make();
  keep(kind, key, value, count);
  return value;
}

function forgetOldest(kindFolder: string, count: number): void {
  const names = readdirSync(kindFolder);
  if (names.length <= count) {
    return;
  }
  const used = names.map((name) => {
    const file = path.join(kindFolder, name);
    return {file, time: statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0};
  });
  for (const {file} of used.sort((a, b) => b.time - a.time).slice(count)) {
    rmSync(file, {force: true});
  }
}
