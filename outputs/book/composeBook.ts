import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

import type {ElementContent} from 'hast';
import {select} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import {h} from 'hastscript';

import {
  lastUpdateOf,
  pagesIn,
  type BuiltPage,
  type BuiltVersion,
  type SidebarItem,
  type SiteIdentity,
} from '../builtSite.ts';
import {parseHtml} from '../../lib/node/parseHtml.ts';
import {createAnchors} from './anchors.ts';
import {bookAuthor, type Book, type Chapter} from './book.ts';
import {convertArticle} from './convertArticle.ts';

/**
 * Puts the built pages of a version into one book, in the order of its sidebar.
 * @param folder the built site, for the logo and the pictures
 * @throws Error in Korean when the version has no page, or a page no article
 */
export function composeBook(version: BuiltVersion, site: SiteIdentity, folder: string): Book {
  const places = placesOf(version.sidebar);
  const pages = pagesIn(version.sidebar);
  if (pages.length === 0) {
    throw new Error(`버전 ${version.label}의 사이드바에 글이 없어 책을 만들 수 없습니다.`);
  }
  const anchors = createAnchors(
    new Map(places.flatMap(({page, id}) => (page ? [[page, id] as const] : []))),
    site,
  );
  const images: string[] = [];
  /** Id of an entry in the glossary → where its term is used. */
  const terms = new Map<string, string[]>();
  const chapters = places.map(({id, label, depth, page}): Chapter => {
    if (!page) {
      const title = h(`h${Math.min(6, depth + 1)}`, {className: 'part-title', id}, label);
      return {id, label, depth, isPart: true, content: [title], questions: []};
    }
    const article = convertArticle(page, {chapter: id, depth, siteUrl: site.url, anchors});
    for (const image of article.images) {
      if (!existsSync(path.join(folder, image))) {
        throw new Error(`만들어진 페이지 /${page.address}의 그림 ${image} 파일이 없습니다.`);
      }
      images.push(image);
    }
    const {content, questions} = article;
    for (const {id: place, entry} of article.terms) {
      terms.set(entry, [...(terms.get(entry) ?? [entry]), place]);
    }
    return {id, label, depth, isPart: false, content, questions};
  });
  const updates = pages.map(lastUpdateOf).filter((date) => date !== undefined);
  return {
    title: site.title,
    subtitle: site.tagline,
    author: bookAuthor,
    version: version.label,
    updated: updates.sort().at(-1),
    url: site.isPublic ? site.url : undefined,
    repositoryUrl: site.repositoryUrl,
    logo: site.logo === undefined ? undefined : readLogo(path.join(folder, site.logo)),
    chapters,
    terms: [...terms].map(([entry, uses]) => ({name: termAt(chapters, entry), places: uses})),
    images: [...new Set(images)],
  };
}

/** The name of the term that an entry of the glossary defines. */
function termAt(chapters: readonly Chapter[], id: string): string {
  const entry = chapters
    .filter((chapter) => id.startsWith(`${chapter.id}-`))
    .map(({content}) => select(`[id="${id}"] dfn`, h(null, content)))
    .find(Boolean);
  return entry ? toString(entry).trim() : '';
}

interface Place {
  id: string;
  label: string;
  depth: number;
  page: BuiltPage | undefined;
}

/** The sidebar as a list, each entry with the id of its chapter: c1, c2, c3 … */
function placesOf(sidebar: readonly SidebarItem[]): Place[] {
  const flatten = (items: readonly SidebarItem[], depth: number): Omit<Place, 'id'>[] =>
    items.flatMap(({label, page, items: nested}) => [
      {label, depth, page},
      ...flatten(nested, depth + 1),
    ]);
  return flatten(sidebar, 0).map((place, index) => ({...place, id: `c${index + 1}`}));
}

function readLogo(file: string): ElementContent | undefined {
  return select('svg', parseHtml(readFileSync(file, 'utf8')));
}
