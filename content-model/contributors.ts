import {spawnSync} from 'node:child_process';
import path from 'node:path';

/** Separates the fields of a commit, and one commit from the next. */
const field = '\x1f';
const record = '\x1e';

/**
 * Who wrote the files below the given folders: the names of the authors and co-authors of every
 * commit that touched a file under its present or an earlier name, in the order of their first
 * commit. A copy of the same name, as those of a released version are, begins with the people of
 * the file that it was copied from. No addresses; no bots.
 *
 * @param root of the repository
 * @returns names by the path of the file from the root; nothing without git or without the whole history
 */
export function contributorsOf(root: string, folders: readonly string[]): Map<string, string[]> {
  if (git(root, ['rev-parse', '--is-shallow-repository'])?.trim() !== 'false') {
    return new Map();
  }
  const log = git(root, [
    '-c',
    'core.quotePath=false',
    'log',
    '--reverse',
    '--topo-order',
    '--name-status',
    '--find-renames',
    '--find-copies-harder',
    `--format=${record}%aN${field}%(trailers:key=Co-authored-by,valueonly,separator=${field})`,
    '--',
    ...folders,
  ]);
  const contributors = new Map<string, string[]>();
  // Old path → new path: a branch that knew nothing of a renaming still changed that file.
  const moved = new Map<string, string>();
  for (const commit of (log ?? '').split(record).slice(1)) {
    const [head = '', ...changes] = commit.split('\n').filter(Boolean);
    const people = namesIn(head);
    for (const [status = '', first = '', second] of changes.map((line) => line.split('\t'))) {
      const file = status === 'A' ? first : whereIs(first, moved);
      const target = second ?? file;
      const isOtherPage = status.startsWith('C') && path.basename(first) !== path.basename(target);
      const earlier = isOtherPage ? [] : (contributors.get(file) ?? []);
      if (status === 'D' || status.startsWith('R')) {
        contributors.delete(file);
      }
      if (status.startsWith('R')) {
        moved.set(file, target);
      }
      moved.delete(target);
      if (status !== 'D') {
        contributors.set(target, [...new Set([...earlier, ...people])]);
      }
    }
  }
  return contributors;
}

/** `Name`, then co-authors as `Name <address>`. */
function namesIn(head: string): string[] {
  return head
    .split(field)
    .map((person) => person.replace(/<[^>]*>/, '').trim())
    .filter((name) => name !== '' && !name.endsWith('[bot]'));
}

function whereIs(file: string, moved: ReadonlyMap<string, string>): string {
  const next = moved.get(file);
  return next === undefined ? file : whereIs(next, moved);
}

function git(root: string, commandArguments: string[]): string | undefined {
  const {status, stdout} = spawnSync('git', commandArguments, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  return status === 0 ? stdout : undefined;
}
