import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {createInterface} from 'node:readline';

import {hashOf, keep, readKept} from '../buildCache.ts';
import {repositoryRoot} from '../repositoryRoot.ts';
import type {Diagram} from './model.ts';

/** What Mermaid reads in a source, or why it refuses it. */
export type Reading = {diagram: Diagram} | {fault: MermaidFault};

/** Its reason, and where it says so, the line from 1 in the source. */
interface MermaidFault {
  line: number | null;
  reason: string;
}

const parserFile = path.join(repositoryRoot, 'lib/node/diagrams/parseMermaid.mjs');

/** One diagram takes some milliseconds, loading Mermaid about half a second. */
const patience = 60_000;

/** Readings of far more sources than all versions have. */
const keptReadings = 5000;

/**
 * Parses Mermaid sources with Mermaid's own parser, without a browser: in a process of its
 * own, which is ended when a source keeps it too long. A reading is kept.
 * @returns source → what it says
 * @throws Error in Korean when Mermaid cannot be loaded
 */
export async function readDiagrams(sources: readonly string[]): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  const parser = hashOf([mermaidVersion(), readFileSync(parserFile)]);
  const keyOf = (source: string) => hashOf([parser, source]);
  let rest: string[] = [];
  for (const source of new Set(sources)) {
    const kept = readKept<Reading>('diagrams', keyOf(source));
    if (kept) {
      readings.set(source, kept);
    } else {
      rest.push(source);
    }
  }
  while (rest.length > 0) {
    const {results, isTooSlow} = await parse(rest);
    for (const [index, reading] of results.entries()) {
      const source = rest[index] ?? '';
      keep('diagrams', keyOf(source), reading, keptReadings);
      readings.set(source, reading);
    }
    const culprit = rest[results.length];
    if (culprit !== undefined) {
      if (!isTooSlow) {
        throw new Error('다이어그램을 읽는 프로그램이 멈췄습니다. npm ci를 다시 실행해 주세요.');
      }
      readings.set(culprit, {fault: {line: null, reason: '읽는 데 너무 오래 걸립니다'}});
    }
    rest = rest.slice(results.length + 1);
  }
  return readings;
}

function mermaidVersion(): string {
  const {version} = createRequire(import.meta.url)('mermaid/package.json') as {version: string};
  return version;
}

async function parse(
  sources: readonly string[],
): Promise<{results: Reading[]; isTooSlow: boolean}> {
  const child = spawn(process.execPath, [parserFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let isTooSlow = false;
  const end = () => {
    isTooSlow = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(end, patience);
  const results: Reading[] = [];
  createInterface({input: child.stdout}).on('line', (line) => {
    results.push(JSON.parse(line) as Reading);
    clearTimeout(timer);
    timer = setTimeout(end, patience);
  });
  child.stdin.end(JSON.stringify(sources));
  await once(child, 'close');
  clearTimeout(timer);
  return {results, isTooSlow};
}
