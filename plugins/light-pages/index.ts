import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

/**
 * Leaves out of the reader's bundle what the pages never use. Prism: code is
 * coloured at build time (plugins/code), but theme-classic registers Prism's
 * languages on every page and offers no switch for it.
 */
export default function lightPages({siteDir}: LoadContext): Plugin {
  return {
    name: 'light-pages',
    configureWebpack() {
      return {
        resolve: {
          alias: {
            'prism-react-renderer': path.join(siteDir, 'plugins/light-pages/noPrism.ts'),
          },
        },
      };
    },
  };
}
