import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {writesHtml} from '../../markdown/jsx.ts';

/**
 * Leaves out of the reader's bundle what the pages never use. Prism: code is
 * coloured at build time (markdown/code.ts), but theme-classic registers Prism's
 * languages on every page and offers no switch for it. tslib: all of it came
 * along for one function of three lines. And what only stands in the HTML.
 */
export default function lightPages({siteDir}: LoadContext): Plugin {
  const own = (file: string) => path.join(siteDir, 'site/lightPages', file);
  return {
    name: 'light-pages',
    configureWebpack(_config, isServer, {currentBundler}) {
      return {
        resolve: {
          alias: {
            'prism-react-renderer': own('noPrism.ts'),
            ...(isServer ? {} : {tslib: own('importDefault.ts')}),
          },
        },
        plugins: [new currentBundler.instance.DefinePlugin({[writesHtml]: String(isServer)})],
      };
    },
  };
}
