import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {describe, it} from 'node:test';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';

/** Arguments of Node for a command that takes `--size` and then does `work`. */
function command(work: string, ...commandArguments: string[]): string[] {
  const program = `
    const {runCommand, WrongUse} = require(${JSON.stringify(path.join(repositoryRoot, 'scripts/command.ts'))});
    void runCommand(
      {usage: 'npm run example [-- --size 크기]', options: {size: {type: 'string', default: '1'}}},
      async ({values: {size}}) => {${work}},
    );`;
  return ['--require', 'tsx/cjs', '--eval', program, '--', ...commandArguments];
}

function run(work: string, ...commandArguments: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, command(work, ...commandArguments), {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  return {status, stdout, stderr};
}

describe('명령', () => {
  it('옵션의 값을 받고, 정한 종료 코드로 끝난다', () => {
    assert.deepEqual(run('console.log(size); process.exitCode = 3;', '--size', '7'), {
      status: 3,
      stdout: '7\n',
      stderr: '',
    });
  });

  for (const [name, work, commandArguments] of [
    ['모르는 옵션', '', ['--sise', '7']],
    ['남는 인자', '', ['7']],
    ['명령이 알아본 잘못된 쓰임', 'throw new WrongUse();', []],
  ] as const) {
    it(`${name}: 쓰는 법을 알리고 1로 끝난다`, () => {
      assert.deepEqual(run(work, ...commandArguments), {
        status: 1,
        stdout: '',
        stderr: '이렇게 써 주세요: npm run example [-- --size 크기]\n',
      });
    });
  }

  it('잘못은 한 줄로 알리고, 그 안의 글이 다른 줄인 척하지 못한다', () => {
    const {status, stderr} = run("throw new Error('없는 파일입니다: a\\n::error::b');");
    assert.equal(status, 1);
    assert.equal(stderr, '없는 파일입니다: a\\u{a}::error::b\n');
  });

  it('다 읽지 않고 떠나는 | head가 있어도 일을 마치고 제 종료 코드로 조용히 끝난다', async () => {
    const work = `
      for (let line = 0; line < 100; line += 1) {
        console.log('줄'.repeat(10_000));
        await new Promise((resolve) => setImmediate(resolve));
      }
      process.exitCode = 3;`;
    const child = spawn(process.execPath, command(work), {cwd: repositoryRoot});
    const errors = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(await errors, '');
    assert.equal(code, 3);
  });
});

describe('npm test', () => {
  function test(...parts: string[]) {
    const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [tsx, 'scripts/test.ts', ...parts],
      // Under a test runner, the inner one would report to the outer one.
      {cwd: repositoryRoot, encoding: 'utf8', env: {...process.env, NODE_TEST_CONTEXT: undefined}},
    );
    return {status, stderr, lastLine: stdout.trim().split('\n').at(-1)};
  }

  it('경로의 일부, 앞에 ./를 붙인 경로, 절대 경로로 같은 시험을 고른다', () => {
    for (const part of [
      'lib/errorReport',
      './lib/errorReport.test.ts',
      path.join(repositoryRoot, 'lib/errorReport.test.ts'),
    ]) {
      const {status, lastLine} = test(part);
      assert.equal(status, 0);
      assert.match(lastLine ?? '', /^[1-9]\d* passed, 0 failed$/);
    }
  });

  it('고른 것이 하나라도 없으면 빌드하지 않고 알린다', () => {
    const {status, stderr, lastLine} = test('lib/errorReport', 'tests/no-such');
    assert.equal(status, 1);
    assert.match(stderr, /^경로에 ‘tests\/no-such’이\(가\) 든 시험이 없습니다\. .*\n$/);
    assert.equal(lastLine, '0 passed, 1 failed');
  });
});
