import {placeLabels} from './labels.ts';
import {
  DiagramError,
  type Drawing,
  type Edge,
  type Flowchart,
  type FlowNode,
  type Frame,
} from './model.ts';
import {route, type Surroundings} from './routes.ts';
import {legend, legendHeight, lookOf} from './roles.ts';
import {
  arrowhead,
  bottomOf,
  centreOf,
  drawingWidth,
  labelSize,
  lineHeight,
  linesOf,
  piecesOf,
  polyline,
  rectangle,
  rightOf,
  rounded,
  smallLineHeight,
  smallSize,
  svgOf,
  tag,
  text,
  widest,
  wrap,
  type Box,
  type Point,
} from './svg.ts';

/** Distances inside a drawing, in CSS pixels. */
const edge = 1;
const inset = 12;
const titleHeight = 27;
const boxPadding = 9;
/** Between boxes that stand on each other, and beside each other. */
const stackGap = 6;
const columnGap = 12;
/** Between boxes with arrows between them. */
const arrowGap = 30;

/** A box that others may stand in. */
interface Item {
  id: string;
  node?: FlowNode;
  frame?: Frame;
  /** Without a border: the boxes of one step of a row that goes from left to right. */
  children: Item[];
  lines: string[];
  box: Box;
  rows: Row[];
}

interface Row {
  items: Item[];
  /** Free room above. */
  gap: number;
  /** Free room between its items. */
  columnGap: number;
  height: number;
}

/**
 * Lays a flowchart out as the house does: boxes of one rank share the whole width, so that what
 * stands on something stands on all of it; frames have their titles as tabs; lines turn at right
 * angles, and their labels stand beside them.
 * @throws DiagramError in Korean for what we do not draw, or have no room for
 */
export function drawFlowchart(flowchart: Flowchart): Drawing {
  refuseUnknown(flowchart);
  if (flowchart.direction === 'LR') {
    try {
      return drawBest(flowchart);
    } catch {
      return drawBest({...flowchart, direction: 'TB'});
    }
  }
  return drawBest(flowchart);
}

function drawBest(flowchart: Flowchart): Drawing {
  let best: Attempt | undefined;
  let reason = '';
  // Lines that pass boxes by may need room at the side: whichever way is the shortest.
  for (const margin of [0, 30, 76]) {
    const attempt = drawWithMargin(flowchart, margin);
    if ('reason' in attempt) {
      reason ||= attempt.reason;
    } else if (!best || attempt.cost + margin * 2 < best.cost) {
      best = attempt;
    }
    if (best && (best.bends === 0 || !best.isPassed)) {
      break;
    }
  }
  if (!best) {
    throw new DiagramError(reason);
  }
  return best.drawing;
}

interface Attempt {
  drawing: Drawing;
  cost: number;
  bends: number;
  /** Whether a line passes a row of boxes by. */
  isPassed: boolean;
}

/** What has no room beside its line gets more. */
function drawWithMargin(flowchart: Flowchart, margin: number): Attempt | {reason: string} {
  let attempt: Attempt | {reason: string; isLost: boolean};
  let slack = 0;
  do {
    attempt = new Layout(flowchart, slack, margin).draw();
    slack += 14;
  } while ('reason' in attempt && !attempt.isLost && slack <= 56);
  return attempt;
}

const shapes = ['square', 'round', 'cylinder', 'diamond'];

function refuseUnknown({nodes, edges}: Flowchart): void {
  for (const {id, shape} of nodes) {
    if (shape && !shapes.includes(shape)) {
      throw new DiagramError(
        `상자 ${id}의 모양은 그리지 않습니다. ["상자"], ("둥근 상자"), [("저장소")], {"질문"} 가운데 하나로 적어 주세요`,
      );
    }
  }
  for (const {start, end, type, stroke} of edges) {
    if (!['arrow_point', 'arrow_open', 'double_arrow_point'].includes(type) || stroke === 'thick') {
      throw new DiagramError(
        `${start}와 ${end} 사이의 선은 그리지 않습니다. -->, ---, <-->, -.->, ~~~ 가운데 하나로 적어 주세요`,
      );
    }
  }
}

