import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';

import {checkLinks} from '../checks/links/checkLinks.ts';
import {collectLinks} from '../checks/links/collectLinks.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';

const usage = 'npm run links [-- --json 파일]';

/**
 * `npm run links`: asks every outside address of the working version and of the
 * references. Exit 1 when one is dead. Needs the network, and is slow on purpose.
 */
async function links(): Promise<void> {
  const {json} = readArguments();
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
}

function readArguments(): {json?: string} {
  try {
    return parseArgs({options: {json: {type: 'string'}}}).values;
  } catch (cause) {
    throw new Error(`이렇게 써 주세요: ${usage}`, {cause});
  }
}

links().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
