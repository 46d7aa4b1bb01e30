import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import {hashOf, keep, readKept} from '../../lib/node/buildCache.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {diagramStyleSheet, idPlaceholder, mermaidConfiguration} from './appearance.ts';
import type {Drawing} from './renderDiagrams.ts';

/** Far more than all versions have: drawings of other branches stay too. */
const keptDrawings = 5000;

/** A drawing that an earlier build made of this very source, or undefined. */
export function readDrawing(source: string): Promise<Drawing | undefined> {
  return readKept('diagrams', hashOf([source, appearanceHash()]));
}

export function writeDrawing(source: string, drawing: Drawing): Promise<void> {
  return keep('diagrams', hashOf([source, appearanceHash()]), drawing, keptDrawings);
}

/** Changes with everything but their sources that drawings depend on. */
export function appearanceHash(): string {
  const require = createRequire(import.meta.url);
  return hashOf([
    (require('mermaid/package.json') as {version: string}).version,
    (require('pretendard/package.json') as {version: string}).version,
    idPlaceholder,
    JSON.stringify(mermaidConfiguration),
    diagramStyleSheet(),
    readFileSync(path.join(repositoryRoot, 'markdown/diagrams/drawInPage.ts')),
  ]);
}
