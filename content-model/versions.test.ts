import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {isVersionName, newerFirst, parseVersions, pathsBesideLatest} from './versions.ts';

describe('낸 버전', () => {
  it('숫자로 견주어 새것이 앞이다', () => {
    assert.deepEqual(['1.0', '10.0', '2.0', '2.10', '2.9'].sort(newerFirst), [
      '10.0',
      '2.10',
      '2.9',
      '2.0',
      '1.0',
    ]);
  });

  it('폴더의 이름이 될 수 있는 것만 버전의 이름이다', () => {
    assert.ok(['3.0', '0.1', '12.34'].every(isVersionName));
    for (const text of ['', '3', 'v3.0', '3.0.0', '03.0', '../3.0', '3.0 ', 'next', '3.0\n']) {
      assert.equal(isVersionName(text), false, text);
    }
  });

  it('versions.json이 이름의 목록이 아니면 없는 것과 같다', () => {
    assert.deepEqual(parseVersions('["2.0", "1.0"]'), ['2.0', '1.0']);
    for (const text of ['', '[]', '{}', '["2.0"', '[2.0]', '["이름"]']) {
      assert.equal(parseVersions(text), undefined, text);
    }
  });

  it('최신이 아닌 버전은 사이트맵에 없다', () => {
    assert.deepEqual(pathsBesideLatest(['3.0', '2.0', '1.0']), ['next', '2.0', '1.0']);
    assert.deepEqual(pathsBesideLatest(['1.0']), ['next']);
  });
});
