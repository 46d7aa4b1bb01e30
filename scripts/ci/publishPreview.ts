import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {failStep} from './outputs.ts';

const mostTries = 5;

/**
 * `node scripts/ci/publishPreview.ts 폴더`: puts a site that inspectPreview judged into
 * the repository PREVIEW_REMOTE as `pr-NUMBER/`, in place of its last preview, and takes
 * away the previews of pull requests that are not in OPEN any more. The history is
 * one commit long: previews are to look at, not to keep. Of two that publish at once,
 * the later one begins again with what the other has put there.
 */
function publishPreview(site: string): void {
  const {PREVIEW_REMOTE = '', NUMBER = '', OPEN = ''} = process.env;
  if (!/^\d+$/.test(NUMBER)) {
    throw new Error(`풀 리퀘스트의 번호가 아닙니다: ${NUMBER}`);
  }
  for (let left = mostTries; !isPublished(site, PREVIEW_REMOTE, NUMBER, OPEN); left -= 1) {
    if (left === 1) {
      throw new Error('다른 미리보기가 줄곧 함께 올라와 올리지 못했습니다. 다시 실행해 주세요.');
    }
  }
}

/** False when the repository was changed meanwhile. */
function isPublished(site: string, remote: string, number: string, open: string): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'previews-'));
  git(folder, 'clone', '--quiet', '--depth=1', remote, '.');
  const before = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {
    cwd: folder,
    encoding: 'utf8',
  }).stdout.trim();
  const kept = new Set([number, ...open.split(' ')].map((each) => `pr-${each}`));
  for (const name of readdirSync(folder)) {
    if (name.startsWith('pr-') && !kept.has(name)) {
      rmSync(path.join(folder, name), {recursive: true});
    }
  }
  const place = path.join(folder, `pr-${number}`);
  rmSync(place, {recursive: true, force: true});
  cpSync(site, place, {recursive: true});
  // Plain files, as they are; and no search engine.
  writeFileSync(path.join(folder, '.nojekyll'), '');
  writeFileSync(path.join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  git(folder, 'checkout', '--quiet', '--orphan', 'next');
  git(folder, 'add', '--all', '--force');
  const author = ['-c', 'user.name=kkori', '-c', 'user.email=kkori@users.noreply.github.com'];
  git(folder, ...author, 'commit', '--quiet', '--message', `pr-${number}`);
  const {status, stderr} = spawnSync(
    'git',
    ['push', '--quiet', `--force-with-lease=main:${before}`, 'origin', 'next:main'],
    {cwd: folder, encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}},
  );
  rmSync(folder, {recursive: true});
  if (status !== 0 && !/stale info|\[remote rejected\]|failed to lock/.test(stderr)) {
    throw new Error(`git push: ${stderr}`);
  }
  return status === 0;
}

function git(folder: string, ...commandArguments: string[]): void {
  const {status, stderr} = spawnSync('git', commandArguments, {cwd: folder, encoding: 'utf8'});
  if (status !== 0) {
    throw new Error(`git ${commandArguments[0]}: ${stderr}`);
  }
}

try {
  publishPreview(process.argv[2] ?? 'preview');
} catch (error) {
  failStep(error);
}
