import {readFileSync} from 'node:fs';
import path from 'node:path';

import {parse} from 'yaml';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

/** Some of the queries by which the search is measured, from all their kinds. */
export function goldQueries(count: number): string[] {
  const file = path.join(repositoryRoot, 'bench/search/queries.yaml');
  const queries = (parse(readFileSync(file, 'utf8')) as {query: string}[]).map(({query}) => query);
  const step = Math.floor(queries.length / count);
  return Array.from({length: count}, (_, index) => queries[index * step] as string);
}
