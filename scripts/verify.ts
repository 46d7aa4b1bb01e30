import path from 'node:path';

import {verificationState, verify} from '../authoring/verify.ts';
import {answerName, type Answer} from '../content-model/answers.ts';
import {readContentModel, workingFolder} from '../content-model/model.ts';
import {verificationsFile} from '../content-model/verifications.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {runCommand} from './command.ts';

const command = {usage: 'npm run verify [-- 글#id …]', allowPositionals: true} as const;

/**
 * `npm run verify`: says which answers nobody has compared with their sources; with names of
 * answers, writes that somebody has, today.
 */
void runCommand(command, async ({positionals}) => {
  const model = readContentModel(repositoryRoot);
  const today = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Seoul'}).format(new Date());
  if (positionals.length === 0) {
    const {verified, ...others} = verificationState(model, today);
    list('한 번도 확인하지 않은 답', others.never);
    list('확인한 뒤에 고친 답', others.changed);
    list('확인한 지 180일이 지난 답', others.old);
    console.log(
      `확인한 답 ${verified.length}개, 확인할 답 ${Object.values(others).flat().length}개`,
    );
    return;
  }
  const {text, marked} = verify(model, positionals, today);
  await writeWholeFile(path.join(repositoryRoot, workingFolder, verificationsFile), text);
  for (const {id, date, products} of marked) {
    console.log([`확인 ${date}`, ...products, id].join(' · '));
  }
});

function list(title: string, answers: readonly Answer[]): void {
  if (answers.length > 0) {
    console.log(`${title} ${answers.length}개:\n${answers.map(answerName).join('\n')}\n`);
  }
}
