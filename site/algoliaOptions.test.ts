import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {algoliaHosts, algoliaOptions} from './algoliaOptions.ts';

const all = {ALGOLIA_APP_ID: 'APP', ALGOLIA_API_KEY: 'key', ALGOLIA_INDEX_NAME: 'index'};

describe('Algolia의 설정', () => {
  it('셋을 모두 적거나 하나도 적지 않는다', () => {
    assert.deepEqual(algoliaOptions(all), {appId: 'APP', apiKey: 'key', indexName: 'index'});
    assert.equal(algoliaOptions({}), undefined);
  });

  it('하나라도 빠지면 한국어로 알린다', () => {
    for (const name of Object.keys(all)) {
      assert.throws(
        () => algoliaOptions({...all, [name]: ''}),
        /ALGOLIA_API_KEY, ALGOLIA_INDEX_NAME을 모두 적어 주세요/,
      );
    }
  });

  it('보안 정책이 허락할 주소는 그 앱의 것뿐이다', () => {
    assert.deepEqual(algoliaHosts({appId: 'APP', apiKey: 'key', indexName: 'index'}), [
      'https://APP-dsn.algolia.net',
      'https://APP-1.algolianet.com',
      'https://APP-2.algolianet.com',
      'https://APP-3.algolianet.com',
    ]);
  });
});
