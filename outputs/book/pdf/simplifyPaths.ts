import type {Operation} from './contentStream.ts';

/** In points: a hundredth of a millimetre. */
const tolerance = 0.03;

type Point = readonly [number, number];
/** Control points of a Bézier curve: x and y of four. */
type Curve = readonly [number, number, number, number, number, number, number, number];

/** The same lines and areas in fewer operators. */
export function simplifyPaths(operations: readonly Operation[]): Operation[] {
  return withRectangles(withWholeCurves(operations));
}

/**
 * Chromium draws a quarter of a circle as two curves, and larger arcs as more.
 * Pieces that follow each other become one curve where that lies within the
 * tolerance: the corners of boxes are three quarters of a drawing.
 */
function withWholeCurves(operations: readonly Operation[]): Operation[] {
  const merged: Operation[] = [];
  const scales: number[] = [];
  let scale = 1;
  let point: Point = [0, 0];
  /** Of the curve that was written last, if nothing has come after it. */
  let pieces: Curve[] = [];
  for (const operation of operations) {
    const {operator, operands} = operation;
    if (operator === 'c') {
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = operands.map(Number);
      const piece: Curve = [...point, a, b, c, d, x, y];
      const whole = wholeOf([...pieces, piece], tolerance / scale);
      if (pieces.length > 0 && whole) {
        pieces.push(piece);
        merged[merged.length - 1] = {operator, operands: whole.slice(2).map(String)};
      } else {
        pieces = [piece];
        merged.push(operation);
      }
      point = [x, y];
      continue;
    }
    pieces = [];
    merged.push(operation);
    if (operator === 'm' || operator === 'l') {
      point = [Number(operands[0]), Number(operands[1])];
    } else if (operator === 'q') {
      scales.push(scale);
    } else if (operator === 'Q') {
      scale = scales.pop() ?? 1;
    } else if (operator === 'cm') {
      const [a = 1, b = 0, c = 0, d = 1] = operands.map(Number);
      scale *= Math.sqrt(Math.abs(a * d - b * c));
    }
  }
  return merged;
}

/** The one curve from the start of the first piece to the end of the last, if it meets them all. */
function wholeOf(pieces: readonly Curve[], distance: number): Curve | undefined {
  const count = pieces.length;
  const first = pieces[0] as Curve;
  const last = pieces[count - 1] as Curve;
  const whole: Curve = [
    first[0],
    first[1],
    first[0] + (first[2] - first[0]) * count,
    first[1] + (first[3] - first[1]) * count,
    last[6] + (last[4] - last[6]) * count,
    last[7] + (last[5] - last[7]) * count,
    last[6],
    last[7],
  ];
  const isNear = pieces.every((piece, index) =>
    [0.25, 0.5, 0.75, 1].every((part) => {
      const [x, y] = pointOn(piece, part);
      const [wholeX, wholeY] = pointOn(whole, (index + part) / count);
      return Math.hypot(x - wholeX, y - wholeY) <= distance;
    }),
  );
  return isNear ? whole : undefined;
}

function pointOn(curve: Curve, t: number): Point {
  const rest = 1 - t;
  const weights = [rest ** 3, 3 * rest ** 2 * t, 3 * rest * t ** 2, t ** 3] as const;
  const along = (axis: 0 | 1) =>
    weights.reduce((sum, weight, index) => sum + weight * (curve[2 * index + axis] ?? 0), 0);
  return [along(0), along(1)];
}

/**
 * Each dash of a dashed line is an area with four corners.
 *
 *     434 667 m 438 667 l 438 668 l 434 668 l f
 *
 * becomes
 *
 *     434 667 4 1 re f
 */
function withRectangles(operations: readonly Operation[]): Operation[] {
  const simple: Operation[] = [];
  // Index of the operation that paints the path.
  let painter = -1;
  for (let index = 0; index < operations.length; index += 1) {
    const operation = operations[index] as Operation;
    if (operation.operator !== 'm') {
      simple.push(operation);
      continue;
    }
    if (index > painter) {
      painter = index;
      while (isPath.test(operations[painter]?.operator ?? '')) {
        painter += 1;
      }
    }
    const corners = operations.slice(index, index + 4);
    const after = operations[index + 4]?.operator ?? '';
    const isArea =
      corners.map(({operator}) => operator).join('') === 'mlll' &&
      (after === 'h' || (/^[mf]$/.test(after) && operations[painter]?.operator === 'f'));
    const rectangle = isArea ? rectangleOf(corners) : undefined;
    if (rectangle) {
      simple.push({operator: 're', operands: rectangle.map(String)});
      index += after === 'h' ? 4 : 3;
    } else {
      simple.push(operation);
    }
  }
  return simple;
}

const isPath = /^(?:[mlch]|re)$/;

/** x, y, width and height, with the corners in the same order; undefined for any other shape. */
function rectangleOf(corners: readonly Operation[]): number[] | undefined {
  const [a, b, c, d] = corners.map(({operands}): Point => [
    Number(operands[0]),
    Number(operands[1]),
  ]);
  const isUpright = (p: Point, q: Point, r: Point, s: Point) =>
    p[1] === q[1] && q[0] === r[0] && r[1] === s[1] && s[0] === p[0];
  if (!a || !b || !c || !d) {
    return undefined;
  }
  if (isUpright(a, b, c, d)) {
    return [a[0], a[1], c[0] - a[0], c[1] - a[1]];
  }
  return isUpright(b, c, d, a) ? [b[0], b[1], d[0] - b[0], d[1] - b[1]] : undefined;
}