class Layout {
  readonly #flowchart: Flowchart;
  readonly #slack: number;
  readonly #margin: number;
  readonly #items = new Map<string, Item>();
  readonly #parents = new Map<string, string>();
  readonly #root: Item;
  #isPassed = false;

  constructor(flowchart: Flowchart, slack: number, margin: number) {
    this.#flowchart = flowchart;
    this.#slack = slack;
    this.#margin = margin;
    const {nodes, frames} = flowchart;
    for (const frame of frames) {
      this.#items.set(frame.id, itemOf(frame.id, {frame, lines: linesOf(frame.title)}));
      for (const member of frame.members) {
        this.#parents.set(member, frame.id);
      }
    }
    for (const node of nodes) {
      this.#items.set(node.id, itemOf(node.id, {node, lines: linesOf(node.text)}));
    }
    this.#root = itemOf('', {});
    const isPlaced = new Set<string>();
    // In the order in which the source names the nodes.
    for (const {id} of nodes) {
      let child = id;
      for (;;) {
        if (isPlaced.has(child)) {
          break;
        }
        isPlaced.add(child);
        const parent = this.#parents.get(child);
        this.#parentOf(child).children.push(this.#item(child));
        if (parent === undefined) {
          break;
        }
        child = parent;
      }
    }
  }

  draw(): Attempt | {reason: string; isLost: boolean} {
    const room = drawingWidth - 2 * edge;
    this.#arrange(this.#root, room, this.#flowchart.direction);
    const height = this.#heightOf(this.#root);
    this.#place(this.#root, {x: edge, y: edge, width: room, height});
    const items = [...this.#items.values()];
    const nodes = items.filter(({node}) => node);
    const frames = items.filter(({frame}) => frame);
    const surroundings: Surroundings = {
      nodes: nodes.map(({box}) => box),
      frames: frames.map(({box}) => box),
      titles: frames.map(tabOf),
      width: drawingWidth,
      height: height + 2 * edge,
    };
    const visible = this.#flowchart.edges.filter(({stroke}) => stroke !== 'invisible');
    const lines: (readonly Point[])[] = [];
    let cost = height;
    const ways = new Map<Edge, Point[]>();
    const lengthOf = ({start, end}: Edge) => {
      const [a, b] = [centreOf(this.#item(start).box), centreOf(this.#item(end).box)];
      return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    };
    for (const edge of [...visible].sort((a, b) => lengthOf(a) - lengthOf(b))) {
      const [from, to] = [this.#item(edge.start), this.#item(edge.end)];
      const way = route(from.box, to.box, surroundings, lines);
      if (!way) {
        const reason = `${edge.start}에서 ${edge.end}로 가는 선을 놓을 자리가 없습니다. 상자의 차례를 바꾸거나 그림을 나누어 주세요`;
        return {reason, isLost: true};
      }
      lines.push(way.points);
      ways.set(edge, way.points);
      cost += way.cost;
    }
    const labels = placeLabels(
      visible.map((edge) => ({lines: linesOf(edge.text), way: ways.get(edge)!})),
      surroundings,
      lines,
    );
    if (typeof labels === 'number') {
      const lost = visible[labels]?.text.replace(/<br\s*\/?>/gi, ' ');
      const reason = `선의 이름 "${lost}"을 놓을 자리가 없습니다. 이름을 줄이거나 상자의 차례를 바꾸어 주세요`;
      return {reason, isLost: false};
    }
    const looks = [...nodes.map(({node}) => node?.look), ...frames.map(({frame}) => frame?.look)];
    const total = height + 2 * edge + legendHeight(looks);
    const svg = svgOf(drawingWidth, total, [
      // Outer frames first.
      ...[...frames].reverse().map(drawFrame),
      ...visible.map((edge) => drawEdge(edge, ways.get(edge)!)),
      ...nodes.map(drawNode),
      ...labels.map(({lines, box}) => text('edge-label', lines, centreOf(box), smallLineHeight)),
      legend(looks, height + 2 * edge),
    ]);
    const bends = lines.reduce((sum, points) => sum + points.length - 2, 0);
    const drawing = {svg, width: drawingWidth, height: Math.round(total)};
    return {drawing, cost, bends, isPassed: this.#isPassed};
  }

  #item(id: string): Item {
    const item = this.#items.get(id);
    if (!item) {
      throw new DiagramError(`${id}라는 상자가 없습니다`);
    }
    return item;
  }

  #parentOf(id: string): Item {
    const parent = this.#parents.get(id);
    return parent === undefined ? this.#root : this.#item(parent);
  }

  /** The edges between the children of an item, or between what stands in them. */
  #edgesIn(container: Item): {from: Item; to: Item; edge: Edge}[] {
    return this.#flowchart.edges.flatMap((edge) => {
      const [from, to] = [edge.start, edge.end].map((id) => this.#childWith(container, id));
      return from && to && from !== to ? [{from, to, edge}] : [];
    });
  }

  #childWith(container: Item, id: string): Item | undefined {
    let child = this.#item(id);
    while (!container.children.includes(child)) {
      const parent = this.#parents.get(child.id);
      if (parent === undefined) {
        return undefined;
      }
      child = this.#item(parent);
    }
    return child;
  }

