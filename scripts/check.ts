import path from 'node:path';

import {describeLengths} from '../checks/answerLength.ts';
import {checkContent} from '../checks/checkContent.ts';
import {checkOwnContent} from '../checks/checkOwnContent.ts';
import {mendContent} from '../checks/mendContent.ts';
import {reporters} from '../checks/reporters/index.ts';
import {referencesFile} from '../content-model/references.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

const maximumRounds = 10;

const command = {
  usage: `npm run check -- [--fix] [--format ${Object.keys(reporters).join('|')}] [--root 폴더] [파일…]`,
  // Where nothing could be checked; 1 where something was found.
  failureCode: 2,
  allowPositionals: true,
  options: {
    fix: {type: 'boolean', default: false},
    format: {type: 'string', default: 'text'},
    root: {type: 'string'},
  },
} as const;

/**
 * `npm run check`: all content is read; with files, only theirs is printed, with that of the
 * pictures and references that they use. `--fix` mends first what a machine can, and shows how.
 * `--root` checks another checkout's content by the rules of this one, and runs
 * nothing of it: for a pull request, before anything else touches it.
 */
void runCommand(command, async ({values, positionals}) => {
  const report = reporters[values.format];
  if (!report) {
    throw new Error(
      `--format은 ${Object.keys(reporters).join(', ')} 가운데 하나입니다: ${values.format}`,
    );
  }
  const root = values.root === undefined ? repositoryRoot : path.resolve(values.root);
  const check = () =>
    root === repositoryRoot ? checkOwnContent() : checkContent(root, repositoryRoot);
  let checked = await check();
  const wanted = new Set(
    positionals.map((file) => path.relative(root, path.resolve(root, file)).replaceAll('\\', '/')),
  );
  const unknown = [...wanted].filter((file) => !checked.files.includes(file));
  if (unknown.length > 0) {
    throw new Error(
      `없거나 검사하지 않는 파일입니다: ${unknown.join(', ')}. docs/, data/, versions.json과 낸 버전의 파일을 적어 주세요.`,
    );
  }
  const isWanted = ({file}: {file: string}) => wanted.size === 0 || wanted.has(file);
  // Other formats are for tools, which read findings alone.
  const say = values.format === 'text' ? console.log : console.error;
  if (values.fix) {
    // Of some faults a line tells only the first.
    for (let left = maximumRounds; left > 0; left -= 1) {
      const changes = await mendContent(root, checked.findings.filter(isWanted));
      if (changes.length === 0) {
        break;
      }
      changes.forEach((line) => say(line));
      checked = await check();
    }
  }
  const {findings, pageCount, unverified, lengths, companions} = checked;
  const own = [...wanted].flatMap((file) => companions[file] ?? []);
  const pictures = new Set(own.flatMap((each) => each.pictures));
  const keys = [...new Set(own.flatMap((each) => each.keys))];
  const shown = findings.filter(
    (finding) =>
      isWanted(finding) ||
      pictures.has(finding.file) ||
      (finding.file === referencesFile && keys.some((key) => finding.message.includes(`"${key}"`))),
  );
  report(shown).forEach((line) => console.log(line));
  const lost = unverified.filter(isWanted).map(({name}) => name);
  if (lost.length > 0) {
    console.error(
      `확인한 뒤에 고쳐 확인 표시가 사라진 답이 ${lost.length}개 있습니다. 출처와 다시 견주었다면 npm run verify -- ${lost.join(' ')}로 남겨 주세요.`,
    );
  }
  if (shown.length > 0) {
    console.error(`고칠 곳이 ${shown.length}군데 있습니다.`);
    process.exitCode = 1;
  } else {
    if (wanted.size > 0) {
      describeLengths(lengths.filter(isWanted)).forEach((line) => say(line));
    }
    say(`글 ${wanted.size || pageCount}개를 검사했습니다. 고칠 곳이 없습니다.`);
  }
});
