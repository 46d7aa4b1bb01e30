import {readFileSync} from 'node:fs';

import {keepOneIssue} from './github.ts';
import {failStep} from './outputs.ts';

/** One entry of what `npm run rerun -- --json` writes. */
interface FailedStep {
  place: string;
  message: string;
}

/** `node scripts/ci/reportReruns.ts 파일`: keeps one open issue while commands of the pages give something else than what is printed. */
async function reportReruns(file: string): Promise<void> {
  const failed = JSON.parse(readFileSync(file, 'utf8')) as FailedStep[];
  const body = [
    '글의 명령이 적힌 것과 다른 결과를 냈습니다. 글을 고치고 `npm run rerun`으로 표시를 다시 써 주세요.',
    '',
    ...failed.map(({place, message}) => `- [ ] \`${place}\` ${message}`),
  ].join('\n');
  await keepOneIssue(
    '다시 실행한 결과가 다른 명령',
    failed.length > 0 ? body : undefined,
    '모두 적힌 결과와 같습니다.',
  );
}

reportReruns(process.argv[2] ?? 'rerun.json').catch(failStep);
