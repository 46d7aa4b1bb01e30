import type {Element, Nodes as HastNodes} from 'hast';
import {toString as hastToString} from 'hast-util-to-string';
import type {Nodes} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import {parsePage} from '../../content-model/markdown.ts';
import {decoded} from '../../lib/address.ts';
import {shownAddress} from './images.ts';
import {withoutAnswerMark, withoutMark} from './questions.ts';

/** What went somewhere else than into the page's text. */
export interface Accounted {
  /** Labels of links that became references, titles that only open a part, the sentences of the report. */
  texts: readonly string[];
  /** Addresses of the references, and of the pictures that became files. */
  addresses: readonly string[];
}

/**
 * What a note has and the page made from it has not: the proof that an import lost nothing.
 * Words are compared by letters and digits only, so that marks and white space do not matter;
 * of links, pictures, headings, blocks of code and cells of tables each must be there.
 * @returns Korean descriptions, in the note's order
 */
export function lostContent(
  note: HastNodes,
  page: string,
  {texts, addresses}: Accounted,
): string[] {
  const {root, frontMatter} = parsePage('docs/page.md', page);
  const titles = [String(frontMatter?.title), String(frontMatter?.sidebar_label), ...texts];
  const kept = {
    words: letters([...piecesOf(root), ...titles].join(' ')),
    headings: letters([...valuesOf(root, ['heading', 'strong', 'code']), ...titles].join(' ')),
    cells: letters([...valuesOf(root, ['tableCell', 'code']), ...titles].join(' ')),
    code: [...valuesOf(root, ['code', 'inlineCode']), ...texts].map(bare),
    addresses: [...addressesOf(root), ...piecesOf(root), ...addresses.map(shownAddress), ...texts]
      .map(decoded)
      .join(' '),
  };
  const isIn = (place: string, text: string) =>
    [text, withoutMark(text), withoutAnswerMark(text)].some((form) =>
      place.includes(letters(form)),
    );
  const lost = new Set<string>();
  for (const piece of piecesOf(note)) {
    // The mark of an alert became a box.
    if (!/^\[!\w+\]$/.test(piece.trim()) && !isIn(kept.words, piece.trim())) {
      lost.add(`글: ${piece.trim()}`);
    }
  }
  visit(note, 'element', (element: Element) => {
    const {tagName, properties} = element;
    const text = hastToString(element).trim();
    if (/^h[1-6]$/.test(tagName) && !isIn(kept.headings, text)) {
      lost.add(`제목: ${text}`);
    } else if (/^t[dh]$/.test(tagName) && !isIn(kept.cells, text)) {
      lost.add(`표의 칸: ${text}`);
    } else if (tagName === 'pre' && !kept.code.some((code) => code.includes(bare(text)))) {
      lost.add(`코드: ${text}`);
    }
    const address = String(
      (tagName === 'a' && properties.href) || (tagName === 'img' && properties.src) || '',
    );
    if (!kept.addresses.includes(shownAddress(address).replace(/^https?:\/\//, ''))) {
      lost.add(`${tagName === 'img' ? '그림' : '주소'}: ${address}`);
    }
  });
  return [...lost];
}

/** Texts of a tree, each as long as no mark interrupts it. */
function piecesOf(root: Nodes | HastNodes): string[] {
  const pieces: string[] = [];
  const collect = (node: Nodes | HastNodes): void => {
    if ('children' in node) {
      node.children.forEach(collect);
    } else if ('value' in node && node.type !== 'yaml') {
      pieces.push(...node.value.split('\n').filter((line) => letters(line) !== ''));
    } else if (node.type === 'image' && node.alt) {
      pieces.push(node.alt);
    }
  };
  collect(root);
  return pieces;
}

function valuesOf(root: Nodes, types: string[]): string[] {
  const values: string[] = [];
  visit(root, types, (node) => {
    values.push(toString(node));
  });
  return values;
}

function addressesOf(root: Nodes): string[] {
  const found: string[] = [];
  visit(root, ['link', 'image', 'definition'], (node) => {
    if ('url' in node) {
      found.push(node.url);
    }
  });
  return found;
}

/** Code without what is not seen of it. */
function bare(code: string): string {
  return code.replace(/\s+/g, '');
}

/** What two texts must share to say the same: marks, white space and composition do not matter. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}
