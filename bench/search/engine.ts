import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import type {Corpus} from './corpus.ts';

/** What a search engine made of the sections of a version, and of the queries. */
export interface Run {
  /** For each query the addresses that it finds, best first. */
  answers: string[][];
  /** Bytes of its index over the wire: brotli, unless it compresses the files itself. */
  indexBytes: number;
  /** Milliseconds of each query, of engines that run in Node. */
  times?: number[];
}

export interface Engine {
  label: string;
  run: (corpus: Corpus, queries: readonly string[]) => Promise<Run>;
}

/** Answers the queries one after another, and times each. */
export function timed(
  queries: readonly string[],
  search: (query: string) => string[],
): Pick<Run, 'answers'> & {times: number[]} {
  const times: number[] = [];
  const answers = queries.map((query) => {
    const start = performance.now();
    const found = search(query);
    times.push(performance.now() - start);
    return found;
  });
  return {answers, times};
}

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Imports a file of a package that is installed in bench/ alone. */
export async function importFromBench<Module>(file: string): Promise<Module> {
  const installed = path.join(repositoryRoot, 'bench/node_modules', file);
  return (await import(pathToFileURL(installed).href)) as Module;
}