  /** Puts the children into rows, and gives each its width. */
  #arrange(item: Item, width: number, direction: string): void {
    item.box.width = width;
    if (item.node) {
      item.lines = wrap(linesOf(item.node.text), width - 2 * boxPadding, labelSize, 400);
      if (widest(item.lines, labelSize, 400) > width - 4) {
        throw new DiagramError(
          `상자의 이름 "${item.lines.join(' ')}"이 깁니다. 줄이거나 <br/>로 나누어 주세요`,
        );
      }
      return;
    }
    if (item.frame) {
      item.lines = wrap(linesOf(item.frame.title), width - 2 * inset, smallSize, 700);
    }
    if (item.rows.length > 0) {
      // A column of a row that goes from left to right.
      for (const child of item.children) {
        this.#arrange(child, width, child.frame?.direction ?? 'TB');
      }
      return;
    }
    const ranks = this.#ranksOf(item);
    const isPassedBy = this.#edgesIn(item).some(({from, to, edge}) => {
      const [a, b] = [from, to].map((end) => ranks.findIndex((rank) => rank.includes(end)));
      return edge.stroke !== 'invisible' && (b! < a! || b! - a! > 1);
    });
    this.#isPassed ||= isPassedBy;
    const room = width - (item === this.#root ? 0 : 2 * inset) - (isPassedBy ? this.#margin : 0);
    if (direction === 'BT') {
      ranks.reverse();
    }
    const sideways = direction === 'LR' ? this.#columnsOf(item, ranks) : undefined;
    if (sideways && sideways.least <= room && sideways.wanted <= room * 1.3) {
      item.rows = [sideways.row];
    } else {
      item.rows = ranks.flatMap((items, index) => this.#rowsOf(item, ranks, items, index, room));
    }
    for (const row of item.rows) {
      const widths = shares(
        row.items.map((child) => this.#widthsOf(child, direction)),
        room - (row.items.length - 1) * row.columnGap,
        sideways !== undefined && item.rows[0] === sideways.row,
      );
      for (const [index, child] of row.items.entries()) {
        this.#arrange(child, widths[index]!, child.frame?.direction ?? direction);
      }
    }
  }

  /** Children by rank: what an edge leads to stands below where it comes from. */
  #ranksOf(container: Item): Item[][] {
    const edges = this.#edgesIn(container);
    const after = new Map<Item, Set<Item>>(container.children.map((child) => [child, new Set()]));
    const reaches = (from: Item, to: Item): boolean =>
      from === to || [...after.get(from)!].some((next) => reaches(next, to));
    for (const {from, to} of edges) {
      // An edge that leads back ranks nothing.
      if (!reaches(to, from)) {
        after.get(from)!.add(to);
      }
    }
    const ranks = new Map<Item, number>();
    const before = (item: Item) =>
      container.children.filter((other) => after.get(other)!.has(item));
    const rankOf = (item: Item): number => {
      const known = ranks.get(item);
      if (known !== undefined) {
        return known;
      }
      const rank = Math.max(-1, ...before(item).map(rankOf)) + 1;
      ranks.set(item, rank);
      return rank;
    };
    container.children.forEach(rankOf);
    for (const child of container.children) {
      const next = [...after.get(child)!].map((item) => ranks.get(item)!);
      if (before(child).length === 0 && next.length > 0) {
        ranks.set(child, Math.min(...next) - 1);
      }
    }
    for (const child of container.children) {
      // A store that one node alone uses stands beside it.
      const [own, ...others] = edges.filter(({from, to}) => from === child || to === child);
      const user = own?.from === child ? own.to : own?.from;
      if (
        own?.edge.type === 'arrow_open' &&
        own.edge.stroke !== 'invisible' &&
        others.length === 0 &&
        child.node?.shape === 'cylinder' &&
        user?.node
      ) {
        ranks.set(child, ranks.get(user)!);
      }
    }
    const rows: Item[][] = [];
    const last = Math.max(...ranks.values()) + 1;
    for (const child of container.children) {
      // What others only stand on is the base.
      const own = edges.filter(({from, to}) => from === child || to === child);
      const isBase =
        own.length > 0 && own.every(({to, edge}) => to === child && edge.stroke === 'invisible');
      (rows[isBase ? last : ranks.get(child)!] ??= []).push(child);
    }
    return rows.filter((row) => row?.length > 0);
  }

  /** One rank as a row, or as two where it has no room. */
  #rowsOf(container: Item, ranks: Item[][], items: Item[], index: number, room: number): Row[] {
    const edges = this.#edgesIn(container);
    const rankOf = new Map(ranks.flatMap((rank, at) => rank.map((item) => [item, at])));
    const gapAbove = () => {
      if (index === 0) {
        return 0;
      }
      const through = edges.filter(({from, to, edge}) => {
        const [a, b] = [rankOf.get(from)!, rankOf.get(to)!];
        return edge.stroke !== 'invisible' && Math.min(a, b) < index && Math.max(a, b) >= index;
      });
      if (through.length === 0) {
        return edges.length > 0 ? stackGap : columnGap;
      }
      const lines = Math.max(...through.map(({edge}) => linesOf(edge.text).length));
      return (lines === 0 ? arrowGap : 24 + lines * smallLineHeight) + this.#slack;
    };
    const within = edges.filter(
      ({from, to, edge}) =>
        edge.stroke !== 'invisible' && items.includes(from) && items.includes(to),
    );
    const between =
      within.length === 0
        ? columnGap
        : Math.max(arrowGap, ...within.map(({edge}) => Math.ceil(labelWidth(edge)) + 20));
    const row = {items, gap: gapAbove(), columnGap: between, height: 0};
    const widths = items.map((item) => this.#widthsOf(item, 'TB'));
    const total = (key: 'least' | 'wanted') =>
      widths.reduce((sum, each) => sum + each[key], (items.length - 1) * between);
    if (
      items.length > 1 &&
      (total('least') > room || (items.length > 3 && total('wanted') > room))
    ) {
      const half = Math.ceil(items.length / 2);
      const gap = row.gap > columnGap ? arrowGap : columnGap;
      return [
        {...row, items: items.slice(0, half)},
        {...row, items: items.slice(half), gap},
      ];
    }
    return [row];
  }

  /** All ranks side by side, and the width that they want. */
  #columnsOf(
    container: Item,
    ranks: Item[][],
  ): {row: Row; least: number; wanted: number} | undefined {
    if (ranks.length < 2) {
      return undefined;
    }
    const edges = this.#edgesIn(container).filter(({edge}) => edge.stroke !== 'invisible');
    const gap =
      edges.length === 0
        ? columnGap
        : Math.max(arrowGap, ...edges.map(({edge}) => Math.ceil(labelWidth(edge)) + 22));
    const items = ranks.map((rank) => {
      const [only] = rank;
      if (rank.length === 1 && only) {
        return only;
      }
      const column = itemOf('', {});
      column.children = rank;
      column.rows = rank.map((child, index) => ({
        items: [child],
        gap: index === 0 ? 0 : columnGap + 6 + this.#slack,
        columnGap,
        height: 0,
      }));
      return column;
    });
    const widths = items.map((item) => this.#widthsOf(item, 'TB'));
    const total = (key: 'least' | 'wanted') =>
      widths.reduce((sum, each) => sum + each[key], (items.length - 1) * gap);
    return {
      row: {items, gap: 0, columnGap: gap, height: 0},
      least: total('least'),
      wanted: total('wanted'),
    };
  }

  /** The least width, and the one in which no label of its author's breaks. */
  #widthsOf(item: Item, direction: string): {least: number; wanted: number} {
    if (item.node) {
      const lines = linesOf(item.node.text);
      const pad = 2 * boxPadding + (item.node.shape === 'diamond' ? 16 : 0);
      return {
        least: widest(lines.flatMap(piecesOf), labelSize, 400) + pad,
        wanted: widest(lines, labelSize, 400) + pad,
      };
    }
    const ownDirection = item.frame?.direction ?? direction;
    const pad = item.frame ? 2 * inset : 0;
    const rows = item.id === '' ? item.children.map((child) => [child]) : this.#ranksOf(item);
    const columns = ownDirection === 'LR' && item.frame ? this.#columnsOf(item, rows) : undefined;
    const sums = rows.map((row) =>
      row
        .map((child) => this.#widthsOf(child, ownDirection))
        .reduce(
          (sum, each) => ({
            least: sum.least + each.least + columnGap,
            wanted: sum.wanted + each.wanted + columnGap,
          }),
          {least: -columnGap, wanted: -columnGap},
        ),
    );
    const title = item.frame ? widest(linesOf(item.frame.title), smallSize, 700) + 22 : 0;
    const least = Math.max(...sums.map((sum) => sum.least)) + pad;
    const wanted = columns ? columns.wanted : Math.max(...sums.map((sum) => sum.wanted));
    return {least, wanted: Math.max(wanted + pad, title)};
  }

  #heightOf(item: Item): number {
    if (item.node) {
      const lines = item.lines.length * lineHeight;
      item.box.height =
        lines + (item.lines.length === 1 ? 19 : 17) + (item.node.shape === 'cylinder' ? 8 : 0);
      return item.box.height;
    }
    let height = item.frame ? headOf(item) : 0;
    for (const row of item.rows) {
      row.height = Math.max(...row.items.map((child) => this.#heightOf(child)));
      height += row.gap + row.height;
    }
    item.box.height = height + (item.frame ? inset : 0);
    return item.box.height;
  }

  #place(item: Item, {x, y, width, height}: Box): void {
    const spare = height - item.box.height;
    Object.assign(item.box, {x, y, width, height});
    const isStack = this.#edgesIn(item).every(({edge}) => edge.stroke === 'invisible');
    let top = y + (item.frame ? headOf(item) : 0) + (isStack ? spare : spare / 2);
    for (const row of item.rows) {
      top += row.gap;
      let left = x + (item.frame ? inset : 0);
      for (const child of row.items) {
        const own = child.box.height;
        const isTall = child.node !== undefined && row.height > 2.4 * own;
        const box = {x: left, y: top, width: child.box.width, height: isTall ? own : row.height};
        box.y += Math.round((row.height - box.height) / 2);
        this.#place(child, box);
        left += child.box.width + row.columnGap;
      }
      top += row.height;
    }
  }
}

