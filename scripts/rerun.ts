import {writeFileSync} from 'node:fs';
import path from 'node:path';

import {rerun, rerunsText} from '../authoring/rerun/rerun.ts';
import {runExperiment} from '../authoring/rerun/runExperiment.ts';
import {experimentsIn, rerunsFile} from '../content-model/experiments.ts';
import {readContentModel, versionIn, workingFolder} from '../content-model/model.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {runCommand} from './command.ts';

const command = {
  usage: 'npm run rerun [-- 글 …] [--json 파일]',
  allowPositionals: true,
  options: {json: {type: 'string'}},
} as const;

/**
 * `npm run rerun`: runs the commands of the working version that ask for it, and marks those that
 * gave what the page prints. Ends with 1 when some did not. Runs what pages say: only for a text
 * that somebody has read.
 */
void runCommand(command, async ({values: {json}, positionals}) => {
  const model = readContentModel(repositoryRoot);
  const {pages} = versionIn(model, workingFolder);
  const wanted = pages.filter(({file}) => positionals.length === 0 || positionals.includes(file));
  const {passed, failed} = await rerun(wanted, runExperiment);
  const hashesOf = (some: typeof pages) =>
    some.flatMap(({root}) => experimentsIn(root)).flatMap(({steps}) => steps.map(({hash}) => hash));
  const others = new Set(hashesOf(pages.filter((page) => !wanted.includes(page))));
  const kept = [...model.reruns.entries.values()].filter(({id}) => others.has(id));
  await writeWholeFile(
    path.join(repositoryRoot, rerunsFile),
    rerunsText([...kept, ...passed].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))),
  );
  for (const {place, message} of failed) {
    console.log(`${place} ${message}`);
  }
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(failed, null, 2)}\n`);
  }
  console.log(`같은 결과 ${passed.length}개, 다른 결과 ${failed.length}개`);
  process.exitCode = failed.length > 0 ? 1 : 0;
});
