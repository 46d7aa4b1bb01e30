import path from 'node:path';

import {describeLengths} from '../checks/answerLength.ts';
import {checkContent} from '../checks/checkContent.ts';
import {checkOwnContent} from '../checks/checkOwnContent.ts';
import {reporters} from '../checks/reporters/index.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

const command = {
  usage: `npm run check -- [--format ${Object.keys(reporters).join('|')}] [--root 폴더] [파일…]`,
  // Where nothing could be checked; 1 where something was found.
  failureCode: 2,
  allowPositionals: true,
  options: {format: {type: 'string', default: 'text'}, root: {type: 'string'}},
} as const;

/**
 * `npm run check`: all content is read; with files, only theirs is printed.
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
  const {findings, files, pageCount, unverified, lengths} =
    root === repositoryRoot ? await checkOwnContent() : await checkContent(root, repositoryRoot);
  const wanted = new Set(
    positionals.map((file) => path.relative(root, path.resolve(root, file)).replaceAll('\\', '/')),
  );
  const unknown = [...wanted].filter((file) => !files.includes(file));
  if (unknown.length > 0) {
    throw new Error(
      `없거나 검사하지 않는 파일입니다: ${unknown.join(', ')}. docs/, data/, versions.json과 낸 버전의 파일을 적어 주세요.`,
    );
  }
  const isWanted = ({file}: {file: string}) => wanted.size === 0 || wanted.has(file);
  const shown = findings.filter(isWanted);
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
    // What tools read is pure.
    const say = values.format === 'json' ? console.error : console.log;
    if (wanted.size > 0) {
      describeLengths(lengths.filter(isWanted)).forEach((line) => say(line));
    }
    say(`글 ${wanted.size || pageCount}개를 검사했습니다. 고칠 곳이 없습니다.`);
  }
});