function itemOf(id: string, parts: Partial<Item>): Item {
  const box = {x: 0, y: 0, width: 0, height: 0};
  return {id, children: [], lines: [], rows: [], box, ...parts};
}

const headOf = ({lines}: Item) => titleHeight + (lines.length - 1) * smallLineHeight + 9;

const labelWidth = ({text: label}: Edge) => widest(linesOf(label), smallSize, 400);

/** Divides a width among the items of a row: equally where each has room for its words. */
function shares(
  widths: readonly {least: number; wanted: number}[],
  room: number,
  asWanted: boolean,
): number[] {
  const sum = (key: 'least' | 'wanted') => widths.reduce((total, each) => total + each[key], 0);
  const equal = room / widths.length;
  let divided: number[];
  if (!asWanted && widths.every(({wanted}) => wanted <= equal)) {
    divided = widths.map(() => equal);
  } else if (sum('wanted') <= room) {
    const rest = (room - sum('wanted')) / widths.length;
    divided = widths.map(({wanted}) => wanted + rest);
  } else {
    const stretch = Math.max(0, room - sum('least')) / (sum('wanted') - sum('least') || 1);
    divided = widths.map(({least, wanted}) => least + (wanted - least) * stretch);
  }
  // Whole pixels, so that lines meet the boxes exactly.
  const whole = divided.map(Math.floor);
  whole[whole.length - 1]! += room - whole.reduce((total, each) => total + each, 0);
  return whole;
}

