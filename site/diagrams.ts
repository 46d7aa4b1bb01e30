import type {LoadContext, Plugin} from '@docusaurus/types';

import {drawMissingDiagrams} from '../markdown/diagrams/drawMissingDiagrams.ts';

/** Draws the diagrams before bundling, all at once, for markdown/ to put into the pages. */
export default function diagrams({siteDir}: LoadContext): Plugin {
  return {
    name: 'diagrams',
    loadContent: () => drawMissingDiagrams(siteDir),
  };
}
