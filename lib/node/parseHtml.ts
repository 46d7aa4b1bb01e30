import type {Root} from 'hast';
import {fromParse5} from 'hast-util-from-parse5';
import {parse} from 'parse5';

/** The tree of an HTML document, as browsers read it, without positions: finding those takes twice as long as all else. */
export function parseHtml(html: string): Root {
  return fromParse5(parse(html)) as Root;
}
