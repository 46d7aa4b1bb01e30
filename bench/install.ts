import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {runQuietly} from './run.ts';

/** Installs what a folder's lockfile pins, on first use and whenever the lockfile changed. */
export function install(folder: string): void {
  const lockfile = readFileSync(path.join(folder, 'package-lock.json'));
  const version = createHash('sha256').update(lockfile).digest('hex');
  const stamp = path.join(folder, 'node_modules/.installed-lockfile');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) {
    return;
  }
  console.error(`설치합니다: ${path.basename(folder)}`);
  // --prefix makes npm read the .npmrc of that folder, not ours: hence the switches.
  const switches = ['--ignore-scripts', '--no-audit', '--no-fund'];
  runQuietly('npm', ['ci', '--prefix', folder, ...switches], folder);
  writeFileSync(stamp, version);
}
