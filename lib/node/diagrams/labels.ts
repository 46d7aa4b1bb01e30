import type {Surroundings} from './routes.ts';
import {segmentsOf, type Segment} from './routes.ts';
import {
  bottomOf,
  centreOf,
  overlap,
  rightOf,
  smallLineHeight,
  smallSize,
  widest,
  wrap,
  type Box,
  type Point,
} from './svg.ts';

interface Label {
  lines: readonly string[];
  box: Box;
}

/**
 * Puts the name of each line beside it, where it covers neither box nor line nor frame.
 * @returns the labels of those that have one; or the index of the first without room
 */
export function placeLabels(
  named: readonly {lines: readonly string[]; way: readonly Point[]}[],
  {nodes, frames, titles, width, height}: Surroundings,
  ways: readonly (readonly Point[])[],
): Label[] | number {
  const strokes = ways.flatMap(segmentsOf).map(({box}) => box);
  const borders = frames.flatMap((frame) => [
    {...frame, width: 0},
    {...frame, height: 0},
    {...frame, x: rightOf(frame), width: 0},
    {...frame, y: bottomOf(frame), height: 0},
  ]);
  const labels: Label[] = [];
  for (const [index, {lines, way}] of named.entries()) {
    if (lines.length === 0) {
      continue;
    }
    const isFree = (box: Box) =>
      box.x >= 2 &&
      rightOf(box) <= width - 2 &&
      box.y >= 1 &&
      bottomOf(box) <= height - 1 &&
      ![...nodes, ...titles].some((other) => overlap(box, other, 2)) &&
      ![...strokes, ...borders].some((other) => overlap(box, other, 2.5)) &&
      !labels.some((other) => overlap(box, other.box, 5));
    const found = variantsOf(lines)
      .flatMap((variant) => placesOf(variant, segmentsOf(way)))
      .find(({box}) => isFree(box));
    if (!found) {
      return index;
    }
    labels.push(found);
  }
  return labels;
}

/** As its author broke it, on one line, and on more. */
function variantsOf(lines: readonly string[]): (readonly string[])[] {
  const joined = lines.join(' ');
  const whole = widest([joined], smallSize, 400);
  const variants: (readonly string[])[] = [
    lines,
    [joined],
    ...[0.7, 0.55, 0.4].map((share) => wrap([joined], whole * share, smallSize, 400)),
  ];
  return variants;
}

/** Where a label could stand, the best first: beside the middle of the longest part. */
function placesOf(lines: readonly string[], segments: readonly Segment[]): Label[] {
  // A little more than measured: another font may stand in.
  const width = widest(lines, smallSize, 400) + 2;
  const height = lines.length * smallLineHeight;
  const longest = [...segments].sort(
    (a, b) => b.box.width + b.box.height - (a.box.width + a.box.height),
  );
  return longest.flatMap(({box, isHorizontal}) => {
    const middle = centreOf(box);
    const shares = [0, -0.12, 0.12, -0.25, 0.25, -0.38, 0.38];
    return shares.flatMap((share) => {
      if (isHorizontal) {
        const x = middle.x + share * box.width - width / 2;
        return [
          {lines, box: {x, y: middle.y - height - 3, width, height}},
          {lines, box: {x, y: middle.y + 4, width, height}},
        ];
      }
      const y = middle.y + share * box.height - height / 2;
      return [
        {lines, box: {x: middle.x + 6, y, width, height}},
        {lines, box: {x: middle.x - 6 - width, y, width, height}},
      ];
    });
  });
}
