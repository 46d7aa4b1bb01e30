import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';

import {lockBuild} from '../lib/node/buildLock.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

/** Folders that hold no source of ours; those whose name begins with a dot neither. */
const otherFolders = new Set(['build', 'build.partial', 'build.previous', 'node_modules']);

/** Takes the longest, so it begins first: else the others would be done, and one processor wait. */
const longest = 'tests/reading/every-page.test.ts';

/** Tests here look at the built site. All others run without one. */
const testsOfBuiltSite = 'tests/';

let result = {passed: 0, failed: 1};
// Also when the build fails, or nothing is to be run.
process.on('exit', () => console.log(`${result.passed} passed, ${result.failed} failed`));

/**
 * `npm test [-- part of a path …]`: runs every *.test.ts, or those whose path contains an argument;
 * builds the site first where one of them needs it. The last line is `N passed, N failed`; no test
 * at all is a failure.
 */
void runCommand(
  {usage: 'npm test [-- 경로의 일부 …]', allowPositionals: true},
  async ({positionals}) => {
    const files = wantedFiles(positionals);
    if (files.some((file) => file.startsWith(testsOfBuiltSite))) {
      build();
      lockBuild(repositoryRoot, '시험');
    }
    result = await runTests(files);
    process.exitCode = result.failed > 0 ? 1 : 0;
  },
);

/** @throws Error in Korean for a part of which no path is */
function wantedFiles(parts: readonly string[]): string[] {
  const files = testFilesBelow('').sort(
    (a, b) => Number(b === longest) - Number(a === longest) || (a < b ? -1 : 1),
  );
  const wanted = parts.map((part) => {
    // Also an absolute path, `./lib` and what Windows completes.
    const below = path.relative(repositoryRoot, path.resolve(repositoryRoot, part));
    const normal = below.replaceAll('\\', '/') + (/[\\/]$/.test(part) ? '/' : '');
    const found = files.filter((file) => file.includes(normal));
    if (found.length === 0) {
      throw new Error(
        `경로에 ‘${part}’이(가) 든 시험이 없습니다. 시험은 이름이 .test.ts로 끝나는 파일입니다. 예: npm test -- lib/search`,
      );
    }
    return found;
  });
  return parts.length === 0 ? files : files.filter((file) => wanted.flat().includes(file));
}

/** Paths from the root, e.g. `lib/citations.test.ts`. */
function testFilesBelow(folder: string): string[] {
  return readdirSync(path.join(repositoryRoot, folder), {withFileTypes: true}).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      const isOurs = !entry.name.startsWith('.') && !otherFolders.has(entry.name);
      return isOurs ? testFilesBelow(name) : [];
    }
    return /\.test\.ts$/.test(name) ? [name] : [];
  });
}

function build(): void {
  const {status} = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error('빌드하지 못해 시험하지 않았습니다.');
  }
}

function runTests(files: readonly string[]): Promise<{passed: number; failed: number}> {
  const counts = {passed: 0, failed: 0};
  const isTest = (data: {details: {type?: string | undefined}}) => data.details.type !== 'suite';
  const stream = run({
    files: files.map((file) => path.join(repositoryRoot, file)),
    concurrency: 2,
  });
  stream.on('test:pass', (data) => {
    counts.passed += isTest(data) && !data.skip ? 1 : 0;
  });
  stream.on('test:fail', (data) => {
    counts.failed += isTest(data) ? 1 : 0;
  });
  const output = stream.compose(new spec()) as NodeJS.ReadableStream;
  // Not by pipe(), which would stop the tests with whoever reads of them.
  output.on('data', (text) => process.stdout.write(text as string));
  return new Promise((resolve) => {
    output.on('end', () => {
      if (counts.passed + counts.failed === 0) {
        console.error('실행한 시험이 하나도 없습니다.');
        counts.failed = 1;
      }
      resolve(counts);
    });
  });
}
