import {spawnSync} from 'node:child_process';

/** What a merge commit changes, seen from its first parent. */
export interface Changes {
  /** Whether all of it is content: then the tree's code is the first parent's own. */
  isContentOnly: boolean;
  /** Content files that it adds or changes, from the root of the repository. */
  files: string[];
}

/** Ordinary names of content: nothing that a shell, a log or Markdown would read otherwise. */
export const contentPath = /^(docs(\/[a-zA-Z0-9][a-zA-Z0-9._-]*)+|data\/[a-z-]+\.yaml)$/;

const regularFile = '100644';
const noFile = '000000';

/**
 * Reads what HEAD, a merge commit, changes. A symbolic link, a submodule or an
 * executable below docs/ is no content.
 * @throws when the folder is no checkout with a parent commit
 */
export function readChanges(folder: string): Changes {
  const {status, stdout, stderr} = spawnSync(
    'git',
    ['diff', '--raw', '-z', '--no-renames', 'HEAD^1', 'HEAD'],
    {cwd: folder, encoding: 'utf8'},
  );
  if (status !== 0) {
    throw new Error(`git diff가 실패했습니다: ${stderr}`);
  }
  // `:100644 100644 0123… 4567… M` and the path, each ended by a zero byte.
  const fields = stdout.split('\0');
  const changes = fields.flatMap((field, index) => {
    const mode = /^:\d{6} (\d{6}) /.exec(field)?.[1];
    return mode === undefined ? [] : [{mode, file: fields[index + 1] ?? ''}];
  });
  const isContent = ({mode, file}: {mode: string; file: string}) =>
    contentPath.test(file) && (mode === regularFile || mode === noFile);
  return {
    isContentOnly: changes.length > 0 && changes.every(isContent),
    files: changes
      .filter((change) => isContent(change) && change.mode === regularFile)
      .map(({file}) => file),
  };
}
