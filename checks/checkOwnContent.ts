import {hashOf, hashOfCode, keptOr} from '../lib/node/buildCache.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {checkContent} from './checkContent.ts';
import {readContent} from './readContent.ts';

/** For some branches of the repository. */
const keptVerdicts = 20;

/**
 * Checks the content of this repository. The verdict on the same content is kept, for whichever
 * command asks next.
 * @throws Error in Korean when there is no page at all
 */
export async function checkOwnContent(): ReturnType<typeof checkContent> {
  const key = hashOf([
    hashOfCode('checks', 'content-model', 'lib'),
    ...readContent(repositoryRoot).flatMap(({file, bytes, fault = ''}) => [
      file,
      bytes ?? '',
      fault,
    ]),
  ]);
  return keptOr('gate', key, keptVerdicts, () => checkContent(repositoryRoot));
}
