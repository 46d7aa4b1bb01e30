import {readFileSync} from 'node:fs';
import path from 'node:path';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {typeface} from '../../lib/node/typeface.ts';

/** What every id of a drawing begins with, until a page gives it its own. */
export const idPlaceholder = 'kkori-diagram';

/**
 * Mermaid lays out; src/css/diagrams.css, the same file here and on the page,
 * colours. Labels are SVG text: they can be selected, printed and never wrap
 * anew in the reader's browser.
 */
export const mermaidConfiguration = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  theme: 'base',
  fontFamily: typeface.diagramFamily,
  htmlLabels: false,
  themeVariables: {fontFamily: typeface.diagramFamily, fontSize: '14px'},
  flowchart: {
    htmlLabels: false,
    useMaxWidth: false,
    nodeSpacing: 20,
    rankSpacing: 26,
    padding: 10,
    diagramPadding: 4,
    // Room below the title of a frame: what stands in it would cover it.
    subGraphTitleMargin: {top: 2, bottom: 8},
  },
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    wrap: false,
    width: 100,
    height: 52,
    actorMargin: 12,
    boxMargin: 6,
    messageMargin: 30,
    noteMargin: 8,
    diagramMarginX: 4,
    diagramMarginY: 4,
    actorFontSize: 14,
    messageFontSize: 13,
    noteFontSize: 13,
    actorFontFamily: typeface.diagramFamily,
    messageFontFamily: typeface.diagramFamily,
    noteFontFamily: typeface.diagramFamily,
  },
} as const;

/** The rules that colour drawings and set the font that they are measured with. */
export function diagramStyleSheet(): string {
  return readFileSync(path.join(repositoryRoot, 'src/css/diagrams.css'), 'utf8');
}
