import {readFileSync} from 'node:fs';
import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import type {LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';

import {parsePage} from '../content-model/markdown.ts';
import {routeData} from './routeData.ts';
import {findFollowUps, type Difficulty, type QuestionMap, type QuestionPage} from '../lib/page.ts';
import {comparePlaces, sections} from '../lib/sections.ts';

/**
 * Gives the home page and the list of all questions the question tree of the latest version: its pages in the
 * order of reading, each with its follow-ups.
 */
export default function questionMap(context: LoadContext): Plugin {
  const {siteDir, baseUrl} = context;
  return {
    name: 'question-map',
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent;
      const latest = docs.loadedVersions.find(({isLast}) => isLast);
      if (!latest) {
        throw new Error('No version is marked as the latest.');
      }
      const pages = latest.docs
        .map((doc) => ({doc, ...readPage(siteDir, doc.source)}))
        .filter(({followUps}) => followUps.length > 0)
        .sort((a, b) => comparePlaces(placeOf(a.doc), placeOf(b.doc)));
      const bySection = sections.map(({folder, label}) => ({
        label,
        pages: pages
          .filter(({doc}) => doc.id.startsWith(`${folder}/`))
          .map(({doc, followUps}): QuestionPage => ({
            question: doc.title,
            description: doc.description,
            permalink: doc.permalink,
            difficulty: doc.frontMatter.difficulty as Difficulty | undefined,
            followUps,
          })),
      }));
      const file = await actions.createData(
        'question-map.json',
        JSON.stringify({
          version: latest.label,
          versionName: latest.versionName,
          bibliography: latest.docs.find(({id}) => id === 'references')?.permalink,
          corrections: latest.docs.find(({id}) => id === 'corrections')?.permalink,
          sections: bySection.filter((section) => section.pages.length > 0),
        } satisfies QuestionMap),
      );
      const data = routeData(context, file);
      actions.addRoute({
        path: baseUrl,
        component: '@site/src/components/Home/index.tsx',
        exact: true,
        modules: {map: data},
      });
      actions.addRoute({
        path: `${baseUrl}questions/`,
        component: '@site/src/components/QuestionIndex/index.tsx',
        exact: true,
        modules: {map: data},
      });
    },
  };
}

function readPage(siteDir: string, source: string): Pick<QuestionPage, 'followUps'> {
  const file = source.replace(/^@site\//, '');
  const {root} = parsePage(file, readFileSync(path.join(siteDir, file), 'utf8'));
  return {
    followUps: findFollowUps(root).map(({kind, id = '', question}) => ({kind, id, question})),
  };
}

function placeOf({id, sidebarPosition = 0}: LoadedVersion['docs'][number]) {
  return {path: id, position: sidebarPosition};
}
