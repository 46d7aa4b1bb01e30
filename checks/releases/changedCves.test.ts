import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerName, answersOf, hashOfAnswer} from '../../content-model/answers.ts';
import {parsePage} from '../../content-model/markdown.ts';
import {
  contentPage,
  readContentModel,
  versionIn,
  workingFolder,
} from '../../content-model/model.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {changedCveOf, namedCves} from './changedCves.ts';

/** As the list has it, without what nobody reads here. */
const record = (cnaUpdated: string, state = 'PUBLISHED') => ({
  cveMetadata: {cveId: 'CVE-2024-21626', state, dateUpdated: '2030-02-13T17:33:15.658Z'},
  containers: {
    cna: {providerMetadata: {shortName: 'GitHub_M', dateUpdated: cnaUpdated}},
    adp: [{providerMetadata: {shortName: 'CVE', dateUpdated: '2030-08-19T07:48:05.378Z'}}],
  },
});
const old = record('2024-02-19T03:06:14.739Z');
const page = contentPage(
  'docs',
  parsePage(
    'docs/a.md',
    '---\ntitle: 왜요?\ndifficulty: 기본\n---\n\nCVE-2024-21626입니다.\n\n## 꼬리질문\n\n### 또요? {#again}\n\nCVE-2024-21626과\nCVE-2019-5736입니다.\n',
  ),
);
const answers = answersOf(page);
const marks = new Map(
  answers.map((answer, index) => {
    const date = index === 0 ? '2026-11-28' : '2026-12-05';
    return [answerName(answer), {id: '', date, products: [], hash: hashOfAnswer(answer)}];
  }),
);
const named = namedCves(answers);
const first = named.get('CVE-2024-21626') ?? [];
const changed = (given: unknown, some = marks) =>
  changedCveOf('CVE-2024-21626', given, first, some);

describe('글이 이름을 부르는 취약점', () => {
  it('답마다 부르는 줄을 찾는다', () => {
    assert.deepEqual(
      [...named].map(([cve, all]) => [cve, all.flatMap(({places}) => places)]),
      [
        ['CVE-2024-21626', ['docs/a.md:6', 'docs/a.md:12']],
        ['CVE-2019-5736', ['docs/a.md:13']],
      ],
    );
  });

  it('확인한 뒤에 낸 곳이 기록을 고친 답의 줄만 알린다', () => {
    assert.equal(changed(old), undefined);
    assert.equal(changed(record('2026-11-28T23:00:00.000Z')), undefined);
    assert.deepEqual(changed(record('2026-12-01T00:00:00.000Z')), {
      cve: 'CVE-2024-21626',
      reason: '2026-12-01에 고쳤습니다',
      places: ['docs/a.md:6'],
    });
    assert.equal(changed(record('2026-12-01T00:00:00.000Z'), new Map()), undefined);
  });

  it('취소되었거나 목록에 없으면 모든 줄을 알린다', () => {
    const places = ['docs/a.md:6', 'docs/a.md:12'];
    assert.deepEqual(changed(record('2024-02-19', 'REJECTED'))?.places, places);
    assert.deepEqual(changed(undefined)?.places, places);
  });

  it('오늘의 글에서는 바뀌지 않은 기록에 아무 줄도 알리지 않는다', () => {
    const {pages, verifications} = versionIn(readContentModel(repositoryRoot), workingFolder);
    const all = namedCves(pages.flatMap(answersOf));
    assert.ok(all.size >= 20, String(all.size));
    for (const [cve, places] of all) {
      assert.equal(changedCveOf(cve, old, places, verifications), undefined);
    }
  });
});
