import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {repositoryRoot} from './repositoryRoot.ts';

const module = path.join(repositoryRoot, 'lib/node/buildLock.ts');

describe('빌드의 자물쇠', () => {
  let folder = '';
  let lock = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kkori-lock-'));
    lock = path.join(folder, 'build.lock');
  });
  after(() => rmSync(folder, {recursive: true}));

  /** Arguments of a program that takes the lock, says so, and does `rest`. */
  function taking(rest = ''): string[] {
    const program = `
      const {lockBuild} = require(${JSON.stringify(module)});
      try {
        lockBuild(${JSON.stringify(folder)}, '빌드');
        console.log('taken');
        ${rest}
      } catch (error) {
        console.log(error.message);
      }`;
    return ['--require', 'tsx/cjs', '--eval', program];
  }

  function take(): string {
    const options = {cwd: repositoryRoot, encoding: 'utf8'} as const;
    const {stdout, stderr} = spawnSync(process.execPath, taking(), options);
    return stdout + stderr;
  }

  it('끝나면 풀려서, 차례로는 몇 번이든 빌드한다', () => {
    assert.equal(take(), 'taken\n');
    assert.equal(existsSync(lock), false);
    assert.equal(take(), 'taken\n');
  });

  it('누가 쓰고 있으면 어느 프로세스가 무엇을 하는지와 푸는 법을 알린다', () => {
    writeFileSync(lock, JSON.stringify({pid: process.pid, work: '시험'}));
    assert.equal(
      take(),
      `다른 프로세스(${process.pid})가 이 폴더를 시험하고 있습니다. 끝난 뒤에 다시 실행해 주세요. 그런 프로세스가 없으면 build.lock을 지워 주세요.\n`,
    );
    assert.equal(existsSync(lock), true);
    rmSync(lock);
  });

  it('막 만들어 아직 빈 자물쇠도 남의 것으로 본다', () => {
    writeFileSync(lock, '');
    assert.match(take(), /build\.lock을 지워 주세요/);
    rmSync(lock);
  });

  it('갑자기 죽은 프로세스가 남긴 것은 넘겨받는다', async () => {
    const child = spawn(process.execPath, taking('setInterval(() => {}, 1000);'), {
      cwd: repositoryRoot,
    });
    await once(child.stdout, 'data');
    assert.match(take(), new RegExp(`프로세스\\(${child.pid}\\)`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(existsSync(lock), true);
    assert.equal(take(), 'taken\n');
    assert.equal(existsSync(lock), false);
  });
});
