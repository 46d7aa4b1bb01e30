import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** Absolute path of the repository, without a slash at the end. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** False for a copy of the repository without its history. */
export const isGitWorktree = existsSync(path.join(repositoryRoot, '.git'));
