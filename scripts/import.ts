import path from 'node:path';

import {checkOwnContent} from '../checks/checkOwnContent.ts';
import {formatFinding, type Finding} from '../lib/finding.ts';
import {contentFolderOf} from '../authoring/contentFolder.ts';
import {importNote, startImport, type Import} from '../authoring/importNote/index.ts';
import {gaps} from '../authoring/newPage.ts';
import {referencesFile} from '../content-model/references.ts';
import {groupBy} from '../lib/groupBy.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {runCommand, WrongUse} from './command.ts';

const command = {
  usage: 'npm run import -- 노트.md… [--out 폴더] [--name 이름] [--force]',
  allowPositionals: true,
  options: {
    out: {type: 'string'},
    name: {type: 'string'},
    force: {type: 'boolean', default: false},
  },
} as const;

/** `npm run import`: study notes become pages of ours, with one report of what a person decides. */
void runCommand(command, async ({values: {out, name, force}, positionals: notes}) => {
  if (notes.length === 0 || (name !== undefined && notes.length > 1)) {
    throw new WrongUse();
  }
  if (name !== undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      `--name은 영문 소문자로 시작해 소문자, 숫자, 붙임표로만 적습니다 (예: process-thread): ${name}`,
    );
  }
  const target = await startImport(
    repositoryRoot,
    contentFolderOf(repositoryRoot, out),
    new Date().toISOString().slice(0, 10),
  );
  const imports: Import[] = [];
  const refusals: string[] = [];
  for (const note of notes) {
    try {
      const imported = await importNote(path.resolve(note), target, {name, force});
      // The page last: while it is not there, a reference too many harms nobody.
      for (const [file, content] of [...imported.files].reverse()) {
        await writeWholeFile(path.join(repositoryRoot, file), content);
      }
      imports.push(imported);
      console.log(`${imported.page}에 옮겼습니다.`);
    } catch (error) {
      refusals.push((error as Error).message);
    }
  }
  await report(imports);
  refusals.forEach((reason) => console.error(reason));
  process.exitCode = refusals.length > 0 ? 1 : 0;
});

async function report(imports: readonly Import[]): Promise<void> {
  const references = imports.flatMap((imported) => imported.references);
  if (references.length > 0) {
    console.log(
      `${referencesFile}에 출처 ${references.length}개를 더했습니다: ${references.map(({id}) => id).join(', ')}`,
    );
  }
  if (imports.length === 0) {
    return;
  }
  const {findings} = await checkOwnContent();
  const written = new Set(imports.flatMap(({files}) => [...files.keys()]));
  const decisions = [
    ...imports.flatMap(({page, remarks}) =>
      remarks.map(({kind, message}) => ({kind, message, page})),
    ),
    ...findings
      .filter((finding) => written.has(finding.file) && !isOfEmptyAnswer(finding))
      .map((finding) => ({kind: kindOf(finding), message: formatFinding(finding), page: ''})),
  ];
  // What needs a person most often comes first: most of one kind is decided alike.
  const kinds = [...groupBy(decisions, ({kind}) => kind)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  console.log(`\n사람이 정할 것 ${decisions.length}가지, 많은 것부터:`);
  for (const [kind, ofKind] of kinds) {
    console.log(`\n${kind} (${ofKind.length})`);
    for (const [message, same] of groupBy(ofKind, (decision) => decision.message)) {
      const pages = [...new Set(same.map(({page}) => page))].filter(Boolean);
      const where = imports.length > 1 && pages.length > 0 ? `${pages.join(', ')}: ` : '';
      console.log(`- ${where}${message}`);
    }
  }
  console.log(
    `\n다 고친 뒤 npm run check -- ${imports.map(({page}) => page).join(' ')}로 확인해 주세요. 철자는 --fix를 붙이면 스스로 고칩니다.`,
  );
}

const kindLabels: Readonly<Record<string, string>> = {
  spelling: '철자',
  'polite-ending': '말투',
  placeholder: '채울 자리',
};

function kindOf({rule}: Finding): string {
  return kindLabels[rule] ?? '그 밖의 검사';
}

/** That every answer still waits for what one says in the interview is one remark, not three each. */
function isOfEmptyAnswer({rule, message}: Finding): boolean {
  return (
    rule === 'interview-answer' ||
    (rule === 'placeholder' && message.includes(gaps.interviewAnswer))
  );
}
