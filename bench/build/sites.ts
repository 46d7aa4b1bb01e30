import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {isGitWorktree, repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {install} from '../install.ts';
import {adapt} from '../pages/adapt.ts';
import {peers} from '../pages/peers.ts';
import {runQuietly} from '../run.ts';
import {addPages, pageFiles} from './syntheticPages.ts';

/** What a build makes or installs, and what no build reads. */
const noSources = new Set([
  '.cache',
  '.docusaurus',
  '.git',
  'bench',
  'build',
  'build.lock',
  'build.partial',
  'build.previous',
  'node_modules',
  'tests',
]);

const contentFolders = ['docs', 'versioned_docs'];

/** Number of pages that the repository has, of all versions. */
export function ownPageCount(): number {
  return contentFolders.flatMap((folder) => pageFiles(path.join(repositoryRoot, folder))).length;
}

/** Writes a copy of this site, without any cache, and with pages added up to `count` where one is given. */
export function copyOurs(folder: string, count = ownPageCount()): void {
  if (isGitWorktree) {
    // A build reads the dates and the authors of the pages from it.
    runQuietly(
      'git',
      ['clone', '--quiet', '--shared', '--no-checkout', repositoryRoot, folder],
      repositoryRoot,
    );
    runQuietly('git', ['reset', '--quiet'], folder);
  }
  for (const name of readdirSync(repositoryRoot).filter((entry) => !noSources.has(entry))) {
    cpSync(path.join(repositoryRoot, name), path.join(folder, name), {recursive: true});
  }
  linkPackages(repositoryRoot, folder);
  addPages(folder, count - ownPageCount());
}

/** Takes the books out of the outputs of a copy: no reader of the site needs such a switch. */
export function leaveOutBooks(folder: string): void {
  const file = path.join(folder, 'outputs/outputs.ts');
  const text = readFileSync(file, 'utf8');
  const without = text.replace(/^ {2}books,\n/m, '');
  if (without === text) {
    throw new Error('outputs/outputs.ts의 차례에서 책을 찾지 못했습니다.');
  }
  writeFileSync(file, without);
}

/** Writes a site of plain Docusaurus with all the pages of a copy of ours, in the same versions. */
export function copyPlain(ours: string, folder: string): void {
  const peer = path.join(repositoryRoot, 'bench/peers/docusaurus');
  const syntax = peers.find(({name}) => name === 'docusaurus')?.syntax;
  if (!syntax) {
    throw new Error('bench/pages/peers.ts에 docusaurus가 없습니다.');
  }
  install(peer);
  mkdirSync(folder, {recursive: true});
  for (const name of ['package.json', 'docusaurus.config.mjs']) {
    cpSync(path.join(peer, name), path.join(folder, name));
  }
  for (const name of ['versions.json', 'versioned_sidebars', ...contentFolders]) {
    cpSync(path.join(ours, name), path.join(folder, name), {recursive: true});
  }
  for (const file of contentFolders.flatMap((name) => pageFiles(path.join(folder, name)))) {
    writeFileSync(file, adapt(readFileSync(file, 'utf8'), syntax));
  }
  linkPackages(peer, folder);
}

/** A folder of its own, for the bundler's cache in it; the packages are those of `from`. */
function linkPackages(from: string, to: string): void {
  const target = path.join(to, 'node_modules');
  mkdirSync(target);
  for (const name of readdirSync(path.join(from, 'node_modules'))) {
    if (name !== '.cache') {
      symlinkSync(path.join(from, 'node_modules', name), path.join(target, name));
    }
  }
}
