import {spawnSync} from 'node:child_process';
import {cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {isGitWorktree, repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeSmallContent} from './smallContent.ts';

/** What `npm run build` reads besides the content. */
const sources = [
  'authoring',
  'checks',
  'content-model',
  'lib',
  'licenses',
  'markdown',
  'outputs',
  'site',
  'scripts',
  'i18n',
  'src',
  'static',
  'CONTRIBUTING.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'docusaurus.config.ts',
  'site.config.ts',
  'sidebars.ts',
];
const content = ['data', 'docs', 'versioned_docs', 'versioned_sidebars', 'versions.json'];

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

/**
 * With little content, for what does not depend on how much there is. Packages and caches are the
 * repository's own.
 */
export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-copy-'));
  copy(sources, folder);
  writeSmallContent(folder);
  for (const shared of ['node_modules', '.cache']) {
    symlinkSync(path.join(repositoryRoot, shared), path.join(folder, shared));
  }
  return copyIn(folder);
}

/**
 * As someone else has the repository: history and packages of its own, and of what a build
 * keeps only the browser, what it has drawn, and the books, which it takes when it would make them
 * of the same. Inside `.cache/`, since files are linked rather than copied.
 */
export function cloneRepository(): RepositoryCopy {
  const folder = mkdtempSync(path.join(repositoryRoot, '.cache', '다른 폴더 '));
  if (isGitWorktree) {
    const {status, stderr} = spawnSync(
      'git',
      ['clone', '--quiet', '--shared', '--no-checkout', repositoryRoot, folder],
      {encoding: 'utf8'},
    );
    if (status !== 0) {
      throw new Error(stderr);
    }
  }
  copy([...sources, ...content], folder);
  linkTree('node_modules', folder, '.cache');
  for (const kept of readdirSync(path.join(repositoryRoot, '.cache'))) {
    if (['diagrams', 'books'].includes(kept) || kept.startsWith('chromium')) {
      linkTree(path.join('.cache', kept), folder);
    }
  }
  return copyIn(folder);
}

function copy(names: readonly string[], folder: string): void {
  for (const name of names) {
    cpSync(path.join(repositoryRoot, name), path.join(folder, name), {recursive: true});
  }
}

function linkTree(tree: string, folder: string, except?: string): void {
  mkdirSync(path.join(folder, tree), {recursive: true});
  for (const entry of readdirSync(path.join(repositoryRoot, tree), {withFileTypes: true})) {
    const name = path.join(tree, entry.name);
    if (entry.isDirectory() && entry.name !== except) {
      linkTree(name, folder);
    } else if (!entry.isDirectory()) {
      linkSync(path.join(repositoryRoot, name), path.join(folder, name));
    }
  }
}

function copyIn(folder: string): RepositoryCopy {
  const run: RepositoryCopy['run'] = (script, commandArguments = [], environment = {}) => {
    const tsx = path.join(folder, 'node_modules/tsx/dist/cli.mjs');
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [tsx, `scripts/${script}.ts`, ...commandArguments],
      {
        cwd: folder,
        encoding: 'utf8',
        // The bundler keeps its results in node_modules, which copies share.
        env: {...process.env, DOCUSAURUS_NO_PERSISTENT_CACHE: 'true', ...environment},
      },
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
