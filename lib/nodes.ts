import type {Nodes, Parents} from 'mdast';

/** A node of a tree, with what it stands in. */
export interface Placed<Node extends Nodes = Nodes> {
  node: Node;
  /** From the root of the tree down to its parent. */
  ancestors: readonly Parents[];
}

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, {type: Type}>;

interface NodeIndex {
  all: readonly Placed[];
  byType: Map<string, readonly Placed[]>;
}

/** Of trees that never change: all of their nodes, and those of the types that were asked for. */
const kept = new WeakMap<Nodes, NodeIndex>();

/**
 * The nodes of a tree, itself the first, in order of reading: those of some types, or all. Of a
 * frozen page, which many ask for, they are collected once.
 */
export function nodesIn(tree: Nodes): readonly Placed[];
export function nodesIn<Type extends Nodes['type']>(
  tree: Nodes,
  ...types: readonly Type[]
): readonly Placed<NodeOf<Type>>[];
export function nodesIn(tree: Nodes, ...types: readonly string[]): readonly Placed[] {
  if (tree.type !== 'root' || !Object.isFrozen(tree)) {
    return ofTypes(collect(tree), types);
  }
  const index: NodeIndex = kept.get(tree) ?? {all: collect(tree), byType: new Map()};
  kept.set(tree, index);
  const key = types.join(' ');
  const found = index.byType.get(key) ?? ofTypes(index.all, types);
  index.byType.set(key, found);
  return found;
}

function ofTypes(all: readonly Placed[], types: readonly string[]): readonly Placed[] {
  return types.length === 0 ? all : all.filter(({node}) => types.includes(node.type));
}

function collect(
  node: Nodes,
  ancestors: readonly Parents[] = [],
  all: Placed[] = [],
): readonly Placed[] {
  all.push({node, ancestors});
  if ('children' in node) {
    const inside = [...ancestors, node];
    for (const child of node.children) {
      collect(child, inside, all);
    }
  }
  return all;
}
