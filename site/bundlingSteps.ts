import type {Plugin} from '@docusaurus/types';

import {reportProgress, reportStep} from '../lib/node/reportStep.ts';

/** Says how far the bundling is in `npm run build`, in place of Docusaurus' own bars, which would write over our line. */
export default function bundlingSteps(): Plugin {
  // Of the reader's bundle, and of the one that writes the HTML, which are made at the same time.
  const shares = new Map<boolean, number>();
  return {
    name: 'bundling-steps',
    configureWebpack({plugins = []}, isServer, {currentBundler}) {
      if (process.env.NODE_ENV !== 'production') {
        return {};
      }
      if (shares.size === 0) {
        reportStep('페이지 묶기');
      }
      shares.set(isServer, 0);
      const {ProgressPlugin} = currentBundler.instance;
      return {
        mergeStrategy: {plugins: 'replace'},
        plugins: [
          ...plugins.filter((plugin) => !(plugin instanceof ProgressPlugin)),
          new ProgressPlugin((share) => {
            shares.set(isServer, share);
            reportProgress(`${Math.floor(Math.min(...shares.values()) * 100)}%`);
          }),
          {
            apply({hooks}) {
              hooks.done.tap('bundling-steps', () => {
                shares.delete(isServer);
                if (shares.size === 0) {
                  reportStep('HTML 쓰기');
                }
              });
            },
          },
        ],
      };
    },
  };
}
