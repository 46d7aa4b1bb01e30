import {spawnSync} from 'node:child_process';
import {existsSync, renameSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import {checkContent} from '../checks/checkContent.ts';
import {rules} from '../checks/rules/index.ts';
import {formatFinding} from '../lib/finding.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {drawMissingDiagrams} from '../markdown/diagrams/drawMissingDiagrams.ts';

const finished = path.join(repositoryRoot, 'build');
const partial = path.join(repositoryRoot, 'build.partial');
const rulesForFinishedPages = new Set(
  rules.filter(({isForFinishedPages}) => isForFinishedPages).map(({id}) => id),
);

/**
 * `npm run build`: checks the content (a page that is only unfinished passes), draws what is not drawn yet, builds into a
 * folder beside `build/`, and puts it in place only when all went well. A failed
 * build leaves the last good one.
 */
async function build(): Promise<void> {
  const {findings} = await checkContent(repositoryRoot);
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
  const docusaurus = createRequire(import.meta.url).resolve('@docusaurus/core/bin/docusaurus.mjs');
  const {status} = spawnSync(process.execPath, [docusaurus, 'build', '--out-dir', partial], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    // The bibliography and the glossary come of all pages, which the bundler's cache does not know.
    env: {...process.env, DOCUSAURUS_NO_PERSISTENT_CACHE: 'true'},
  });
  if (status !== 0) {
    rmSync(partial, {recursive: true, force: true});
    const kept = existsSync(finished) ? ' build/에는 앞서 성공한 빌드가 그대로 있습니다.' : '';
    fail(['', `빌드하지 못했습니다. 위의 [ERROR]나 그 다음 줄이 원인입니다.${kept}`]);
  }
  rmSync(finished, {recursive: true, force: true});
  renameSync(partial, finished);
  console.log('build/에 사이트를 만들었습니다.');
}

function fail(lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}

void build();
