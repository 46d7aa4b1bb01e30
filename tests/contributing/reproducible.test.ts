import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {cloneRepository, type RepositoryCopy} from '../repositoryCopy.ts';
import {buildFolder} from '../site.ts';

/** `SHA-256  path` of every file, sorted by path. */
function sumsOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${file}`;
    });
}

describe('같은 소스의 두 빌드', () => {
  let copy: RepositoryCopy;
  before(() => {
    copy = cloneRepository();
  });
  after(() => copy.remove());

  it('폴더, 시간대, 언어가 달라도 모든 파일의 바이트가 같다', () => {
    const {status, output} = copy.build({
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    assert.equal(status, 0, output);
    const sums = sumsOf(buildFolder);
    assert.ok(sums.length > 0);
    assert.deepEqual(sumsOf(path.join(copy.folder, 'build')), sums);
  });
});
