import {searchVocabularyOf} from '../../lib/searchWords.ts';
import {openSearchDescription, openSearchFile} from '../../site/searchPage.ts';
import type {Output, OutputFile} from '../output.ts';
import {identityOf, versionsOf, type BuiltPage} from '../builtSite.ts';
import {readContentModel} from '../../content-model/model.ts';
import {createSearchIndex} from '../../lib/search/searchIndex.ts';
import {
  searchIndexFile,
  searchPartFile,
  searchTextsFile,
} from '../../lib/search/searchIndexFile.ts';
import {searchSectionsOf} from './searchSections.ts';

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
 * @param siteDir root of the repository, for the words of data/
 * @throws Error when a version has nothing to search
 */
function searchIndexFiles(pages: readonly BuiltPage[], siteDir: string): OutputFile[] {
  const {glossary, searchWords} = readContentModel(siteDir);
  const vocabulary = searchVocabularyOf(glossary.entries.values(), searchWords.entries.values());
  return versionsOf(pages).flatMap((version) => {
    const sections = searchSectionsOf(version);
    if (sections.length === 0) {
      throw new Error(`버전 ${version.label}에 검색할 글이 없습니다.`);
    }
    const {index, parts} = createSearchIndex(version.name, sections, vocabulary);
    const texts = sections.map(({text}) => text);
    const file = (path: string, content: unknown) => ({path, content: JSON.stringify(content)});
    return [
      file(searchIndexFile(version.name), index),
      file(searchTextsFile(version.name), texts),
      ...Object.entries(parts).map(([part, postings]) =>
        file(searchPartFile(version.name, part), postings),
      ),
    ];
  });
}
