import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import type {LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';

import {routeData} from '../routeData.ts';
import {readContentModel, versionIn, type ContentVersion} from '../../content-model/model.ts';
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
        const [older, newer] = [contentOf(siteDir, before), contentOf(siteDir, after)];
        return {
          before: {label: before.label, path: before.path},
          after: {label: after.label, path: after.path},
          corrections: correctionsOf(older, newer, after.path),
          sections: sectionsOf(older, newer),
          changes: compareVersions(older.pages, newer.pages),
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

function contentOf(siteDir: string, {contentPath}: LoadedVersion): ContentVersion {
  return versionIn(
    readContentModel(siteDir),
    path.relative(siteDir, contentPath).replaceAll('\\', '/'),
  );
}

/** The page of corrections, unless it is still that of the version before. */
function correctionsOf(
  before: ContentVersion,
  after: ContentVersion,
  path: string,
): VersionComparison['corrections'] {
  const [old, current] = [before, after].map(({pages}) =>
    pages.find((page) => page.path === 'corrections.md'),
  );
  return current && current.text !== old?.text
    ? {label: current.label, address: `${path}${current.slug}/`}
    : undefined;
}

/** In the order of the later version, whose names count; what it lacks comes last. */
function sectionsOf(before: ContentVersion, after: ContentVersion): VersionComparison['sections'] {
  return [...new Map([...after.sections, ...before.sections, ...after.sections]).values()].map(
    ({id, label}) => ({folder: id, label}),
  );
}
