import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {editorSchemas} from '../authoring/editorSchemas.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

/** `npm run schemas`: writes what editors complete by, after the front matter or a list in data/ has a new field. */
void runCommand({usage: 'npm run schemas'}, () => {
  for (const [file, text] of editorSchemas()) {
    const target = path.join(repositoryRoot, file);
    mkdirSync(path.dirname(target), {recursive: true});
    writeFileSync(target, text);
    console.log(`${file}을 썼습니다.`);
  }
});
