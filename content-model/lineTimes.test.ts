import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';

import {lineTimes} from './lineTimes.ts';

describe('줄을 고친 시각', () => {
  it('고친 줄만 새 시각이고, 아직 커밋하지 않은 줄은 마지막 커밋의 바로 다음이다', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'kkori-lines-'));
    const commit = (text: string, time: number) => {
      writeFileSync(path.join(root, '글.md'), text);
      const environment = {GIT_COMMITTER_DATE: `${time} +0900`, GIT_AUTHOR_DATE: `${time} +0900`};
      const git = (...commandArguments: string[]) =>
        execFileSync('git', commandArguments, {
          cwd: root,
          stdio: 'pipe',
          env: {...process.env, ...environment},
        });
      git('init', '--quiet');
      git('add', '.');
      git('-c', 'user.name=a', '-c', 'user.email=a@a.aa', 'commit', '--quiet', '-m', '글');
    };
    try {
      assert.equal(lineTimes(root)('글.md'), undefined);
      commit('하나\n둘\n셋\n', 1_700_000_000);
      commit('하나\n둘둘\n셋\n', 1_700_000_100);
      writeFileSync(path.join(root, '글.md'), '하나\n둘둘\n셋셋\n');
      assert.deepEqual(lineTimes(root)('글.md'), [1_700_000_000, 1_700_000_100, 1_700_000_101]);
    } finally {
      rmSync(root, {recursive: true});
    }
  });
});
