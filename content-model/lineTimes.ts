import {spawnSync} from 'node:child_process';

/**
 * Tells when each line of a file was last changed, in seconds since 1970, from the first line on; a
 * line that is not committed yet counts as a second younger than the last commit, so that the same
 * sources say the same.
 * @returns for a path from the root of the repository; undefined for a file that git does not know,
 *   and for each without git or without the whole history
 */
export function lineTimes(root: string): (file: string) => number[] | undefined {
  const git = (...commandArguments: string[]) => {
    const {status, stdout} = spawnSync('git', commandArguments, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    });
    return status === 0 ? stdout : undefined;
  };
  if (git('rev-parse', '--is-shallow-repository')?.trim() !== 'false') {
    return () => undefined;
  }
  const last = Number(git('log', '-1', '--format=%ct'));
  return (file) =>
    git('blame', '--line-porcelain', '--', file)
      ?.split(/^(?=[0-9a-f]{40} )/m)
      .map((line) =>
        /^0{40}/.test(line) ? last + 1 : Number(/^committer-time (\d+)$/m.exec(line)?.[1]),
      );
}
