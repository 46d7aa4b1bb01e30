import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {diagramStyleSheet, mermaidConfiguration} from './appearance.ts';
import type {Drawing} from './renderDiagrams.ts';

const folder = path.join(repositoryRoot, '.cache', 'diagrams');

/** A drawing that an earlier build made of this very source, or undefined. */
export async function readDrawing(source: string): Promise<Drawing | undefined> {
  try {
    return JSON.parse(await readFile(cacheFile(source), 'utf8')) as Drawing;
  } catch {
    return undefined;
  }
}

export async function writeDrawing(source: string, drawing: Drawing): Promise<void> {
  const file = cacheFile(source);
  await mkdir(folder, {recursive: true});
  // Never half a file: a build that is stopped here leaves none.
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, JSON.stringify(drawing));
  await rename(partial, file);
}

/** Named by everything that the drawing depends on. */
function cacheFile(source: string): string {
  const hash = createHash('sha256').update(source).update('\0').update(appearanceHash());
  return path.join(folder, `${hash.digest('hex')}.json`);
}

/** Changes with everything but their sources that drawings depend on. */
export function appearanceHash(): string {
  const require = createRequire(import.meta.url);
  const hash = createHash('sha256');
  for (const part of [
    (require('mermaid/package.json') as {version: string}).version,
    (require('pretendard/package.json') as {version: string}).version,
    JSON.stringify(mermaidConfiguration),
    diagramStyleSheet(),
    readFileSync(path.join(repositoryRoot, 'markdown/diagrams/drawInPage.ts'), 'utf8'),
  ]) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex');
}
