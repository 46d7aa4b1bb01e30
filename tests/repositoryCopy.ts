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

interface Run {
  status: number | null;
  output: string;
}

/** A copy of the repository to build in, apart from the one under test. */
export interface RepositoryCopy {
  folder: string;
  /** Runs `npm run build` in it. */
  build: (environment?: Record<string, string>) => Run;
  /** Runs a command of scripts/ in it. */
  run: (script: string, commandArguments?: string[], environment?: Record<string, string>) => Run;
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
  const run: RepositoryCopy['run'] = (script, commandArguments = [], environment = {}) => {
    const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [tsx, `scripts/${script}.ts`, ...commandArguments],
      {cwd: folder, encoding: 'utf8', env: {...process.env, ...environment}},
    );
    return {status, output: stdout + stderr};
  };
  return {
    folder,
    run,
    build: (environment) => run('build', [], environment),
    remove: () => rmSync(folder, {recursive: true}),
  };
}
