import type {Nodes, Parents, Root, Text} from 'mdast';
import {visitParents} from 'unist-util-visit-parents';

import type {GlossaryEntry} from '../../lib/glossary.ts';
import {alsoAskedDirective, interviewAnswerDirective} from '../../lib/page.ts';
import {stemsOf} from '../../lib/search/words.ts';

/** Where a term stands in running text. */
export interface TermUse {
  entry: GlossaryEntry;
  node: Text;
  parent: Parents;
  /** Offset in the text of `node`. */
  start: number;
  /** The block of text that it is in. */
  block: Nodes;
  /** Whether that is in a 면접 답변, which is short and full of terms. */
  isSpoken: boolean;
}

/** What stands in no running text of the page: only there a term gets its definition. */
const excluded = new Set([
  'heading',
  'link',
  'linkReference',
  'table',
  'delete',
  'definition',
  'code',
  'inlineCode',
]);

/** What may stand between a text and its block. */
const phrasing = new Set(['strong', 'emphasis', 'delete', 'textDirective']);

type Glossary = ReadonlyMap<string, GlossaryEntry>;

/** In trees that never change, with the glossary that they were looked for of. */
const found = new WeakMap<Root, {glossary: Glossary; uses: readonly TermUse[]}>();

/**
 * Every use of a term of the glossary in the running text of a page, in order of reading.
 * Of terms that begin at the same place the longest counts: 컨테이너 런타임, not 컨테이너.
 * Terms of everyday language (`general`) and those without a source are no terms here.
 */
export function findTerms(root: Root, glossary: Glossary): readonly TermUse[] {
  const known = found.get(root);
  if (known?.glossary === glossary) {
    return known.uses;
  }
  const uses = usesIn(root, glossary);
  if (Object.isFrozen(root)) {
    found.set(root, {glossary, uses});
  }
  return uses;
}

function usesIn(root: Root, glossary: Glossary): TermUse[] {
  const byTerm = new Map(
    [...glossary.values()]
      .filter(({general, source}) => source && !general)
      .map((entry) => [entry.term.toLowerCase(), entry]),
  );
  const longestFirst = [...byTerm.keys()].sort((a, b) => b.length - a.length);
  // A term begins a word; after a Latin one comes no further letter.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}@/._-])(?:${longestFirst.map(termPattern).join('|')})`,
    'giu',
  );
  const uses: TermUse[] = [];
  visitParents(root, (node, ancestors) => {
    // The title of a box is a paragraph too.
    const isBoxTitle = node.type === 'paragraph' && node.data?.directiveLabel;
    if (excluded.has(node.type) || isBoxTitle) {
      return 'skip';
    }
    // A box that readers do not see.
    if (node.type === 'containerDirective' && node.name === alsoAskedDirective) {
      return 'skip';
    }
    const parent = ancestors.at(-1);
    if (node.type === 'text' && parent && longestFirst.length > 0) {
      const block = ancestors.findLast(({type}) => !phrasing.has(type)) ?? root;
      const isSpoken = ancestors.some(
        (ancestor) =>
          ancestor.type === 'containerDirective' && ancestor.name === interviewAnswerDirective,
      );
      for (const match of node.value.matchAll(pattern)) {
        const entry = byTerm.get(match[0].toLowerCase());
        if (entry && isWholeWord(match)) {
          uses.push({entry, node, parent, start: match.index, block, isSpoken});
        }
      }
    }
    return undefined;
  });
  return uses;
}

/** Whether only particles and endings follow: 가상화는, and neither 가상화폐 nor 이미지네이션. */
function isWholeWord({0: term, index, input}: RegExpExecArray): boolean {
  const [following = ''] = /^[가-힣]*/.exec(input.slice(index + term.length)) ?? [];
  return following === '' || stemsOf(term + following).includes(term);
}

function termPattern(term: string): string {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[a-z0-9]$/i.test(term) ? `${escaped}(?![a-z0-9_-])` : escaped;
}
