import {visit} from 'unist-util-visit';

import {readContentModel} from '../../content-model/model.ts';
import {drawDiagrams} from '../../lib/node/diagrams/drawDiagrams.ts';

/**
 * Draws every diagram of every version that no earlier build has drawn.
 * @throws Error in Korean, with `file:line` where a source cannot be drawn
 */
export async function drawMissingDiagrams(siteDir: string): Promise<void> {
  const places = sourcesOf(siteDir);
  for (const [source, drawn] of await drawDiagrams([...places.keys()])) {
    if ('fault' in drawn) {
      throw new Error(`${places.get(source)} 다이어그램을 그릴 수 없습니다. ${drawn.fault.reason}`);
    }
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
