import {visit} from 'unist-util-visit';

import {readContentModel} from '../../content-model/model.ts';
import {reportStep} from '../../lib/node/reportStep.ts';
import {readDrawing, writeDrawing} from './cache.ts';
import {DiagramError, renderDiagrams} from './renderDiagrams.ts';

/**
 * Draws every diagram of every version that no earlier build has drawn: with one
 * browser, or with none when nothing changed.
 * @throws Error in Korean, with `file:line` where a source cannot be drawn
 */
export async function drawMissingDiagrams(siteDir: string): Promise<void> {
  const places = sourcesOf(siteDir);
  const missing: string[] = [];
  for (const source of places.keys()) {
    if (!(await readDrawing(source))) {
      missing.push(source);
    }
  }
  if (missing.length === 0) {
    return;
  }
  reportStep(`다이어그램 ${missing.length}개 그리기`);
  try {
    for (const [source, drawing] of await renderDiagrams(missing)) {
      await writeDrawing(source, drawing);
    }
  } catch (error) {
    if (error instanceof DiagramError) {
      throw new Error(
        `${places.get(error.source)} 다이어그램을 그릴 수 없습니다. Mermaid가 알려 준 까닭: ${error.message}`,
      );
    }
    throw error;
  }
}

/** Mermaid source → `file:line` of its first use. */
function sourcesOf(siteDir: string): Map<string, string> {
  const places = new Map<string, string>();
  for (const {pages} of readContentModel(siteDir).versions) {
    for (const {file, root} of pages) {
      visit(root, 'code', ({lang, value, position}) => {
        if (lang === 'mermaid' && !places.has(value)) {
          places.set(value, `${file}:${position?.start.line ?? 1}`);
        }
      });
    }
  }
  return places;
}
