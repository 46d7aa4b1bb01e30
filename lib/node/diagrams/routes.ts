import {bottomOf, centreOf, overlap, rightOf, type Box, type Point} from './svg.ts';

/** What lines go around, and what they may cross. */
export interface Surroundings {
  /** Never crossed. */
  nodes: readonly Box[];
  /** Crossed at a right angle. */
  frames: readonly Box[];
  /** Never crossed: the titles of frames. */
  titles: readonly Box[];
  width: number;
  height: number;
}

export interface Way {
  /** From the border of one box to that of the other. */
  points: Point[];
  /** Its length, and what it has of bends and crossings. */
  cost: number;
}

const clearance = 5;
/** What a detour is worth, in pixels of length. */
const cost = {bend: 34, crossing: 90, frame: 6, together: 500, crowdedPort: 260, side: 12};

type Direction = 0 | 1 | 2 | 3;
const steps: readonly [number, number][] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/**
 * Finds a way from box to box in right angles (Dijkstra's algorithm over the lines through the
 * middles, edges and gaps of the boxes): short, with few bends and crossings, and never along
 * another line.
 * @returns undefined where there is no way
 */
export function route(
  from: Box,
  to: Box,
  surroundings: Surroundings,
  earlier: readonly (readonly Point[])[],
): Way | undefined {
  const {xs, ys} = gridOf(from, to, surroundings);
  const others = surroundings.nodes.filter((box) => box !== from && box !== to);
  const taken = earlier.flatMap(segmentsOf);
  const ports = earlier.flatMap((points) => [points[0]!, points.at(-1)!]);
  const columns = xs.length;
  const stateOf = (column: number, row: number, direction: number) =>
    (row * columns + column) * 4 + direction;
  const best = new Float64Array(columns * ys.length * 4).fill(Infinity);
  const cameFrom = new Int32Array(best.length).fill(-1);
  const passages = new Float64Array(columns * ys.length * 2).fill(NaN);
  const isDone = new Uint8Array(best.length);
  const queue = new Queue();

  const portCost = (point: Point, box: Box, direction: Direction) => {
    const centre = centreOf(box);
    const isSide = direction % 2 === 0;
    const offset = isSide ? Math.abs(point.y - centre.y) : Math.abs(point.x - centre.x);
    const isCrowded = ports.some((port) => Math.hypot(port.x - point.x, port.y - point.y) < 13);
    return offset * 0.3 + (isSide ? cost.side : 0) + (isCrowded ? cost.crowdedPort : 0);
  };
  const relax = (state: number, value: number, previous: number) => {
    if (value < best[state]!) {
      best[state] = value;
      cameFrom[state] = previous;
      queue.push(state, value);
    }
  };

  for (const [column, x] of xs.entries()) {
    for (const [row, y] of ys.entries()) {
      for (const direction of outwards({x, y}, from)) {
        relax(stateOf(column, row, direction), portCost({x, y}, from, direction), -1);
      }
    }
  }

  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const direction = (state % 4) as Direction;
    const column = Math.floor(state / 4) % columns;
    const row = Math.floor(state / 4 / columns);
    if (isDone[state]) {
      continue;
    }
    isDone[state] = 1;
    const here = {x: xs[column]!, y: ys[row]!};
    const value = best[state]!;
    if (cameFrom[state] !== -1 && outwards(here, to).some((out) => (out + 2) % 4 === direction)) {
      return {points: cornersOf(state), cost: value};
    }
    for (const turn of [0, 1, 3]) {
      const next = ((direction + turn) % 4) as Direction;
      // From a border, the way leads straight out.
      if (turn !== 0 && cameFrom[state] === -1) {
        continue;
      }
      const [dx, dy] = steps[next]!;
      const [nextColumn, nextRow] = [column + dx, row + dy];
      const [x, y] = [xs[nextColumn], ys[nextRow]];
      if (x === undefined || y === undefined) {
        continue;
      }
      const there = {x, y};
      const passage = passageBetween(column, row, nextColumn, nextRow);
      if (passage === Infinity) {
        continue;
      }
      const arrives = outwards(there, to).some((out) => (out + 2) % 4 === next);
      const arrival = arrives ? portCost(there, to, ((next + 2) % 4) as Direction) : 0;
      const length = Math.abs(x - here.x) + Math.abs(y - here.y);
      relax(
        stateOf(nextColumn, nextRow, next),
        value + length + passage + arrival + (turn === 0 ? 0 : cost.bend),
        state,
      );
    }
  }
  return undefined;

  /** passageCost, reckoned once for both directions. */
  function passageBetween(column: number, row: number, toColumn: number, toRow: number): number {
    const isHorizontal = row === toRow;
    const key =
      (Math.min(row, toRow) * columns + Math.min(column, toColumn)) * 2 + Number(isHorizontal);
    const known = passages[key]!;
    if (!Number.isNaN(known)) {
      return known;
    }
    const passage = passageCost({x: xs[column]!, y: ys[row]!}, {x: xs[toColumn]!, y: ys[toRow]!});
    passages[key] = passage;
    return passage;
  }

  /** What one step costs beyond its length: Infinity where something is in the way. */
  function passageCost(a: Point, b: Point): number {
    const step = boxOf(a, b);
    const isHorizontal = a.y === b.y;
    if (
      others.some((box) => overlap(step, box, clearance)) ||
      [from, to].some((box) => overlap(step, box)) ||
      surroundings.titles.some((box) => overlap(step, box, 2))
    ) {
      return Infinity;
    }
    let sum = 0;
    for (const frame of [...surroundings.frames, from, to]) {
      const borders = isHorizontal ? [frame.y, bottomOf(frame)] : [frame.x, rightOf(frame)];
      const along = isHorizontal
        ? overlap(step, {...frame, y: step.y - 1, height: 2})
        : overlap(step, {...frame, x: step.x - 1, width: 2});
      const at = isHorizontal ? a.y : a.x;
      if (along && borders.some((border) => Math.abs(border - at) < 4)) {
        sum += cost.together;
      }
      const crossed = isHorizontal ? [frame.x, rightOf(frame)] : [frame.y, bottomOf(frame)];
      const [low, high] = isHorizontal ? [step.x, rightOf(step)] : [step.y, bottomOf(step)];
      const isWithin = isHorizontal
        ? a.y > frame.y && a.y < bottomOf(frame)
        : a.x > frame.x && a.x < rightOf(frame);
      if (isWithin) {
        sum += crossed.filter((border) => border > low && border <= high).length * cost.frame;
      }
    }
    for (const segment of taken) {
      if (segment.isHorizontal === isHorizontal) {
        if (overlap(step, segment.box, 8)) {
          sum += cost.together;
        }
      } else if (overlap(step, segment.box)) {
        sum += cost.crossing;
      } else if (overlap(step, segment.box, 0.01)) {
        sum += cost.crossing / 2;
      }
    }
    return sum;
  }

  function cornersOf(last: number): Point[] {
    const points: Point[] = [];
    for (let state = last; state !== -1; state = cameFrom[state]!) {
      const cell = Math.floor(state / 4);
      points.unshift({x: xs[cell % columns]!, y: ys[Math.floor(cell / columns)]!});
    }
    return points.filter((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      return (
        !before ||
        !after ||
        !(
          (before.x === point.x && point.x === after.x) ||
          (before.y === point.y && point.y === after.y)
        )
      );
    });
  }
}

