import {conceptOf} from '../../lib/glossary.ts';
import {openSearchDescription, openSearchFile} from '../../site/searchPage.ts';
import type {Output, OutputFile} from '../output.ts';
import {
  identityOf,
  pagesIn,
  publicPathOf,
  sectionsOf,
  versionsOf,
  type BuiltPage,
  type BuiltVersion,
  type Section,
} from '../builtSite.ts';
import {readContentModel} from '../../content-model/model.ts';
import {referenceListId} from '../../lib/anchors.ts';
import {followUpKindTitled, furtherReadingTitle, isFollowUpKind} from '../../lib/page.ts';
import {createSearchIndex, type SearchSection} from '../../lib/search/searchIndex.ts';
import {searchIndexFile, searchTextsFile} from '../../lib/search/searchIndexFile.ts';

/** The index of every version, and what tells browsers of the search. */
export default {
  label: '검색 색인',
  make({pages, siteDir}) {
    const {url, title} = identityOf(pages);
    return [
      ...searchIndexFiles(pages, siteDir),
      {path: openSearchFile, content: openSearchDescription(url, title)},
    ];
  },
} satisfies Output;

/**
 * The search index of every version and the texts that it finds, from the built pages.
 * @param siteDir root of the repository, for data/glossary.yaml
 * @throws Error when a version has nothing to search
 */
function searchIndexFiles(pages: readonly BuiltPage[], siteDir: string): OutputFile[] {
  const concepts = [...readContentModel(siteDir).glossary.entries.values()].map(conceptOf);
  return versionsOf(pages).flatMap((version) => {
    const sections = searchSectionsOf(version);
    if (sections.length === 0) {
      throw new Error(`버전 ${version.label}에 검색할 글이 없습니다.`);
    }
    const index = createSearchIndex(version.name, sections, concepts);
    const texts = sections.map(({text}) => text);
    return [
      {path: searchIndexFile(version.name), content: JSON.stringify(index)},
      {path: searchTextsFile(version.name), content: JSON.stringify(texts)},
    ];
  });
}

/** What to search: the sections that have text of their own, in order of reading. */
function searchSectionsOf({sidebar}: BuiltVersion): SearchSection[] {
  return pagesIn(sidebar).flatMap((page) => {
    const sections = sectionsOf(page);
    const title = sections[0]?.heading ?? '';
    // The glossary, the corrections and the bibliography: they ask nothing further.
    const isAppendix = !sections.some(({kind}) => isFollowUpKind(kind));
    return sections.flatMap((section, index): SearchSection[] => {
      const parents = parentsOf(sections, index);
      const isGroup = followUpKindTitled(section.heading) !== undefined;
      const text = isGroup ? questionsBelow(sections, index) : section.prose;
      // The bibliography has what a page's own list of references says.
      return text === '' || section.id === referenceListId
        ? []
        : [
            {
              url: publicPathOf(page) + (section.id && `#${section.id}`),
              page: title,
              heading: section.heading,
              kind: section.kind,
              parents,
              text,
              alsoAsked: section.alsoAsked,
              importance: isGroup ? 0.3 : importanceOf(section, isAppendix),
            },
          ];
    });
  });
}

/** What stands below 꼬리질문 and 꼬꼬무: nothing but questions. */
function questionsBelow(sections: readonly Section[], index: number): string {
  const rest = sections.slice(index + 1);
  const end = rest.findIndex(({depth}) => depth <= 2);
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .filter(({kind}) => kind !== 'section')
    .map(({heading}) => heading)
    .join(' ');
}

/** The top of a page says what it is about. Lists mention everything and answer nothing. */
function importanceOf({id, heading}: Section, isAppendix: boolean): number {
  if (isAppendix || heading === furtherReadingTitle) {
    return 0.5;
  }
  return id === '' ? 1.3 : 1;
}

function parentsOf(sections: readonly Section[], index: number): string[] {
  const parents: string[] = [];
  let depth = sections[index]?.depth ?? 0;
  for (let above = index - 1; above > 0; above -= 1) {
    const section = sections[above];
    if (section && section.depth < depth) {
      parents.unshift(section.heading);
      depth = section.depth;
    }
  }
  return parents;
}
