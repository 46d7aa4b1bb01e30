import type {Element, ElementContent, Root} from 'hast';
import {h} from 'hastscript';

import {longCode} from '../../lib/codeBreaks.ts';
import {elementsIn} from '../../lib/elementsIn.ts';
import {hasClass, wholeWordClass} from '../../lib/pageMarkup.ts';

/** Titles and cells, and the links of the outline and the sidebar. */
const tags = new Set(['h1', 'h2', 'h3', 'h4', 'td', 'th']);
const classes = ['table-of-contents__link', 'menu__link'];
/** `--cap-add=ALL`, `Hyper-V`: a word of Latin letters with a hyphen that something follows. */
const hyphenated = /[\w=-]*-[\w=-]*\w/g;

/**
 * Keeps words with a hyphen in one line, in titles, tables and the columns beside the text: browsers
 * break after any hyphen, and no style forbids it.
 *
 *     <th>Hyper-V</th>     <th><span class="whole">Hyper-V</span></th>
 */
export function keepWordsWhole(root: Root): void {
  for (const element of elementsIn(root)) {
    if (tags.has(element.tagName) || classes.some((name) => hasClass(element, name))) {
      wrapWords(element);
    }
  }
}

/** Those of the line itself, and not of the blocks in it. */
function wrapWords(element: Element): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && ['a', 'b', 'strong', 'span'].includes(child.tagName)) {
      wrapWords(child);
    }
    return child.type === 'text' ? piecesOf(child.value) : [child];
  });
}

function piecesOf(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const {0: word, index} of text.matchAll(hyphenated)) {
    if (word.length > 1 && word.length <= longCode) {
      pieces.push({type: 'text', value: text.slice(end, index)});
      pieces.push(h('span', {className: wholeWordClass}, word));
      end = index + word.length;
    }
  }
  pieces.push({type: 'text', value: text.slice(end)});
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
}
