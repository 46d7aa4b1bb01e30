import type {Element, Nodes} from 'hast';

import {namesInBold} from './namesInBold.ts';

/** What each file of the typeface has to draw. */
export interface Characters {
  /** Everything that is shown. */
  regular: Set<string>;
  /** What is shown, or may come to be shown, in bold. */
  bold: Set<string>;
}

/** Elements that no page shows as text. One that is only closed may open. */
const unseen = new Set(['head', 'script', 'style', 'template', 'title', 'desc']);

/** Attributes that a browser may show as text. */
const shownAttributes = ['alt', 'placeholder'] as const;

/**
 * Tells the characters of trees, as browsers compose them, by the weight in which they are set.
 * @param styles the style sheets: which names they set in bold, and what they write themselves
 */
export function charactersByWeight(
  styles: readonly string[],
): (trees: readonly Nodes[]) => Characters {
  const names = namesInBold(styles);
  return (trees) => charactersOf(trees, styles, names);
}

function charactersOf(
  trees: readonly Nodes[],
  styles: readonly string[],
  names: Set<string>,
): Characters {
  const characters: Characters = {regular: new Set(), bold: new Set()};
  const add = (text: string, isBold: boolean) => {
    for (const character of text.normalize('NFC')) {
      characters.regular.add(character);
      if (isBold) {
        characters.bold.add(character);
      }
    }
  };
  const walk = (node: Nodes, isBold: boolean) => {
    if (node.type === 'text') {
      add(node.value, isBold);
    } else if (node.type === 'root') {
      node.children.forEach((child) => walk(child, isBold));
    } else if (node.type === 'element' && isSeen(node)) {
      const isInBold = isBold || isSetInBold(node, names);
      for (const attribute of shownAttributes) {
        add(String(node.properties[attribute] ?? ''), isInBold);
      }
      node.children.forEach((child) => walk(child, isInBold));
    }
  };
  trees.forEach((tree) => walk(tree, false));
  // What `content` writes, a quotation mark or two, whatever the weight.
  styles.forEach((style) => add(style.replace(/[\0-\x7f]+/g, '') + escapedInStyle(style), true));
  return characters;
}

/** What a script may write: the syllables, punctuation and signs in it. */
export function charactersOfScript(script: string): string[] {
  const text = script.replace(
    /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]+)\}|x([0-9a-f]{2}))/gi,
    (_, ...digits: (string | undefined)[]) => fromHex(digits.slice(0, 3).find(Boolean) ?? ''),
  );
  return text.match(/[가-힣]|(?![\0-\x7f])[\p{P}\p{Sm}]/gu) ?? [];
}

function escapedInStyle(style: string): string {
  return [...style.matchAll(/\\([0-9a-f]{1,6})/gi)]
    .map(([, digits = '']) => fromHex(digits))
    .join('');
}

function fromHex(digits: string): string {
  const code = parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function isSeen({tagName, properties}: Element): boolean {
  return !unseen.has(tagName) && properties.hidden !== true;
}

function isSetInBold({tagName, properties: {className}}: Element, names: Set<string>): boolean {
  return (
    names.has(tagName) ||
    (Array.isArray(className) && className.some((name) => names.has(`.${name}`)))
  );
}
