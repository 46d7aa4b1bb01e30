import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {createInterface} from 'node:readline';

import {hashOf, keep, readKept} from '../lib/node/buildCache.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';

/** Why Mermaid refuses a source: its reason, and where it says so, the line from 1 in the source. */
export interface MermaidFault {
  line: number | null;
  reason: string;
}

const parserFile = path.join(repositoryRoot, 'checks/parseMermaid.mjs');

/** One diagram takes some milliseconds, loading Mermaid about half a second. */
const patience = 60_000;

/** Verdicts on far more sources than all versions have. */
const keptVerdicts = 5000;

/**
 * Parses Mermaid sources without a browser, and draws nothing: in a process of its
 * own, which is ended when a source keeps it too long. A verdict on a source is kept.
 * @returns source → fault, of those that have one
 * @throws Error in Korean when Mermaid cannot be loaded
 */
export async function mermaidFaults(
  sources: readonly string[],
): Promise<Map<string, MermaidFault>> {
  const faults = new Map<string, MermaidFault>();
  const parser = hashOf([mermaidVersion(), readFileSync(parserFile)]);
  const keyOf = (source: string) => hashOf([parser, source]);
  const note = async (source: string, fault: MermaidFault | null) => {
    await keep('diagram-faults', keyOf(source), {fault}, keptVerdicts);
    if (fault) {
      faults.set(source, fault);
    }
  };
  let rest: string[] = [];
  for (const source of sources) {
    const kept = await readKept<{fault: MermaidFault | null}>('diagram-faults', keyOf(source));
    if (!kept) {
      rest.push(source);
    } else if (kept.fault) {
      faults.set(source, kept.fault);
    }
  }
  while (rest.length > 0) {
    const {results, isTooSlow} = await parse(rest);
    for (const [index, fault] of results.entries()) {
      await note(rest[index] ?? '', fault);
    }
    const culprit = rest[results.length];
    if (culprit !== undefined) {
      if (!isTooSlow) {
        throw new Error(
          '다이어그램을 검사하는 프로그램이 멈췄습니다. npm ci를 다시 실행해 주세요.',
        );
      }
      faults.set(culprit, {line: null, reason: '읽는 데 너무 오래 걸립니다'});
    }
    rest = rest.slice(results.length + 1);
  }
  return faults;
}

function mermaidVersion(): string {
  const {version} = createRequire(import.meta.url)('mermaid/package.json') as {version: string};
  return version;
}

async function parse(
  sources: readonly string[],
): Promise<{results: (MermaidFault | null)[]; isTooSlow: boolean}> {
  const child = spawn(process.execPath, [parserFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let isTooSlow = false;
  const end = () => {
    isTooSlow = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(end, patience);
  const results: (MermaidFault | null)[] = [];
  createInterface({input: child.stdout}).on('line', (line) => {
    results.push(JSON.parse(line) as MermaidFault | null);
    clearTimeout(timer);
    timer = setTimeout(end, patience);
  });
  child.stdin.end(JSON.stringify(sources));
  await once(child, 'close');
  clearTimeout(timer);
  return {results, isTooSlow};
}
