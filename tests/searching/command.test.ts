import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {versions} from '../site.ts';

function search(commandArguments: string[], input = '') {
  return spawnSync('npm', ['run', '--silent', 'search', '--', ...commandArguments], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    input,
    shell: process.platform === 'win32',
  });
}

describe('npm run search', () => {
  it('--json은 찾은 절을 순서대로 준다', () => {
    const {status, stdout} = search([
      '--version',
      '1.0',
      '--limit',
      '3',
      '--json',
      '도커 데몬이 뭐예요',
    ]);
    const results = JSON.parse(stdout) as Record<string, unknown>[];
    assert.equal(status, 0);
    assert.ok(results.length > 0 && results.length <= 3);
    assert.deepEqual(Object.keys(results[0] ?? {}), [
      'rank',
      'score',
      'url',
      'page',
      'heading',
      'kind',
      'excerpt',
    ]);
    assert.match(String(results[0]?.url), /\/docs\/1\.0\/container-isolation\/#docker-daemon$/);
    assert.equal(results[0]?.kind, 'deep-dive');
  });

  it('--stdin은 질의 한 줄에 배열 한 줄을 준다', () => {
    const {stdout} = search(['--stdin', '--json'], '컨테이너\n김치찌개 레시피\nㄷㅋ\n');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown[]);
    assert.equal(lines.length, 3);
    assert.deepEqual(lines[1], []);
    assert.ok((lines[0]?.length ?? 0) > 0 && (lines[2]?.length ?? 0) > 0);
  });

  it('버전은 이름으로도 화면의 이름으로도 고른다', () => {
    for (const version of ['current', '다음']) {
      const {stdout} = search(['--version', version, '--json', '컨테이너']);
      assert.match(stdout, /\/docs\/next\//);
    }
  });

  for (const [name, commandArguments, message] of [
    [
      '없는 버전',
      ['--version', '9.9', '컨테이너'],
      new RegExp(`버전 9\\.9.*있는 버전: ${versions.join(', ')}, 다음`),
    ],
    ['모르는 옵션', ['--all', '컨테이너'], /이렇게 써 주세요/],
    ['질의 없음', [], /이렇게 써 주세요/],
    ['틀린 개수', ['--limit', '0', '컨테이너'], /1 이상의 정수/],
  ] as const) {
    it(`${name}: 한국어 한 줄과 종료 코드 1`, () => {
      const {status, stderr} = search([...commandArguments]);
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
  }
});
