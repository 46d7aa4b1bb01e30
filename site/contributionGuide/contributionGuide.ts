import {readFile} from 'node:fs/promises';
import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {routeData} from '../routeData.ts';
import {siteAddress} from '../siteAddress.ts';
import {readGuide} from './readGuide.ts';

/** The page `/contributing/`: CONTRIBUTING.md, for those who come from the site. */
export default function contributionGuide(context: LoadContext): Plugin {
  const {siteDir, baseUrl} = context;
  const source = path.join(siteDir, 'CONTRIBUTING.md');
  return {
    name: 'contribution-guide',
    getPathsToWatch: () => [source],
    async contentLoaded({actions}) {
      const {repositoryUrl} = siteAddress(process.env);
      const guide = readGuide(await readFile(source, 'utf8'), repositoryUrl);
      const file = await actions.createData('contribution-guide.json', JSON.stringify(guide));
      actions.addRoute({
        path: `${baseUrl}contributing/`,
        component: '@site/src/components/ContributionGuide/index.tsx',
        exact: true,
        modules: {guide: routeData(context, file)},
      });
    },
  };
}
