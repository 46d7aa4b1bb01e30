import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

/**
 * Of what Docusaurus bundles for the browser we ship the style sheet and the pictures of the pages,
 * and no script (outputs/pages makes those). So it holds no page, and no script of it is minified.
 */
export default function clientBundle({siteDir}: LoadContext): Plugin {
  return {
    name: 'client-bundle',
    configureWebpack({optimization}, isServer) {
      if (isServer || process.env.NODE_ENV !== 'production') {
        return {};
      }
      const minimizer = (optimization?.minimizer ?? []).filter(
        (plugin) => typeof plugin === 'object' && /css/i.test(plugin?.constructor.name ?? ''),
      );
      return {
        mergeStrategy: {'optimization.minimizer': 'replace'},
        optimization: {minimizer},
        module: {
          rules: [
            {
              test: /\.md$/,
              enforce: 'post',
              include: [path.join(siteDir, 'docs'), path.join(siteDir, 'versioned_docs')],
              use: [path.join(siteDir, 'site/clientBundle/keepFiles.cjs')],
            },
          ],
        },
      };
    },
  };
}