/** The tab in which the title of a frame stands. */
function tabOf({box, lines}: Item): Box {
  const width = Math.min(widest(lines, smallSize, 700) + 2 * 10, box.width);
  return {
    x: box.x,
    y: box.y,
    width,
    height: titleHeight - 2 + (lines.length - 1) * smallLineHeight,
  };
}

function drawFrame(item: Item): string {
  const {x, y, width, height} = tabOf(item);
  const r = 8;
  const tab = `M${rounded(x)} ${rounded(y + height)}V${rounded(y + r)}q0-${r} ${r}-${r}H${rounded(x + width)}V${rounded(y + height - 6)}q0 6-6 6z`;
  return tag(
    'g',
    {class: `frame ${lookOf(item.frame?.look)}`.trim()},
    rectangle(item.box, r),
    tag('path', {class: 'tab', d: tab}),
    text('title', item.lines, {x: x + 10, y: y + height / 2}, smallLineHeight),
  );
}

function drawNode({node, box, lines}: Item): string {
  const {x, y, width, height} = box;
  const shape = node?.shape;
  const middle = centreOf(box);
  let outline = rectangle(box, shape === 'round' ? 14 : 5);
  if (shape === 'diamond') {
    const [right, bottom] = [rightOf(box), bottomOf(box)].map(rounded);
    outline = tag('path', {
      d: `M${rounded(x + 14)} ${rounded(y)}H${rounded(x + width - 14)}L${right} ${rounded(middle.y)}L${rounded(x + width - 14)} ${bottom}H${rounded(x + 14)}L${rounded(x)} ${rounded(middle.y)}z`,
    });
  } else if (shape === 'cylinder') {
    const [rx, ry] = [rounded(width / 2), 5];
    outline =
      tag('path', {
        d: `M${rounded(x)} ${rounded(y + ry)}a${rx} ${ry} 0 0 1 ${rounded(width)} 0V${rounded(y + height - ry)}a${rx} ${ry} 0 0 1-${rounded(width)} 0z`,
      }) +
      tag('path', {
        class: 'rim',
        d: `M${rounded(x)} ${rounded(y + ry)}a${rx} ${ry} 0 0 0 ${rounded(width)} 0`,
      });
    middle.y += 4;
  }
  return tag(
    'g',
    {class: `node ${lookOf(node?.look)}`.trim()},
    outline,
    text('', lines, middle, lineHeight),
  );
}

function drawEdge({type, stroke}: Edge, way: readonly Point[]): string {
  const heads =
    type === 'arrow_open'
      ? ''
      : arrowhead(way) + (type === 'double_arrow_point' ? arrowhead([...way].reverse()) : '');
  return polyline(stroke === 'dotted' ? 'line dotted' : 'line', way) + heads;
}
