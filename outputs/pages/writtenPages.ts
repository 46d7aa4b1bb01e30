import type {Root} from 'hast';
import {toHtml} from 'hast-util-to-html';

import {pageFile} from '../builtSite.ts';
import type {Output} from '../output.ts';

/** The finished pages, as their readers get them. */
export default {
  label: '페이지 쓰기',
  make: ({pages}) =>
    pages.map(({address, root}) => ({path: pageFile(address), content: writePage(root)})),
} satisfies Output;

/** The HTML of a page. The quotation marks of the security policy stay as they are. */
export function writePage(root: Root): string {
  return toHtml(root, {allowDangerousCharacters: true, allowParseErrors: true});
}
