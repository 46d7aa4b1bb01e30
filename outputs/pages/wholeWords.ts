import type {ElementContent, Root} from 'hast';
import {h} from 'hastscript';

import {longCode} from '../../lib/codeBreaks.ts';
import {elementsIn} from '../../lib/elementsIn.ts';
import {isMarked, referenceTextMark, unbrokenClass} from '../../lib/pageMarkup.ts';

/** What holds no running text, or breaks its lines in its own way; so do references, long and foreign. */
const untouched = new Set([
  'button',
  'code',
  'head',
  'option',
  'pre',
  'script',
  'style',
  'svg',
  'textarea',
]);
/**
 * `--cap-add=ALL`, `Hyper-V`, `CVE-2022-0492`: a word of Latin letters with a hyphen that something
 * follows; and a mark that closes, with the particle behind it: `)에서`.
 */
const whole = /[\w=-]*-[\w=-]*\w|[)\]’”』」][가-힣]+/g;

/**
 * Keeps in one line what reads as one: browsers break after any hyphen, and between a closing mark
 * and its particle, and no style forbids it.
 *
 *     <th>Hyper-V</th>     <th><span class="unbroken">Hyper-V</span></th>
 */
export function keepWordsWhole(root: Root): void {
  const inside = new Set<ElementContent>();
  for (const element of elementsIn(root)) {
    const isLeft = untouched.has(element.tagName) || isMarked(element, referenceTextMark);
    if (isLeft || inside.has(element)) {
      element.children.forEach((child) => inside.add(child));
    } else {
      element.children = element.children.flatMap((child) =>
        child.type === 'text' ? piecesOf(child.value) : [child],
      );
    }
  }
}

function piecesOf(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const {0: word, index} of text.matchAll(whole)) {
    // A longer one must break somewhere.
    if (word.length > 1 && word.length <= longCode) {
      pieces.push({type: 'text', value: text.slice(end, index)});
      pieces.push(h('span', {className: unbrokenClass}, word));
      end = index + word.length;
    }
  }
  pieces.push({type: 'text', value: text.slice(end)});
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
}
