import type {Element, Root} from 'hast';
import {select} from 'hast-util-select';
import {SKIP, visit} from 'unist-util-visit';

import {isReferenceAnchor} from '../../lib/anchors.ts';
import {elementsIn} from '../../lib/elementsIn.ts';
import {docusaurus, referenceListRole} from '../../lib/pageMarkup.ts';
import {publicUrlOf, type BuiltPage, type SiteIdentity} from '../builtSite.ts';

/** Where a link of the site leads in the book: to an id in it, out to an address, or nowhere. */
type Target = {id: string} | {url: string} | undefined;

/** The ids of a book, and what the links of its pages turn into. */
export interface Anchors {
  /** Id in the book of an id on a page: short, and unique in the book. */
  idOf: (page: BuiltPage, id: string) => string | undefined;
  targetOf: (page: BuiltPage, href: string) => Target;
  /** Key, e.g. `ref-docker-run` → its entry in the bibliography. */
  references: ReadonlyMap<string, Reference>;
}

/** An entry of the bibliography. */
interface Reference {
  id: string;
  /** 1, 2, 3 … in the order of the bibliography. */
  number: number;
  url: string | undefined;
}

/**
 * @param chapters the pages that the book holds, each with the id of its chapter
 * @param site where links to what the book does not hold lead, if that is public
 */
export function createAnchors(
  chapters: ReadonlyMap<BuiltPage, string>,
  site: Pick<SiteIdentity, 'url' | 'isPublic'>,
): Anchors {
  const bibliography = new Set(
    [...chapters.keys()].flatMap((page) =>
      articleElements(page, isPageList).filter(isReference).map(idOf),
    ),
  );
  const ids = new Map<string, string>();
  const references = new Map<string, Reference>();
  const pages = new Map<string, BuiltPage>();
  for (const [page, chapter] of chapters) {
    pages.set(publicUrlOf(page), page);
    const isMerged = (element: Element) => isMergedList(element, bibliography);
    for (const [index, element] of articleElements(page, isMerged).entries()) {
      const id = `${chapter}-${index + 1}`;
      ids.set(`${page.address}#${idOf(element)}`, id);
      if (isReference(element) && bibliography.has(idOf(element))) {
        const href = select('a', element)?.properties.href;
        const url = typeof href === 'string' ? href : undefined;
        references.set(idOf(element), {id, number: references.size + 1, url});
      }
    }
  }
  return {
    references,
    idOf: (page, id) => ids.get(`${page.address}#${id}`),
    targetOf(page, href) {
      const url = new URL(href, publicUrlOf(page));
      const [address = '', fragment = ''] = url.href.split('#');
      const held = pages.get(address);
      const chapter = held && chapters.get(held);
      if (held && chapter) {
        return {id: ids.get(`${held.address}#${decodeURIComponent(fragment)}`) ?? chapter};
      }
      return address.startsWith(site.url) && !site.isPublic ? undefined : {url: url.href};
    },
  };
}

/** An entry of a list of references: `<li id="ref-…">`. */
export function isReference({tagName, properties}: Element): boolean {
  return tagName === 'li' && isReferenceAnchor(properties.id);
}

/** A page's own list of references, all of which the bibliography of the book has. */
export function isMergedList(
  element: Element,
  references: {has: (id: string) => boolean},
): boolean {
  if (!isPageList(element)) {
    return false;
  }
  return elementsIn(element)
    .filter(isReference)
    .every((entry) => references.has(idOf(entry)));
}

const isPageList = ({properties}: Element) => properties.role === referenceListRole;
const idOf = ({properties}: Element) => String(properties.id);

/** Elements of the article that have an id, but for those in drawings and in what `isLeftOut`. */
function articleElements(
  {root}: {root: Root},
  isLeftOut: (element: Element) => boolean,
): Element[] {
  const found: Element[] = [];
  const article = select(docusaurus.article, root);
  if (article) {
    visit(article, 'element', (element) => {
      if (element.tagName === 'svg' || element.properties.hidden || isLeftOut(element)) {
        return SKIP;
      }
      if (typeof element.properties.id === 'string') {
        found.push(element);
      }
      return undefined;
    });
  }
  return found;
}
