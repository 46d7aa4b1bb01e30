import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {failStep} from './outputs.ts';

/**
 * `node scripts/ci/publishPreview.ts 폴더`: puts a site that inspectPreview judged into
 * the repository PREVIEW_REMOTE as `pr-NUMBER/`, in place of its last preview, and takes
 * away the previews of pull requests that are not in OPEN any more. The history is
 * one commit long: previews are to look at, not to keep.
 */
function publishPreview(site: string): void {
  const {PREVIEW_REMOTE = '', NUMBER = '', OPEN = ''} = process.env;
  if (!/^\d+$/.test(NUMBER)) {
    throw new Error(`풀 리퀘스트의 번호가 아닙니다: ${NUMBER}`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'previews-'));
  git(folder, 'clone', '--quiet', '--depth=1', PREVIEW_REMOTE, '.');
  const kept = new Set([NUMBER, ...OPEN.split(' ')].map((number) => `pr-${number}`));
  for (const name of readdirSync(folder)) {
    if (name.startsWith('pr-') && !kept.has(name)) {
      rmSync(path.join(folder, name), {recursive: true});
    }
  }
  const place = path.join(folder, `pr-${NUMBER}`);
  rmSync(place, {recursive: true, force: true});
  cpSync(site, place, {recursive: true});
  // Plain files, as they are; and no search engine.
  writeFileSync(path.join(folder, '.nojekyll'), '');
  writeFileSync(path.join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  git(folder, 'checkout', '--quiet', '--orphan', 'next');
  git(folder, 'add', '--all', '--force');
  const author = ['-c', 'user.name=kkori', '-c', 'user.email=kkori@users.noreply.github.com'];
  git(folder, ...author, 'commit', '--quiet', '--message', `pr-${NUMBER}`);
  git(folder, 'push', '--quiet', '--force', 'origin', 'next:main');
  rmSync(folder, {recursive: true});
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
