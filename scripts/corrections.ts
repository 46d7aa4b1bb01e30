import {readFileSync} from 'node:fs';
import path from 'node:path';

import {writeCorrections} from '../authoring/writeCorrections.ts';
import {correctionsFile, correctionsPage} from '../content-model/corrections.ts';
import {readContentModel, workingFolder} from '../content-model/model.ts';
import {readVersions} from '../content-model/versions.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {runCommand} from './command.ts';

/** `npm run corrections`: writes the corrections of data/ into their page, below their headings. */
void runCommand({usage: 'npm run corrections'}, async () => {
  const page = `${workingFolder}/${correctionsPage}`;
  const file = path.join(repositoryRoot, page);
  const [latest] = readVersions(repositoryRoot);
  const text = readFileSync(file, 'utf8');
  await writeWholeFile(file, writeCorrections(text, readContentModel(repositoryRoot), latest));
  console.log(`${correctionsFile}을 ${page}에 옮겨 적었습니다.`);
});
