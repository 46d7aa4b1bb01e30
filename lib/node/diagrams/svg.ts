import {textWidth} from './textWidth.ts';

/*
 * The measures of the house's hand, in CSS pixels. A drawing is as wide as the column of a
 * phone of 360 px takes without making its smallest label smaller than 11.5 px.
 */
export const drawingWidth = 384;
export const labelSize = 14;
export const smallSize = 13;
export const lineHeight = 19;
export const smallLineHeight = 17;

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export const rightOf = ({x, width}: Box) => x + width;
export const bottomOf = ({y, height}: Box) => y + height;
export const centreOf = ({x, y, width, height}: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Whether two boxes have more than an edge in common; the first grown by some pixels. */
export function overlap(a: Box, b: Box, grown = 0): boolean {
  return (
    a.x - grown < rightOf(b) &&
    rightOf(a) + grown > b.x &&
    a.y - grown < bottomOf(b) &&
    bottomOf(a) + grown > b.y
  );
}

/** The lines of a label, as its author broke it. */
export function linesOf(text: string): string[] {
  return text
    .split(/<br\s*\/?>/i)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Lines broken at spaces and after marks, so that none is wider than there is room. */
export function wrap(
  lines: readonly string[],
  room: number,
  size: number,
  weight: 400 | 700,
): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = [];
    for (const piece of piecesOf(line)) {
      const longer = `${wrapped.at(-1) ?? ''}${piece}`;
      if (wrapped.length > 0 && textWidth(longer.trim(), size, weight) <= room) {
        wrapped[wrapped.length - 1] = longer;
      } else {
        wrapped.push(piece);
      }
    }
    return wrapped.map((part) => part.trim());
  });
}

/** What a line can be broken into: words, the parts of `a·b`, and what is in brackets. */
export function piecesOf(line: string): string[] {
  return line.split(/(?<=[·\s])(?=\S)|(?<=\S)(?=\()/);
}

export const widest = (lines: readonly string[], size: number, weight: 400 | 700): number =>
  Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));

type Attributes = Record<string, string | number | undefined>;

/** Markup of one element, its content escaped already. */
export function tag(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([key, value]) => ` ${key}="${escape(typeof value === 'number' ? rounded(value) : value!)}"`,
    )
    .join('');
  return `<${name}${written}>${content.join('')}</${name}>`;
}

export const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** Lines of text around a point, each centred there or beginning there. */
export function text(
  className: string,
  lines: readonly string[],
  {x, y}: Point,
  spacing: number,
): string {
  // Half the height of a capital below the middle of its line.
  const first = y - ((lines.length - 1) * spacing) / 2 + 4.8;
  return tag(
    'text',
    {class: className},
    ...lines.map((line, index) => tag('tspan', {x, y: first + index * spacing}, escape(line))),
  );
}

export function rectangle({x, y, width, height}: Box, rx: number, className?: string): string {
  return tag('rect', {class: className, x, y, width, height, rx});
}

/** A line through points, its corners rounded. */
export function polyline(className: string, points: readonly Point[]): string {
  const radius = 6;
  let path = '';
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) {
      path += `${before ? 'L' : 'M'}${pair(point)}`;
      continue;
    }
    const bend = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    path += `L${pair(towards(point, before, bend))}Q${pair(point)} ${pair(towards(point, after, bend))}`;
  }
  return tag('path', {class: className, d: path});
}

/** An open arrowhead whose tip is the last of the points. */
export function arrowhead(points: readonly Point[]): string {
  const [from, tip] = [points.at(-2), points.at(-1)];
  if (!from || !tip) {
    return '';
  }
  const back = towards(tip, from, 7);
  const [dx, dy] = [(back.y - tip.y) * 0.55, (tip.x - back.x) * 0.55];
  return tag('path', {
    class: 'head',
    d: `M${pair({x: back.x + dx, y: back.y + dy})}L${pair(tip)}L${pair({x: back.x - dx, y: back.y - dy})}`,
  });
}

/** The finished drawing. */
export function svgOf(width: number, height: number, content: readonly string[]): string {
  const viewBox = [0, 0, width, height].map(rounded).join(' ');
  return tag('svg', {xmlns: 'http://www.w3.org/2000/svg', viewBox}, ...content);
}

const pair = ({x, y}: Point) => `${rounded(x)} ${rounded(y)}`;

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to) || 1;
  return {x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole};
}

function escape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
