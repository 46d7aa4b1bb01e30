import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {diagramStyleSheet, idPlaceholder, mermaidConfiguration} from './appearance.ts';
import type {Drawing} from './renderDiagrams.ts';

const folder = path.join(repositoryRoot, '.cache', 'diagrams');

/** A drawing that an earlier build made of this very source, or undefined. */
export async function readDrawing(source: string): Promise<Drawing | undefined> {
  try {
    return JSON.parse(await readFile(await cacheFile(source), 'utf8')) as Drawing;
  } catch {
    return undefined;
  }
}

export async function writeDrawing(source: string, drawing: Drawing): Promise<void> {
  const file = await cacheFile(source);
  await mkdir(folder, {recursive: true});
  // Never half a file: a build that is stopped here leaves none.
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, JSON.stringify(drawing));
  await rename(partial, file);
}

/** Named by everything that the drawing depends on. */
async function cacheFile(source: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const {version} = require('mermaid/package.json') as {version: string};
  const font = require('pretendard/package.json') as {version: string};
  const hash = createHash('sha256');
  for (const part of [
    source,
    version,
    font.version,
    idPlaceholder,
    JSON.stringify(mermaidConfiguration),
    await diagramStyleSheet(),
    await readFile(path.join(repositoryRoot, 'markdown/diagrams/drawInPage.ts'), 'utf8'),
  ]) {
    hash.update(part).update('\0');
  }
  return path.join(folder, `${hash.digest('hex')}.json`);
}
