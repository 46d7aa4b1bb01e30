import {existsSync} from 'node:fs';
import path from 'node:path';

import {checkOwnContent} from '../checks/checkOwnContent.ts';
import {formatFinding, type Finding} from '../lib/finding.ts';
import {contentFolderOf} from '../authoring/contentFolder.ts';
import {importNote} from '../authoring/importNote/index.ts';
import {gaps} from '../authoring/newPage.ts';
import {referencesFile} from '../content-model/references.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {runCommand, WrongUse} from './command.ts';

const command = {
  usage: 'npm run import -- 노트.md [--out 폴더] [--force]',
  allowPositionals: true,
  options: {
    out: {type: 'string'},
    force: {type: 'boolean', default: false},
  },
} as const;

/** `npm run import`: a study note in the 💡/📑/🐍/📚 convention becomes a page of ours. */
void runCommand(command, async ({values: {out, force}, positionals: [note, ...rest]}) => {
  if (note === undefined || rest.length > 0) {
    throw new WrongUse();
  }
  const folder = contentFolderOf(repositoryRoot, out);
  const {files, page, references, remarks} = await importNote(path.resolve(note), {
    root: repositoryRoot,
    folder,
    today: new Date().toISOString().slice(0, 10),
  });
  const existing = [...files.keys()].filter(
    (file) => file !== referencesFile && existsSync(path.join(repositoryRoot, file)),
  );
  if (existing.length > 0 && !force) {
    throw new Error(
      `이미 있는 파일입니다: ${existing.join(', ')}. 바꾸려면 --force를 붙여 주세요.`,
    );
  }
  // The page last: while it is not there, a reference too many harms nobody.
  for (const [file, content] of [...files].reverse()) {
    await writeWholeFile(path.join(repositoryRoot, file), content);
  }
  console.log(`${page}에 옮겼습니다.`);
  if (references.length > 0) {
    console.log(
      `${referencesFile}에 출처 ${references.length}개를 더했습니다: ${references.map(({id}) => id).join(', ')}`,
    );
  }
  const {findings} = await checkOwnContent();
  const ofImport = findings.filter(
    (finding) =>
      (finding.file === page || finding.file === referencesFile) && !isOfEmptyAnswer(finding),
  );
  const decisions = [...new Set(remarks), ...ofImport.map(formatFinding)];
  if (decisions.length > 0) {
    console.log(`\n사람이 정할 것 ${decisions.length}가지:`);
    console.log(decisions.map((line) => `- ${line}`).join('\n'));
    console.log(`\n다 고친 뒤 npm run check -- ${page}로 확인해 주세요.`);
  }
});

/** That every answer still waits for what one says in the interview is one remark, not three each. */
function isOfEmptyAnswer({rule, message}: Finding): boolean {
  return (
    rule === 'interview-answer' ||
    (rule === 'placeholder' && message.includes(gaps.interviewAnswer))
  );
}
