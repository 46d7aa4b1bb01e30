import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {parse} from 'yaml';

import packageJson from '../../package.json' with {type: 'json'};
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');

const rows = [
  ...read('decisions/11-dependencies.md').matchAll(/^\| `(\S+)` \| (\S+) \| (.+) \| (.+) \|$/gm),
].map(([, name = '', version = '']) => [name, version] as const);
const explained = new Map(rows);

const {overrides, dependencies, devDependencies} = packageJson;

interface Locked {
  optionalDependencies?: Record<string, string>;
}

/** Optional packages that a locked package asks for and the lock does not hold, as Node would find them. */
function missingOptionals(packages: Record<string, Locked>): string[] {
  const isFound = (from: string, name: string): boolean => {
    if (`${from ? `${from}/` : ''}node_modules/${name}` in packages) {
      return true;
    }
    return (
      from !== '' && isFound(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
    );
  };
  return Object.entries(packages).flatMap(([from, {optionalDependencies = {}}]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(from, name)),
  );
}

describe('의존하는 것의 판', () => {
  it('까닭을 적은 판은 쓰는 판 그대로다', () => {
    const used: Record<string, string> = {...dependencies, ...devDependencies, ...overrides};
    assert.ok(rows.length > 0);
    assert.deepEqual(
      rows,
      rows.map(([name]) => [name, used[name]]),
    );
  });

  it('overrides와 Dependabot이 올리지 않는 것에는 모두 까닭이 있다', () => {
    const {updates} = parse(read('.github/dependabot.yml')) as {
      updates: {ignore?: {'dependency-name': string}[]}[];
    };
    const ignored = updates.flatMap(({ignore = []}) => ignore.map((one) => one['dependency-name']));
    assert.ok(ignored.length > 0);
    for (const name of [...Object.keys(overrides), ...ignored]) {
      assert.ok(explained.has(name), name);
    }
  });

  it('까닭이 있는 것은 모두 Dependabot이 올리지 않는다', () => {
    for (const name of explained.keys()) {
      assert.ok(name in overrides || read('.github/dependabot.yml').includes(name), name);
    }
  });

  it('판은 범위가 아니라 하나로 적는다', () => {
    for (const [name, version] of Object.entries({...dependencies, ...devDependencies})) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
  });

  it('잠금 파일에는 모든 플랫폼의 실행 파일이 있다', () => {
    const {packages} = JSON.parse(read('package-lock.json')) as {packages: Record<string, Locked>};
    assert.deepEqual(missingOptionals(packages), []);
  });

  it('이 시험은 빠진 플랫폼을 알아본다', () => {
    const wants = {optionalDependencies: {'a-linux': '1.0.0', 'a-darwin': '1.0.0'}};
    assert.deepEqual(
      missingOptionals({
        'node_modules/b/node_modules/a': wants,
        'node_modules/b/node_modules/a-linux': {},
      }),
      ['a-darwin'],
    );
  });
});
