import type {LoadContext, Plugin} from '@docusaurus/types';

import {drawMissingDiagrams} from '../markdown/diagrams/drawMissingDiagrams.ts';
import {drawsInReadersBrowser} from '../markdown/diagrams/drawsInReadersBrowser.ts';

/** Draws the diagrams before bundling, for remark.ts to put into the pages. */
export default function diagrams({siteDir}: LoadContext): Plugin {
  return {
    name: 'diagrams',
    async loadContent() {
      if (drawsInReadersBrowser()) {
        console.warn(
          '[diagrams] Chromium이 없어 그림을 브라우저에서 그립니다. 배포용 빌드에는 Chrome이나 Edge가 필요합니다.',
        );
        return;
      }
      await drawMissingDiagrams(siteDir);
    },
  };
}
