import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {parsePage} from '../../content-model/markdown.ts';
import {newestIn, newReleaseOf} from './newReleases.ts';

const moby = [
  {tag_name: 'docker-v29.8.0-rc.1', prerelease: true},
  {tag_name: 'docker-v29.7.1', prerelease: false},
  {tag_name: 'api/v1.55.0', prerelease: false},
  {tag_name: 'docker-v29.10.0', prerelease: false, draft: true},
  {tag_name: 'v28.5.9', prerelease: false},
];
const kernel = {releases: [{version: '6.19-rc7'}, {version: '6.18.44'}, {version: '6.12.60'}]};
const docker = {id: 'docker', name: 'Docker', line: '29', sources: [], releases: ''};
const pages = [
  parsePage(
    'docs/a.md',
    'Docker를 씁니다.\n\nDocker Engine 29.5부터입니다.\n\nDocker 29.7.0입니다.',
  ),
];

describe('새 판', () => {
  it('시험판과 다른 모듈의 판을 빼고 가장 새것을 읽는다', () => {
    assert.equal(newestIn(moby), '29.7.1');
    assert.equal(newestIn(kernel), '6.18.44');
    assert.equal(newestIn([]), undefined);
    assert.equal(newestIn({message: 'API rate limit exceeded'}), undefined);
  });

  it('견주어 본 판보다 새것이면 판을 적은 줄을 알리고, 아니면 아무것도 알리지 않는다', () => {
    assert.deepEqual(newReleaseOf({...docker, version: '29.7.0'}, newestIn(moby), pages), {
      product: 'Docker',
      version: '29.7.1',
      places: ['docs/a.md:3', 'docs/a.md:5'],
    });
    assert.equal(newReleaseOf({...docker, version: '29.7.1'}, newestIn(moby), pages), undefined);
    assert.equal(newReleaseOf({...docker, version: '29.10.0'}, newestIn(moby), pages), undefined);
  });
});
