import {createHash} from 'node:crypto';

import type {Element, ElementContent} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {
  readContentModel,
  versionIn,
  workingFolder,
  type ContentPage,
} from '../../content-model/model.ts';
import {releasedFolder} from '../../content-model/versions.ts';
import {isReferenceAnchor} from '../../lib/anchors.ts';
import {difficultyOf} from '../../lib/page.ts';
import {
  citationRole,
  docusaurus,
  hasClass,
  interviewAnswerClass,
  isForScreenOnly,
  isMarked,
  labelMark,
  referenceTextMark,
} from '../../lib/pageMarkup.ts';
import {
  practiceFile,
  sentencesOf,
  type PracticePage,
  type PracticeQuestion,
  type PracticeSet,
  type Source,
} from '../../lib/practice/practiceSet.ts';
import {
  pagesIn,
  publicPathOf,
  sectionsOf,
  versionsOf,
  type BuiltPage,
  type BuiltVersion,
} from '../builtSite.ts';
import type {Output} from '../output.ts';

/** What the practice asks, of every version that has spoken answers. */
export default {
  label: '떠올려 볼 질문',
  make({pages, siteDir}) {
    const content = readContentModel(siteDir);
    return versionsOf(pages).flatMap((version) => {
      const folder = version.isReleased ? releasedFolder(version.name) : workingFolder;
      const set = practiceSetOf(version, versionIn(content, folder).pages);
      return set.pages.length === 0
        ? []
        : [{path: practiceFile(version.name), content: JSON.stringify(set)}];
    });
  },
} satisfies Output;

function practiceSetOf(version: BuiltVersion, written: readonly ContentPage[]): PracticeSet {
  const idOf = ({slug}: ContentPage) => slug.slice(1);
  const pages = pagesIn(version.sidebar).flatMap((page): PracticePage[] => {
    // A version that visitors do not land on has a path of its own before that of the page.
    const source = written.find((own) => page.address.endsWith(`${own.slug}/`));
    if (!source) {
      return [];
    }
    const {prerequisites = [], difficulty = '기본'} = source.frontMatter;
    const answers = answersOf(page);
    const sources = sourcesOf(page, new Set([...answers.values()].flatMap(citedIn)));
    const places = [...sources.keys()];
    const questions = sectionsOf(page).flatMap(
      ({id, kind, heading, alsoAsked}): PracticeQuestion[] => {
        const answer = answers.get(id);
        if (kind === 'section' || !answer) {
          return [];
        }
        const units = unitsOf(answer);
        return [
          {
            id: idOf(source) + (id && `#${id}`),
            kind,
            level: difficultyOf(kind, difficulty),
            text: heading,
            wordings: alsoAsked,
            units,
            url: publicPathOf(page) + (id && `#${id}`),
            cites: [...new Set(citedIn(answer))].map((anchor) => places.indexOf(anchor)),
            hash: createHash('sha256').update(units.join('\n')).digest('hex').slice(0, 8),
          },
        ];
      },
    );
    return questions.length === 0
      ? []
      : [
          {
            id: idOf(source),
            label: source.label,
            tracks: tracksOf(source),
            prerequisites: prerequisites.flatMap((file) =>
              written.filter(({path}) => path === file).map(idOf),
            ),
            sources: [...sources.values()],
            questions,
          },
        ];
  });
  return {version: version.name, label: version.label, pages};
}

/** The tracks that a page is in: none, as long as pages name none. */
function tracksOf({frontMatter}: ContentPage): string[] {
  return (frontMatter as {tracks?: string[]}).tracks ?? [];
}

/** The spoken answers of a page, by the id of the follow-up that they answer; '' for the page's own question. */
function answersOf({root}: BuiltPage): Map<string, Element> {
  const article = select(docusaurus.article, root);
  const answers = new Map<string, Element>();
  let id = '';
  for (const element of article ? selectAll('h3, section', article) : []) {
    if (element.tagName === 'h3') {
      id = String(element.properties.id ?? '');
    } else if (hasClass(element, interviewAnswerClass) && !answers.has(id)) {
      answers.set(id, element);
    }
  }
  return answers;
}

/** What an answer says, sentence by sentence. */
function unitsOf(answer: Element): string[] {
  return answer.children.flatMap((block) =>
    block.type === 'element' && !isMarked(block, labelMark)
      ? sentencesOf(
          block.children
            .map(spokenText)
            .join('')
            .replace(/\s+/g, ' ')
            .replace(/ (?=[.,])/g, ''),
        )
      : [],
  );
}

/** Text without the numbers of citations and the definitions of terms. */
function spokenText(node: ElementContent): string {
  if (node.type === 'text') {
    return node.value.replaceAll('⁠', '');
  }
  if (node.type !== 'element' || node.tagName === 'sup' || isForScreenOnly(node)) {
    return '';
  }
  return node.tagName === 'code' ? `\`${toString(node)}\`` : node.children.map(spokenText).join('');
}

function citedIn(answer: Element): string[] {
  return selectAll(`[role="${citationRole}"]`, answer).map(({properties}) =>
    String(properties.href).slice(1),
  );
}

/** The references of a page that its answers cite, by their ids. */
function sourcesOf({root}: BuiltPage, cited: ReadonlySet<string>): Map<string, Source> {
  return new Map(
    selectAll('[id]', root)
      .filter(({properties: {id}}) => isReferenceAnchor(id) && cited.has(String(id)))
      .map((entry) => {
        const text = select(`[${referenceTextMark}]`, entry) ?? entry;
        const link = select('a[href^="http"]', text);
        return [
          String(entry.properties.id),
          {title: toString(link ?? text).trim(), ...(link && {url: String(link.properties.href)})},
        ];
      }),
  );
}
