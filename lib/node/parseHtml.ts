import type {Root} from 'hast';
import {fromParse5} from 'hast-util-from-parse5';
import {parse} from 'parse5';

import {reportParsed} from './parsing.ts';

/** The tree of an HTML document, as browsers read it that run no scripts (of `<noscript>` the others see one text); without positions, which nobody asks for and which cost two fifths of the time. */
export function parseHtml(html: string): Root {
  reportParsed('html', html);
  return fromParse5(parse(html, {scriptingEnabled: false})) as Root;
}
