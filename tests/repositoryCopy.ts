import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';

/** What `npm run build` reads. */
const sources = [
  'checks',
  'data',
  'docs',
  'lib',
  'plugins',
  'scripts',
  'i18n',
  'src',
  'static',
  'versioned_docs',
  'versioned_sidebars',
  'versions.json',
  'package.json',
  'tsconfig.json',
  'docusaurus.config.ts',
  'sidebars.ts',
];

/** A copy of the repository to build in, apart from the one under test. */
export interface RepositoryCopy {
  folder: string;
  /** Runs `npm run build` in it. */
  build: (environment?: Record<string, string>) => {status: number | null; output: string};
  remove: () => void;
}

export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-copy-'));
  for (const source of sources) {
    cpSync(path.join(repositoryRoot, source), path.join(folder, source), {recursive: true});
  }
  for (const shared of ['node_modules', '.cache']) {
    symlinkSync(path.join(repositoryRoot, shared), path.join(folder, shared));
  }
  return {
    folder,
    build(environment = {}) {
      const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
      const {status, stdout, stderr} = spawnSync(process.execPath, [tsx, 'scripts/build.ts'], {
        cwd: folder,
        encoding: 'utf8',
        env: {...process.env, ...environment},
      });
      return {status, output: stdout + stderr};
    },
    remove: () => rmSync(folder, {recursive: true}),
  };
}
