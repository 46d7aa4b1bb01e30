import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';

/**
 * `npm test [-- part of a path …]`: builds the site, then runs every *.test.ts
 * (or those whose path contains an argument). Ends in `N passed, N failed`;
 * no test at all is a failure.
 */
const folders = [
  'authoring',
  'checks',
  'content-model',
  'lib',
  'markdown',
  'outputs',
  'scripts',
  'site',
  'src',
  'tests',
];

function testFiles(filters: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(repositoryRoot, folder), {recursive: true, encoding: 'utf8'}).map(
        (file) => path.join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort();
}

function buildOrExit(): void {
  const {status} = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

function runTests(files: string[]): void {
  let passed = 0;
  let failed = 0;
  const count = (data: {details: {type?: string | undefined}}) => data.details.type !== 'suite';
  const stream = run({
    files: files.map((file) => path.join(repositoryRoot, file)),
    concurrency: 2,
  });
  stream.on('test:pass', (data) => {
    passed += count(data) && !data.skip ? 1 : 0;
  });
  stream.on('test:fail', (data) => {
    failed += count(data) ? 1 : 0;
  });
  const output = stream.compose(new spec()) as NodeJS.ReadableStream;
  output.on('end', () => {
    const isEmpty = passed + failed === 0;
    if (isEmpty) {
      console.log('실행한 시험이 하나도 없습니다.');
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || isEmpty ? 1 : 0;
  });
  output.pipe(process.stdout);
}

const filters = process.argv.slice(2);
if (filters.length === 0 || filters.some((filter) => filter.startsWith('tests'))) {
  buildOrExit();
}
runTests(testFiles(filters));
