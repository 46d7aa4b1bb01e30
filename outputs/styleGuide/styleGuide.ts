import type {Element, Root} from 'hast';
import {select} from 'hast-util-select';

import {specimenPrefix} from '../../lib/anchors.ts';
import {elementsIn} from '../../lib/elementsIn.ts';
import {docusaurus, specimenOf} from '../../lib/pageMarkup.ts';
import {styleGuideAddress} from '../../site/styleGuide.ts';
import {pagesIn, publicPathOf, versionsOf, type BuiltPage} from '../builtSite.ts';
import type {Output} from '../output.ts';

/** Puts parts of real pages into `/style/` (src/components/StyleGuide). */
export default {
  label: '견본',
  make({pages}) {
    const guide = pages.find(({address}) => address === styleGuideAddress);
    const latest = versionsOf(pages).find(({isLatest}) => isLatest);
    if (guide && latest) {
      fillSpecimens(guide.root, pagesIn(latest.sidebar));
    }
    return [];
  },
} satisfies Output;

/**
 * Fills every place for a specimen with the first part of the pages that its selector names; open,
 * where the part is an answer that the selector wants to have something in it.
 * @throws Error in Korean when no page has such a part
 */
export function fillSpecimens(guide: Root, pages: readonly BuiltPage[]): void {
  let count = 0;
  for (const place of elementsIn(guide)) {
    const selector = specimenOf(place);
    if (selector === undefined) {
      continue;
    }
    const page = pages.find(({root}) => partOf(root, selector));
    const part = page && partOf(page.root, selector);
    if (!part) {
      throw new Error(
        `견본 페이지가 보이려는 부품이 최신 버전의 어느 글에도 없습니다: ${selector}. src/components/StyleGuide에서 고쳐 주세요.`,
      );
    }
    count += 1;
    place.children = [apart(part, specimenPrefix(count), publicPathOf(page))];
    delete place.properties.dataSpecimen;
    if (selector.includes('details')) {
      open(place);
    }
  }
}

function partOf(root: Root, selector: string): Element | undefined {
  const article = select(docusaurus.article, root);
  return article && select(selector, article);
}

/** A copy with ids of its own; links to what it does not hold lead to the page that it is from. */
function apart(part: Element, prefix: string, pagePath: string): Element {
  const copy = structuredClone(part);
  const ids = new Set<string>();
  for (const {properties} of elementsIn(copy)) {
    if (typeof properties.id === 'string') {
      ids.add(properties.id);
      properties.id = prefix + properties.id;
    }
  }
  for (const {properties} of elementsIn(copy)) {
    for (const [name, value] of Object.entries(properties)) {
      if (/^aria/.test(name) && Array.isArray(value)) {
        properties[name] = value.map((id) => (ids.has(String(id)) ? prefix + String(id) : id));
      } else if (/^aria/.test(name) && ids.has(String(value))) {
        properties[name] = prefix + String(value);
      } else if (name === 'href' && String(value).startsWith('#')) {
        const id = String(value).slice(1);
        properties.href = ids.has(id) ? `#${prefix}${id}` : `${pagePath}#${id}`;
      } else if (typeof value === 'string') {
        properties[name] = value.replace(/url\(#([\w-]+)\)/g, `url(#${prefix}$1)`);
      }
    }
  }
  return copy;
}

function open(tree: Element): void {
  for (const {tagName, properties} of elementsIn(tree)) {
    if (tagName === 'details') {
      properties.open = true;
    }
  }
}
