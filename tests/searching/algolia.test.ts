import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {copyRepository, type RepositoryCopy} from '../repositoryCopy.ts';

describe('Algolia 검색', () => {
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
  });
  after(() => copy.remove());

  it('셋 가운데 하나라도 빠지면 한국어로 알리고 짓지 않는다', () => {
    const {status, output} = copy.build({ALGOLIA_APP_ID: 'APP'});
    assert.equal(status, 1);
    assert.match(output, /ALGOLIA_API_KEY, ALGOLIA_INDEX_NAME을 모두 적어 주세요/);
  });

  it('셋을 모두 적으면 우리 검색 대신 Docusaurus의 것이 들어간다', () => {
    const {status, output} = copy.build({
      ALGOLIA_APP_ID: 'APP',
      ALGOLIA_API_KEY: 'key',
      ALGOLIA_INDEX_NAME: 'index',
    });
    assert.equal(status, 0, output);
    const page = readFileSync(
      path.join(copy.folder, 'build/docs/virtualization/index.html'),
      'utf8',
    );
    assert.match(page, /DocSearch/);
    assert.match(page, /connect-src 'self' https:\/\/APP-dsn\.algolia\.net /);
    assert.doesNotMatch(page, /href=\/questions\/ /);
    assert.ok(existsSync(path.join(copy.folder, 'build/search/index.html')));
  });
});
