import {existsSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';

import {build as buildSite} from '@docusaurus/core/lib/commands/build/build.js';
import docusaurusLogger from '@docusaurus/logger';

import {checkOwnContent} from '../checks/checkOwnContent.ts';
import {stopsBuild} from '../checks/rules/index.ts';
import {formatFinding} from '../lib/finding.ts';
import {lockBuild} from '../lib/node/buildLock.ts';
import {duration, finishSteps, reportStep} from '../lib/node/reportStep.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {drawMissingDiagrams} from '../markdown/diagrams/drawMissingDiagrams.ts';
import {runCommand} from './command.ts';

const finished = path.join(repositoryRoot, 'build');
const partial = path.join(repositoryRoot, 'build.partial');
const previous = path.join(repositoryRoot, 'build.previous');

/**
 * `npm run build`: checks the content (a page that is only unfinished passes), draws what is not
 * drawn yet, builds into a folder beside `build/`, and puts it in place only when all went well. A
 * failed build leaves the last good one. Only one build at a time touches the folders.
 */
void runCommand({usage: 'npm run build'}, async () => {
  lockBuild(repositoryRoot, '빌드');
  try {
    await build();
  } finally {
    finishSteps();
  }
  console.log(`build/에 사이트를 만들었습니다 (${duration(performance.now())}).`);
});

async function build(): Promise<void> {
  reportStep('글 검사');
  const {findings} = await checkOwnContent();
  finishSteps();
  const broken = findings.filter(stopsBuild);
  if (broken.length > 0) {
    console.error(`${broken.map(formatFinding).join('\n')}\n`);
    throw new Error(`빌드하지 않았습니다. 고칠 곳이 ${broken.length}군데 있습니다.`);
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
    finishSteps();
    console.error(`${(error as Error).message}\n`);
    throw new Error('빌드하지 않았습니다.', {cause: error});
  }

  rmSync(partial, {recursive: true, force: true});
  reportStep('글 읽기');
  // What it would say is said by our steps.
  docusaurusLogger.info = docusaurusLogger.success = () => undefined;
  try {
    // In this process, which has read all content already.
    await buildSite(repositoryRoot, {outDir: partial, minify: true});
  } catch (error) {
    finishSteps();
    rmSync(partial, {recursive: true, force: true});
    console.error(`${reasonsOf(error).join('\n')}\n`);
    const kept = existsSync(finished) ? ' build/에는 앞서 성공한 빌드가 그대로 있습니다.' : '';
    throw new Error(`빌드하지 못했습니다.${kept}`, {cause: error});
  }
  replaceFinished();
}

/** Two renames: whoever looks at `build/` meanwhile hardly ever finds none, and never half of one. */
function replaceFinished(): void {
  rmSync(previous, {recursive: true, force: true});
  if (existsSync(finished)) {
    renameSync(finished, previous);
  }
  renameSync(partial, finished);
  rmSync(previous, {recursive: true, force: true});
}

/** What an error says, then why: Docusaurus wraps the one that helps. */
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) {
    return [String(error)];
  }
  return [`[ERROR] ${error.message}`, ...(error.cause === undefined ? [] : reasonsOf(error.cause))];
}
