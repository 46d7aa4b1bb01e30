import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

import {readContentModel} from '../../content-model/model.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {readBuiltSite, versionsOf} from '../../outputs/builtSite.ts';
import {searchSectionsOf} from '../../outputs/search/searchSections.ts';
import {nodesIn} from '../../lib/nodes.ts';
import {alsoAskedDirective, headingId} from '../../lib/page.ts';
import type {SearchVocabulary} from '../../lib/searchWords.ts';
import {createSearch, type SearchEngine} from '../../lib/search/search.ts';
import {
  createSearchIndex,
  type BuiltIndex,
  type Postings,
  type SearchIndex,
  type SearchSection,
} from '../../lib/search/searchIndex.ts';
import {searchIndexFile, searchPartFile, searchTextsFile} from '../../lib/search/searchIndexFile.ts';

/** What a version is searched by. */
export interface Corpus extends BuiltIndex {
  /** Of its documents, in their order. */
  texts: string[];
}

/** @throws Error when the built site in `folder` does not have the version */
export function readCorpus(folder: string, version: string): Corpus {
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown;
  if (!existsSync(path.join(folder, searchIndexFile(version)))) {
    throw new Error(
      `build/에 버전 ${version}의 검색 색인이 없습니다. 먼저 npm run build를 실행해 주세요.`,
    );
  }
  const index = read(searchIndexFile(version)) as SearchIndex;
  return {
    index,
    parts: Object.fromEntries(
      index.parts.map((part) => [part, read(searchPartFile(version, part)) as Postings]),
    ),
    texts: read(searchTextsFile(version)) as string[],
  };
}

/** `/docs/1.0/virtualization/#hypervisor` → `virtualization#hypervisor`. */
export function sectionOf(url: string): string {
  return url.replace(/^.*?\/docs\/(\d+\.\d+\/)?/, '').replace(/\/(?=#|$)/, '');
}

/** What the index of a version of the site in `folder` was made of. */
export function readSections(folder: string, version: string): SearchSection[] {
  const built = versionsOf(readBuiltSite(folder)).find(({name}) => name === version);
  const asked = alsoAskedIn(version);
  // The finished pages no longer hold other ways to ask.
  return built
    ? searchSectionsOf(built).map((section) => ({
        ...section,
        alsoAsked: asked.get(sectionOf(section.url)) ?? [],
      }))
    : [];
}

/** Other ways to ask for each section, by `page#id`. */
function alsoAskedIn(version: string): Map<string, string[]> {
  const {versions} = readContentModel(repositoryRoot);
  const folder = `versioned_docs/version-${version}`;
  const asked = new Map<string, string[]>();
  for (const {slug, root, text} of versions.find((one) => one.folder === folder)?.pages ?? []) {
    let id = '';
    for (const {node} of nodesIn(root, 'heading', 'containerDirective')) {
      if (node.type === 'heading') {
        id = headingId(node) ?? id;
      } else if (node.name === alsoAskedDirective) {
        // As written: `:z` is no directive there.
        const questions = nodesIn(node, 'paragraph').map(({node: {position}}) => text.slice(position?.start.offset, position?.end.offset).replaceAll('`', ''));
        asked.set(slug.slice(1) + (id && `#${id}`), questions);
      }
    }
  }
  return asked;
}

/** A version as ours would have it with other sections or other vocabulary. */
export function corpusOf(
  version: string,
  sections: SearchSection[],
  vocabulary: SearchVocabulary,
): Corpus {
  return {
    ...createSearchIndex(version, sections, vocabulary),
    texts: sections.map(({text}) => text),
  };
}

/** The search of an index with all of its parts. */
export function wholeSearch({index, parts}: BuiltIndex): SearchEngine {
  const engine = createSearch(index);
  for (const [part, postings] of Object.entries(parts)) {
    engine.add(part, postings);
  }
  return engine;
}
