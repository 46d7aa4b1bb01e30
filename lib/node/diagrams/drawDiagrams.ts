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
    const known = await readKept<Drawn>('drawings', keyOf(source));
    if (known) {
      drawn.set(source, known);
    } else {
      missing.push(source);
    }
  }
  for (const [source, reading] of await readDiagrams(missing)) {
    const result = drawReading(reading);
    await keep('drawings', keyOf(source), result, kept);
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

function drawDiagram(diagram: Diagram): Drawing {
  return diagram.type === 'sequence' ? drawSequence(diagram) : drawFlowchart(diagram);
}
