import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import {visit} from 'unist-util-visit';

import {readContentModel, versionIn, type ContentPage} from '../content-model/model.ts';
import {routeData} from './routeData.ts';
import {openingOf, type QuestionMap, type QuestionPage} from '../lib/page.ts';
import {areasOf, topicOf} from '../content-model/sections.ts';
import {usesIn} from '../markdown/citations/bibliography.ts';

/** The pages that show the questions of the latest version, by their address. */
const pagesOfTheMap = {
  '': 'Home/index',
  'questions/': 'QuestionIndex/index',
  'practice/': 'Practice/index',
  'practice/last-day/': 'PracticeSheet/LastDay',
  'interview/': 'Interview/index',
  'interview/sheet/': 'PracticeSheet/Interviewer',
};

/**
 * Gives the pages of pagesOfTheMap the question tree of the latest version: its pages in the order of
 * reading, each with its follow-ups.
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
      const folder = path.relative(siteDir, latest.contentPath).replaceAll('\\', '/');
      const model = readContentModel(siteDir);
      const version = versionIn(model, folder);
      const pages = version.pages.flatMap((page) => {
        const doc = latest.docs.find(({source}) => source === `@site/${page.file}`);
        const followUps = page.followUps.map(({kind, id = '', question, answer}) => ({
          kind,
          id,
          question,
          opening: openingOf(answer),
        }));
        return doc && followUps.length > 0 ? [{...page, doc, followUps}] : [];
      });
      const areas = areasOf({...version, pages}).map(({label, sections}) => ({
        label,
        sections: sections.map((section) => ({
          id: section.id,
          label: section.label,
          pages: section.pages.map(
            ({doc, slug, title, label, frontMatter, followUps}): QuestionPage => ({
              id: slug.slice(1),
              question: title,
              label,
              permalink: doc.permalink,
              difficulty: frontMatter.difficulty,
              tracks: frontMatter.tracks ?? [],
              followUps,
            }),
          ),
        })),
      }));
      const file = await actions.createData(
        'question-map.json',
        JSON.stringify({
          topic: topicOf(version),
          version: latest.label,
          versionName: latest.versionName,
          bibliography: latest.docs.find(({id}) => id === 'references')?.permalink,
          corrections: latest.docs.find(({id}) => id === 'corrections')?.permalink,
          counts: {
            questions: pages.reduce((sum, {followUps}) => sum + 1 + followUps.length, 0),
            references: usesIn(version.pages, model.glossary.entries).size,
            diagrams: version.pages.reduce((sum, page) => sum + diagramsOf(page), 0),
          },
          tracks: [...version.tracks.values()],
          areas,
        } satisfies QuestionMap),
      );
      const data = routeData(context, file);
      for (const [address, component] of Object.entries(pagesOfTheMap)) {
        actions.addRoute({
          path: baseUrl + address,
          component: `@site/src/components/${component}.tsx`,
          exact: true,
          modules: {map: data},
        });
      }
    },
  };
}

function diagramsOf({root}: ContentPage): number {
  let count = 0;
  visit(root, 'code', ({lang}) => {
    count += Number(lang === 'mermaid');
  });
  return count;
}
