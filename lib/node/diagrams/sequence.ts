import {DiagramError, type Drawing, type Sequence, type SequenceLine} from './model.ts';
import {
  arrowhead,
  bottomOf,
  drawingWidth,
  labelSize,
  linesOf,
  overlap,
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

const edge = 1;
const headPadding = 4;
/** Above each thing that happens. */
const gap = 11;
const nest = 8;

/** How messages are drawn. */
const messages: Record<string, {isDotted: boolean; isLost: boolean}> = {
  SOLID: {isDotted: false, isLost: false},
  DOTTED: {isDotted: true, isLost: false},
  SOLID_CROSS: {isDotted: false, isLost: true},
  DOTTED_CROSS: {isDotted: true, isLost: true},
};

/** What stands before the condition of a frame. */
const frameWords: Record<string, string> = {
  ALT: '경우',
  ELSE: '경우',
  LOOP: '반복',
  OPT: '선택',
  PAR: '동시',
  AND: '동시',
};

/** A frame around messages that is still open. */
interface OpenFrame {
  top: number;
  depth: number;
  dividers: number[];
}

/**
 * Lays a sequence out as wide as a phone: a message stands above its arrow, and life lines
 * are broken where words would lie on them. With `autonumber`, every message begins a step:
 * what a reader can walk through.
 * @throws DiagramError in Korean for what we do not draw, or have no room for
 */
export function drawSequence(sequence: Sequence): Drawing {
  if (sequence.boxes > 0) {
    throw new DiagramError('box는 그리지 않습니다. 이 줄과 그 end를 지워 주세요');
  }
  return new Layout(sequence).draw();
}

class Layout {
  readonly #sequence: Sequence;
  readonly #columns = new Map<string, number>();
  /** What life lines do not run through. */
  readonly #words: Box[] = [];
  readonly #frames: OpenFrame[] = [];
  readonly #drawnFrames: string[] = [];
  readonly #drawn: string[] = [];
  readonly #isNumbered: boolean;
  #step = 0;
  #headHeight = 0;
  #y = edge;

  constructor(sequence: Sequence) {
    this.#sequence = sequence;
    this.#isNumbered = sequence.lines.some(({type}) => type === 'AUTONUMBER');
    const column = drawingWidth / sequence.actors.length;
    for (const [index, {id}] of sequence.actors.entries()) {
      this.#columns.set(id, Math.round((index + 0.5) * column));
    }
  }

  draw(): Drawing {
    const heads = this.#heads();
    const top = edge + this.#headHeight;
    for (const line of this.#sequence.lines) {
      this.#line(line);
    }
    const bottom = this.#y + gap;
    const lifelines = [...this.#columns.values()].flatMap((x) => this.#lifeline(x, top, bottom));
    const svg = svgOf(drawingWidth, bottom + edge, [
      ...this.#drawnFrames,
      ...lifelines,
      ...heads,
      ...this.#drawn,
    ]);
    return {svg, width: drawingWidth, height: Math.round(bottom + edge)};
  }

  /** The actors in a row, or, where their names need room, every other one a row lower. */
  #heads(): string[] {
    const {actors} = this.#sequence;
    const column = drawingWidth / actors.length;
    const room = (width: number) => Math.min(width - 8, 150) - 2 * headPadding;
    const linesIn = (width: number) =>
      actors.map(({name}) => wrap(linesOf(name), room(width), labelSize, 700));
    const fits = (width: number) =>
      linesIn(width).every((lines) => widest(lines, labelSize, 700) <= room(width) + 4);
    const share = fits(column) ? column : 2 * column;
    const names = linesIn(share);
    if (!fits(share)) {
      const longest = actors.find(
        (_, index) => widest(names[index]!, labelSize, 700) > room(share) + 4,
      );
      throw new DiagramError(
        `참가자의 이름 "${longest?.name}"이 깁니다. 줄이거나 참가자를 줄여 주세요`,
      );
    }
    const isStaggered = share > column;
    const height = Math.max(...names.map((lines) => lines.length)) * 18 + 14;
    const drawn = actors.map(({id}, index) => {
      const width = isStaggered
        ? widest(names[index]!, labelSize, 700) + 2 * headPadding + 8
        : room(share) + 2 * headPadding;
      const x = clamp(this.#columnOf(id) - width / 2, edge, drawingWidth - edge - width);
      const y = edge + (isStaggered && index % 2 === 1 ? height + 6 : 0);
      return tag(
        'g',
        {class: 'node actor'},
        rectangle({x, y, width, height}, 5),
        text('', names[index]!, {x: x + width / 2, y: y + height / 2}, 18),
      );
    });
    this.#y = edge + height + (isStaggered ? height + 6 : 0);
    this.#headHeight = height;
    return drawn;
  }

  #line(line: SequenceLine): void {
    const message = messages[line.type];
    const [, kind, part] = /^(.+)_(START|ELSE|AND|END)$/.exec(line.type) ?? [];
    if (message) {
      this.#message(line, message);
    } else if (line.type === 'NOTE' && line.placement === 2) {
      this.#note(line);
    } else if (kind && part === 'END' && frameWords[kind]) {
      this.#close();
    } else if (kind && part === 'START' && frameWords[kind]) {
      this.#open(`${frameWords[kind]}: ${line.text}`);
    } else if (part === 'ELSE' || part === 'AND') {
      this.#divide(`${frameWords[part]}: ${line.text}`);
    } else if (line.type !== 'AUTONUMBER') {
      throw new DiagramError(
        '메시지(->>, -->>, -x), Note over, alt·else, opt, loop, par, autonumber만 그립니다. 다른 문장을 지워 주세요',
      );
    }
  }

  #message(
    {from = '', to = '', text: label}: SequenceLine,
    {isDotted, isLost}: {isDotted: boolean; isLost: boolean},
  ): void {
    this.#step += 1;
    const [start, end] = [this.#columnOf(from), this.#columnOf(to)];
    const badge = this.#isNumbered ? 9 : 0;
    const inset = this.#frames.length * nest + 6;
    const lines = wrap(linesOf(label), drawingWidth - 2 * inset, smallSize, 400);
    const width = widest(lines, smallSize, 400) + 2;
    const isLeft = end < start;
    const wanted = from === to ? start + 8 : isLeft ? start - 8 - badge - width : start + 8 + badge;
    // A short name stands in the middle of its arrow.
    const middle = (start + end) / 2 - width / 2;
    const room = Math.abs(end - start) - 16 - badge;
    const x = clamp(width < room ? middle : wanted, inset, drawingWidth - inset - width);
    this.#y += gap;
    const words = {x, y: this.#y, width, height: lines.length * smallLineHeight};
    this.#words.push(words);
    this.#y += words.height + (from === to ? 4 : 8);
    const y = this.#y;
    let way: Point[] = [
      {x: start + (isLeft ? -badge : badge), y},
      {x: end + (isLeft ? 1 : -1), y},
    ];
    if (from === to) {
      way = [
        {x: start + badge, y},
        {x: start + 30, y},
        {x: start + 30, y: y + 16},
        {x: start + 1, y: y + 16},
      ];
      this.#y += 16;
    }
    const tip = way.at(-1)!;
    const head = isLost
      ? tag('path', {
          class: 'head',
          d: `M${rounded(tip.x - 5)} ${rounded(y - 5)}l10 10m0-10l-10 10`,
        })
      : arrowhead(way);
    this.#draw([
      polyline(isDotted ? 'line dotted' : 'line', way),
      head,
      ...(this.#isNumbered
        ? [
            tag('circle', {class: 'badge', cx: start, cy: y, r: 9}),
            text('number', [String(this.#step)], {x: start, y}, 0),
          ]
        : []),
      text('edge-label', lines, {x: x + width / 2, y: words.y + words.height / 2}, smallLineHeight),
    ]);
    this.#y += 3;
  }

  #note({from = '', to = '', text: label}: SequenceLine): void {
    const [a, b] = [this.#columnOf(from), this.#columnOf(to)].sort((one, two) => one - two);
    const inset = this.#frames.length * nest + 4;
    const room = drawingWidth - 2 * inset;
    const lines = wrap(linesOf(label), room - 16, smallSize, 400);
    const wanted = Math.max(widest(lines, smallSize, 400) + 18, b! - a! + 40);
    const width = Math.min(wanted, room);
    const x = clamp((a! + b!) / 2 - width / 2, inset, drawingWidth - inset - width);
    this.#y += gap;
    const box = {x, y: this.#y, width, height: lines.length * smallLineHeight + 10};
    this.#y = bottomOf(box);
    this.#draw([
      tag(
        'g',
        {class: 'node note'},
        rectangle(box, 4),
        text('', lines, {x: x + width / 2, y: box.y + box.height / 2}, smallLineHeight),
      ),
    ]);
  }

  #open(label: string): void {
    this.#y += gap;
    this.#frames.push({top: this.#y, depth: this.#frames.length, dividers: []});
    this.#tab(label);
  }

  #divide(label: string): void {
    this.#y += gap;
    this.#frames.at(-1)?.dividers.push(this.#y);
    this.#tab(label);
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame) {
      this.#y += gap;
      const box = this.#frameBox(frame, this.#y);
      this.#drawnFrames.unshift(
        tag(
          'g',
          {class: 'frame'},
          rectangle(box, 8),
          ...frame.dividers.map((y) =>
            tag('path', {
              class: 'divider',
              d: `M${rounded(box.x)} ${rounded(y)}H${rounded(rightOf(box))}`,
            }),
          ),
        ),
      );
    }
  }

  #frameBox({top, depth}: OpenFrame, bottom: number): Box {
    const x = edge + depth * nest;
    return {x, y: top, width: drawingWidth - 2 * x, height: bottom - top};
  }

  /** The condition of a frame or of a part of it, at its left. */
  #tab(label: string): void {
    const x = edge + (this.#frames.length - 1) * nest;
    const lines = wrap([label], drawingWidth - 2 * x - 24, smallSize, 700);
    const width = widest(lines, smallSize, 700) + 20;
    const height = lines.length * smallLineHeight + 8;
    const y = this.#y;
    this.#words.push({x, y, width, height});
    this.#drawn.push(
      tag(
        'g',
        {class: 'frame'},
        text('title', lines, {x: x + 10, y: y + height / 2 + 1}, smallLineHeight),
      ),
    );
    this.#y += height - 6;
  }

  #draw(parts: string[]): void {
    this.#drawn.push(
      this.#isNumbered
        ? tag('g', {class: 'step', 'data-step': Math.max(1, this.#step)}, ...parts)
        : parts.join(''),
    );
  }

  /** Broken where words would lie on it. */
  #lifeline(x: number, top: number, bottom: number): string[] {
    const strip = {x: x - 4, y: top, width: 8, height: bottom - top};
    const gaps = this.#words.filter((box) => overlap(box, strip));
    let y = top;
    const parts: string[] = [];
    for (const box of [...gaps].sort((a, b) => a.y - b.y)) {
      if (box.y - 1 > y) {
        parts.push(`M${rounded(x)} ${rounded(y)}V${rounded(box.y - 1)}`);
      }
      y = Math.max(y, bottomOf(box) + 1);
    }
    parts.push(`M${rounded(x)} ${rounded(y)}V${rounded(bottom)}`);
    return [tag('path', {class: 'lifeline', d: parts.join('')})];
  }

  #columnOf(id: string): number {
    const column = this.#columns.get(id);
    if (column === undefined) {
      throw new DiagramError(`참가자 ${id}가 없습니다`);
    }
    return column;
  }
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));