/** The coordinates that lines may take. */
function gridOf(
  from: Box,
  to: Box,
  {nodes, frames, width, height}: Surroundings,
): {xs: number[]; ys: number[]} {
  // The ports first: of values that are all but the same, the first stays.
  const xs: number[] = [];
  const ys: number[] = [];
  for (const box of [from, to]) {
    xs.push(box.x, rightOf(box));
    ys.push(box.y, bottomOf(box));
  }
  for (const box of [from, to]) {
    for (const share of [1 / 2, 1 / 4, 3 / 4, 1 / 3, 2 / 3, 1 / 6, 5 / 6]) {
      xs.push(box.x + box.width * share);
      ys.push(box.y + box.height * share);
    }
  }
  for (const box of [...nodes, ...frames]) {
    xs.push(box.x - 7, rightOf(box) + 7, box.x + box.width / 2, rightOf(box) + 20);
    ys.push(box.y - 12, bottomOf(box) + 12, box.y + box.height / 2);
  }
  const clean = (values: number[], size: number) => {
    const kept: number[] = [];
    for (const value of values.map((exact) => Math.round(exact * 100) / 100)) {
      if (value >= 0 && value <= size && !kept.some((other) => Math.abs(other - value) < 3)) {
        kept.push(value);
      }
    }
    return kept.sort((a, b) => a - b);
  };
  return {xs: clean([...xs, 4, width - 4], width), ys: clean([...ys, 4, height - 4], height)};
}

/** The directions in which a line may leave a box at a point of its border. */
function outwards({x, y}: Point, box: Box): Direction[] {
  const corner = 8;
  const inX = x >= box.x + corner && x <= rightOf(box) - corner;
  const inY = y >= box.y + corner && y <= bottomOf(box) - corner;
  const near = (a: number, b: number) => Math.abs(a - b) < 0.02;
  return [
    ...(inY && near(x, rightOf(box)) ? ([0] as const) : []),
    ...(inX && near(y, bottomOf(box)) ? ([1] as const) : []),
    ...(inY && near(x, box.x) ? ([2] as const) : []),
    ...(inX && near(y, box.y) ? ([3] as const) : []),
  ];
}

export interface Segment {
  box: Box;
  isHorizontal: boolean;
}

/** The straight parts of a line. */
export function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((point, index) => {
    const before = points[index]!;
    return {box: boxOf(before, point), isHorizontal: before.y === point.y};
  });
}

function boxOf(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** A binary heap: the state with the least value first. */
class Queue {
  readonly #heap: {state: number; value: number}[] = [];

  push(state: number, value: number): void {
    const heap = this.#heap;
    let index = heap.push({state, value}) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (heap[parent]!.value <= heap[index]!.value) {
        return;
      }
      [heap[parent], heap[index]] = [heap[index]!, heap[parent]!];
      index = parent;
    }
  }

  pop(): number | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first && last && heap.length > 0) {
      heap[0] = last;
      let index = 0;
      for (;;) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        let least = index;
        if (left < heap.length && heap[left]!.value < heap[least]!.value) least = left;
        if (right < heap.length && heap[right]!.value < heap[least]!.value) least = right;
        if (least === index) {
          break;
        }
        [heap[least], heap[index]] = [heap[index]!, heap[least]!];
        index = least;
      }
    }
    return first?.state;
  }
}
