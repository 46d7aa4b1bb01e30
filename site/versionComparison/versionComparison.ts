import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import type {LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';

import {routeData} from '../routeData.ts';
import {readContentModel, versionIn} from '../../content-model/model.ts';
import {workingVersion} from '../../lib/books.ts';
import type {VersionComparison} from '../../lib/versionComparison.ts';
import {compareVersions} from './compareVersions.ts';

/** Adds the page that says what each released version changed, question by question: read from the pages. */
export default function versionComparison(context: LoadContext): Plugin {
  const {siteDir, baseUrl} = context;
  return {
    name: 'version-comparison',
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent;
      // Docusaurus lists the working version first, then the released ones from the latest on.
      const released = docs.loadedVersions.filter(
        ({versionName}) => versionName !== workingVersion,
      );
      const comparisons = released.slice(0, -1).map((after, index): VersionComparison => {
        const before = released[index + 1] as LoadedVersion;
        return {
          before: {label: before.label, path: before.path},
          after: {label: after.label, path: after.path},
          changes: compareVersions(pagesOf(siteDir, before), pagesOf(siteDir, after)),
        };
      });
      if (comparisons.length === 0) {
        return;
      }
      const file = await actions.createData('version-comparison.json', JSON.stringify(comparisons));
      actions.addRoute({
        path: `${baseUrl}versions/`,
        component: '@site/src/components/VersionComparison/index.tsx',
        exact: true,
        modules: {comparisons: routeData(context, file)},
      });
    },
  };
}

function pagesOf(siteDir: string, {contentPath}: LoadedVersion) {
  return versionIn(
    readContentModel(siteDir),
    path.relative(siteDir, contentPath).replaceAll('\\', '/'),
  ).pages;
}
