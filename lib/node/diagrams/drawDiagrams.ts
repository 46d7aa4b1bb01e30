import {hashOf, hashOfCode, keep, readKept} from '../buildCache.ts';
import {drawFlowchart} from './flowchart.ts';
import {DiagramError, type Diagram, type Drawing} from './model.ts';
import {readDiagrams, type Reading} from './readDiagrams.ts';
import {drawSequence} from './sequence.ts';

/** A drawing, or why there is none: for a fault that Mermaid found, with its line. */
export type Drawn = {drawing: Drawing} | {fault: {line: number | null; reason: string}};

/** Far more than all versions have: drawings of other branches stay too. */
const kept = 5000;

let looks: string | undefined;

/** Changes with everything but their sources that drawings depend on. */
export function appearanceHash(): string {
  return (looks ??= hashOfCode('lib/node/diagrams'));
}

/**
 * Draws Mermaid sources: Mermaid reads them, and we lay them out in the house's hand, with
 * classes alone, which src/css/diagrams.css colours. What was drawn before comes from `.cache/`.
 */
export async function drawDiagrams(sources: readonly string[]): Promise<Map<string, Drawn>> {
  const drawn = new Map<string, Drawn>();
  const keyOf = (source: string) => hashOf([appearanceHash(), source]);
  const missing: string[] = [];
  for (const source of new Set(sources)) {
    const known = readKept<Drawn>('drawings', keyOf(source));
    if (known) {
      drawn.set(source, known);
    } else {
      missing.push(source);
    }
  }
  for (const [source, reading] of await readDiagrams(missing)) {
    const result = drawReading(reading);
    keep('drawings', keyOf(source), result, kept);
    drawn.set(source, result);
  }
  return drawn;
}

function drawReading(reading: Reading): Drawn {
  if ('fault' in reading) {
    return reading;
  }
  try {
    return {drawing: drawDiagram(reading.diagram)};
  } catch (error) {
    if (error instanceof DiagramError) {
      return {fault: {line: null, reason: error.message}};
    }
    throw error;
  }
}

/**
 * Four times the most that a diagram of ours has. Laying out many takes long, and nobody reads a
 * drawing of several screens.
 */
const mostParts = {boxes: 60, lines: 80};
/** In CSS pixels; our highest is 992. */
const mostHeight = 2000;

function drawDiagram(diagram: Diagram): Drawing {
  const boxes =
    diagram.type === 'sequence'
      ? diagram.actors.length
      : diagram.nodes.length + diagram.frames.length;
  const lines = (diagram.type === 'sequence' ? diagram.lines : diagram.edges).length;
  if (boxes > mostParts.boxes || lines > mostParts.lines) {
    throw new DiagramError(
      `상자는 ${mostParts.boxes}개, 선은 ${mostParts.lines}개까지 그리는데 상자 ${boxes}개, 선 ${lines}개입니다. 그림을 나누어 주세요`,
    );
  }
  const drawing = diagram.type === 'sequence' ? drawSequence(diagram) : drawFlowchart(diagram);
  if (drawing.height > mostHeight) {
    throw new DiagramError(
      `그리면 높이가 ${Math.round(drawing.height)}픽셀이라 한눈에 볼 수 없습니다(${mostHeight}까지). 그림을 나누어 주세요`,
    );
  }
  return drawing;
}
