import {writeFileSync} from 'node:fs';

import {checkLinks} from '../checks/links/checkLinks.ts';
import {collectLinks} from '../checks/links/collectLinks.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

const usage = 'npm run links [-- --json 파일]';

/**
 * `npm run links`: asks every outside address of the working version and of the
 * references. Ends with 1 when one is dead. Needs the network, and is slow on purpose.
 */
void runCommand({usage, options: {json: {type: 'string'}}}, async ({values: {json}}) => {
  const found = collectLinks(repositoryRoot);
  console.log(`바깥 주소 ${found.length}개를 확인합니다 …`);
  const checked = await checkLinks(found);
  for (const {state, address, reason, places} of checked) {
    if (state !== 'alive') {
      console.log(`${state === 'dead' ? '✗' : '?'} ${address} ${reason}: ${places.join(', ')}`);
    }
  }
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(checked, null, 2)}\n`);
  }
  const count = (state: string) => checked.filter((link) => link.state === state).length;
  console.log(
    `살아 있음 ${count('alive')}, 죽음 ${count('dead')}, 확인하지 못함 ${count('doubtful')}`,
  );
  process.exitCode = count('dead') > 0 ? 1 : 0;
});
