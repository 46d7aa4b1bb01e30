import type {Nodes as HastNodes} from 'hast';
import type {Nodes} from 'mdast';

import {parsePage} from '../../content-model/markdown.ts';

/**
 * What a note says and the page made from it does not: the proof that an import lost nothing.
 * Compares letters and digits only, so that marks and white space do not matter.
 * @param accounted other texts that went somewhere: labels of links that became references
 * @returns pieces of the note's text, in its order
 */
export function lostText(note: HastNodes, page: string, accounted: readonly string[]): string[] {
  const {root, frontMatter} = parsePage('docs/page.md', page);
  const kept = letters(
    [
      ...piecesOf(root),
      String(frontMatter?.title),
      String(frontMatter?.sidebar_label),
      ...accounted,
    ].join(' '),
  );
  return piecesOf(note).filter((piece) => !kept.includes(letters(piece)));
}

/** Texts of a tree, each as long as no mark interrupts it. */
function piecesOf(root: Nodes | HastNodes): string[] {
  const pieces: string[] = [];
  const collect = (node: Nodes | HastNodes): void => {
    if ('children' in node) {
      node.children.forEach(collect);
    } else if ('value' in node && node.type !== 'yaml') {
      pieces.push(...node.value.split('\n').filter((line) => letters(line) !== ''));
    }
  };
  collect(root);
  return pieces;
}

/** What two texts must share to say the same: marks, white space and composition do not matter. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}
