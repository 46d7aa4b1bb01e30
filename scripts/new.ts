import {existsSync} from 'node:fs';
import path from 'node:path';

import {asciiId} from '../authoring/asciiId.ts';
import {contentFolderOf} from '../authoring/contentFolder.ts';
import {readContentModel} from '../content-model/model.ts';
import {newPage, nextPosition} from '../authoring/newPage.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {runCommand, WrongUse} from './command.ts';

const command = {
  usage: 'npm run new -- "질문" [--out 폴더]',
  allowPositionals: true,
  options: {out: {type: 'string'}},
} as const;

/** `npm run new`: a page to be filled in, for one question. */
void runCommand(command, async ({values: {out}, positionals}) => {
  const question = positionals.join(' ').trim();
  if (question === '') {
    throw new WrongUse();
  }
  const folder = contentFolderOf(repositoryRoot, out);
  const name = asciiId(question, readContentModel(repositoryRoot).glossary.entries, new Set());
  const page = `${folder}/${name}.md`;
  const file = path.join(repositoryRoot, page);
  if (existsSync(file)) {
    throw new Error(`이미 있는 파일입니다: ${page}`);
  }
  await writeWholeFile(file, newPage(question, nextPosition(repositoryRoot, folder)));
  console.log(`${page}를 만들었습니다.`);
  console.log(
    `“(여기에 …)”를 모두 채운 뒤 npm run check -- ${page}로 확인해 주세요. 제목의 {#id}도 뜻이 드러나게 바꿔 주세요.`,
  );
});
