import {existsSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';

import {build as buildSite} from '@docusaurus/core/lib/commands/build/build.js';

import {checkContent} from '../checks/checkContent.ts';
import {readContent} from '../checks/readContent.ts';
import {rules} from '../checks/rules/index.ts';
import {formatFinding, type Finding} from '../lib/finding.ts';
import {hashOf, hashOfCode, keptOr} from '../lib/node/buildCache.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {drawMissingDiagrams} from '../markdown/diagrams/drawMissingDiagrams.ts';

const finished = path.join(repositoryRoot, 'build');
const partial = path.join(repositoryRoot, 'build.partial');
/** For some branches of the repository. */
const keptVerdicts = 20;
const rulesForFinishedPages = new Set(
  rules.filter(({isForFinishedPages}) => isForFinishedPages).map(({id}) => id),
);

/**
 * `npm run build`: checks the content (a page that is only unfinished passes), draws what is not drawn yet, builds into a
 * folder beside `build/`, and puts it in place only when all went well. A failed
 * build leaves the last good one.
 */
async function build(): Promise<void> {
  const findings = await findingsInContent();
  const broken = findings.filter(({rule}) => !rulesForFinishedPages.has(rule));
  if (broken.length > 0) {
    fail([
      ...broken.map(formatFinding),
      '',
      `빌드하지 않았습니다. 고칠 곳이 ${broken.length}군데 있습니다.`,
    ]);
  }
  if (findings.length > 0) {
    console.warn(findings.map(formatFinding).join('\n'));
    console.warn(
      `\n덜 쓴 곳이 ${findings.length}군데 있습니다. 빌드해서 볼 수는 있지만 npm run check는 통과하지 못합니다.`,
    );
  }
  try {
    await drawMissingDiagrams(repositoryRoot);
  } catch (error) {
    fail([(error as Error).message, '', '빌드하지 않았습니다.']);
  }

  rmSync(partial, {recursive: true, force: true});
  try {
    // In this process, which has read all content already.
    await buildSite(repositoryRoot, {outDir: partial, minify: true});
  } catch (error) {
    rmSync(partial, {recursive: true, force: true});
    const kept = existsSync(finished) ? ' build/에는 앞서 성공한 빌드가 그대로 있습니다.' : '';
    fail([...reasonsOf(error), '', `빌드하지 못했습니다.${kept}`]);
  }
  rmSync(finished, {recursive: true, force: true});
  renameSync(partial, finished);
  console.log('build/에 사이트를 만들었습니다.');
}

/** What the gate finds. Its verdict on the same content is kept. */
async function findingsInContent(): Promise<Finding[]> {
  const key = hashOf([
    hashOfCode('checks', 'content-model', 'lib'),
    ...readContent(repositoryRoot).flatMap(({file, bytes, fault = ''}) => [
      file,
      bytes ?? '',
      fault,
    ]),
  ]);
  return keptOr('gate', key, keptVerdicts, async () => {
    const {findings} = await checkContent(repositoryRoot);
    return findings;
  });
}

/** What an error says, then why: Docusaurus wraps the one that helps. */
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) {
    return [String(error)];
  }
  return [`[ERROR] ${error.message}`, ...(error.cause === undefined ? [] : reasonsOf(error.cause))];
}

function fail(lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}

void build();
