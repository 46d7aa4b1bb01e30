import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {run} from 'node:test';
import {spec, type TestEvent} from 'node:test/reporters';

import {lockBuild} from '../lib/node/buildLock.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

/** Folders that hold no source of ours; those whose name begins with a dot neither. */
const otherFolders = new Set(['build', 'build.partial', 'build.previous', 'node_modules']);

/** Take the longest, so they begin first: else the others would be done, and one processor wait. */
const longest = [
  'tests/reading/every-page.test.ts',
  'tests/contributing/reproducible.test.ts',
  'tests/contributing/authoring-commands.test.ts',
  'tests/printing/pdf-command.test.ts',
  'tests/reading/diagrams.test.ts',
];

/** Tests here look at the built site. All others run without one. */
const testsOfBuiltSite = 'tests/';

let result = {passed: 0, failed: 1};
// Also when the build fails, or nothing is to be run.
process.on('exit', () => console.log(`${result.passed} passed, ${result.failed} failed`));

/**
 * `npm test [-- part of a path …]`: runs every *.test.ts, or those whose path contains an argument;
 * builds the site where one of them needs it, beside those that do not. The last line is
 * `N passed, N failed`; no test at all is a failure.
 */
void runCommand(
  {usage: 'npm test [-- 경로의 일부 …]', allowPositionals: true},
  async ({positionals}) => {
    const files = wantedFiles(positionals);
    const ofBuiltSite = files.filter((file) => file.startsWith(testsOfBuiltSite));
    const others = files.filter((file) => !ofBuiltSite.includes(file));
    const building = ofBuiltSite.length > 0 ? build() : undefined;
    result = await report(async function* () {
      // A build keeps one processor busy: its books alone could use two.
      yield* runTests(others, building ? 1 : 2);
      if (await building) {
        lockBuild(repositoryRoot, '시험');
        yield* runTests(ofBuiltSite, 2);
      }
    });
    if ((await building) === false) {
      result.failed += 1;
      throw new Error('빌드하지 못해 만들어진 사이트를 시험하지 않았습니다.');
    }
    process.exitCode = result.failed > 0 ? 1 : 0;
  },
);

/** @throws Error in Korean for a part of which no path is */
function wantedFiles(parts: readonly string[]): string[] {
  const files = testFilesBelow('').sort();
  files.sort((a, b) => rank(a) - rank(b));
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

/** When a file is to begin: those that take the longest before all others. */
function rank(file: string): number {
  const index = longest.indexOf(file);
  return index === -1 ? longest.length : index;
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

/** Whether the site could be built. */
async function build(): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', 'build'], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status === 0;
}

function runTests(
  files: readonly string[],
  concurrency: number,
): AsyncIterable<TestEvent> | readonly TestEvent[] {
  return files.length === 0
    ? []
    : run({files: files.map((file) => path.join(repositoryRoot, file)), concurrency});
}

/** Prints the tests as they end, and counts them. */
async function report(
  tests: () => AsyncIterable<TestEvent>,
): Promise<{passed: number; failed: number}> {
  const counts = {passed: 0, failed: 0};
  async function* counted() {
    for await (const event of tests()) {
      if (event.type === 'test:pass' || event.type === 'test:fail') {
        const {details, skip} = event.data;
        const isTest = (details.type as string | undefined) !== 'suite';
        counts.passed += isTest && event.type === 'test:pass' && !skip ? 1 : 0;
        counts.failed += isTest && event.type === 'test:fail' ? 1 : 0;
      }
      yield event;
    }
  }
  for await (const text of Readable.from(counted()).compose(new spec())) {
    // Not by pipe(), which would stop the tests with whoever reads of them.
    process.stdout.write(text as string);
  }
  if (counts.passed + counts.failed === 0) {
    console.error('실행한 시험이 하나도 없습니다.');
    counts.failed = 1;
  }
  return counts;
}
