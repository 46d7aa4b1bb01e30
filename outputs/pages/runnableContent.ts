import type {Root} from 'hast';
import {selectAll} from 'hast-util-select';

import {elementsIn} from '../../lib/elementsIn.ts';
import {docusaurus} from '../../lib/pageMarkup.ts';

/** Elements that run code, bring in another document, or change what addresses mean. */
const running = new Set([
  'script',
  'iframe',
  'frame',
  'object',
  'embed',
  'style',
  'link',
  'base',
  'meta',
]);

/**
 * What would run inside the articles of a finished page. The security policy allows the inline
 * scripts of a page by their hashes, so none may come from content, whatever let it through.
 * Each as the tag and the attribute that run: `script`, `a onclick`, `a href`.
 */
export function runnableIn(root: Root): string[] {
  const found: string[] = [];
  for (const article of selectAll(docusaurus.article, root)) {
    for (const {tagName, properties} of elementsIn(article)) {
      if (running.has(tagName)) {
        found.push(tagName);
      }
      for (const [name, value] of Object.entries(properties)) {
        const isAddress = ['href', 'src', 'action', 'formAction', 'xLinkHref'].includes(name);
        // Browsers skip controls and blanks in front of a scheme, and line ends and tabs within it.
        const address = String(value).replace(/[\u0000-\u0020]/g, '');
        // A small picture stands in the page itself.
        const scheme =
          tagName === 'img' ? /^(?:java|vb)script:/i : /^(?:javascript|vbscript|data):/i;
        const runs = isAddress && scheme.test(address);
        if (/^on[A-Z]/.test(name) || name === 'srcDoc' || runs) {
          found.push(`${tagName} ${name.toLowerCase()}`);
        }
      }
    }
  }
  return found;
}
