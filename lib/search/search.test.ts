import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Concept} from '../glossary.ts';
import {createSearch} from './search.ts';
import {createSearchIndex, type SearchSection} from './searchIndex.ts';

const concepts: Concept[] = [
  {id: 'docker', names: ['Docker', '도커'], isGeneral: false},
  {id: 'docker-daemon', names: ['Docker 데몬', '도커 데몬', 'dockerd'], isGeneral: false},
  {id: 'container', names: ['컨테이너', 'container'], isGeneral: false},
  {id: 'hypervisor', names: ['하이퍼바이저', 'hypervisor'], isGeneral: false},
  {id: 'virtual-machine', names: ['가상 머신', 'VM', 'virtual machine'], isGeneral: false},
  {id: 'kubernetes', names: ['Kubernetes', '쿠버네티스', 'k8s'], isGeneral: false},
  {id: 'network', names: ['네트워크'], isGeneral: true},
];

const section = (
  id: string,
  heading: string,
  text: string,
  alsoAsked: string[] = [],
): SearchSection => ({
  url: `/docs/a/#${id}`,
  page: '시험용 글',
  heading,
  kind: 'section',
  parents: [],
  text,
  alsoAsked,
  importance: 1,
});

const sections = [
  section('hypervisor', '하이퍼바이저', '하이퍼바이저는 가상 머신마다 하드웨어를 나누어 줍니다.'),
  section('container', '컨테이너', '컨테이너는 호스트의 커널을 공유하며 격리됩니다.'),
  section(
    'daemon',
    'Docker 데몬은 무엇을 하나요?',
    'Docker 데몬은 /var/run/docker.sock으로 요청을 받습니다.',
    ['뒤에서 계속 도는 프로그램은 뭔가요?'],
  ),
  section('privileged', '특권 모드', '`--privileged` 옵션은 모든 장치를 내줍니다.'),
  section('kubernetes', 'Kubernetes', 'Kubernetes는 여러 서버의 컨테이너를 관리합니다.'),
];
const search = createSearch(createSearchIndex('1.0', sections, concepts));
const first = (query: string) => search(query).results[0]?.document.url.split('#')[1];

describe('질의를 알아듣는다', () => {
  for (const [query, expected] of [
    ['컨테이너는', 'container'],
    ['하이퍼바이저가 뭐야', 'hypervisor'],
    ['도커데몬', 'daemon'],
    ['도커 데몬', 'daemon'],
    ['dockerd', 'daemon'],
    ['가상머신', 'hypervisor'],
    ['k8s', 'kubernetes'],
    ['ㅋㅌㅇㄴ', 'container'],
    ['ㄷㅋ ㄷㅁ', 'daemon'],
    ['컨테이ㄴ', 'container'],
    ['하이퍼바잊', 'hypervisor'],
    ['zjsxpdlsj', 'container'],
    ['ehzj epahs', 'daemon'],
    ['ㅏㅕㅠㄷ구ㄷㅅㄷㄴ', 'kubernetes'],
    ['하이퍼바이져', 'hypervisor'],
    ['쿠버네테스', 'kubernetes'],
    ['kuberentes', 'kubernetes'],
    ['priviledged', 'privileged'],
    ['특권모드가뭐예요', 'privileged'],
    ['/var/run/docker.sock', 'daemon'],
    ['--privileged', 'privileged'],
    ['뒤에서 도는 프로그램이 뭐죠', 'daemon'],
  ] as const) {
    it(`${query} → ${expected}`, () => assert.equal(first(query), expected));
  }

  for (const query of ['김치찌개 레시피', 'gimchi', '네트워크 7계층', '', '   ', '?!', '뭐예요']) {
    it(`다루지 않는 것은 찾지 않는다: ‘${query}’`, () =>
      assert.deepEqual(search(query).results, []));
  }

  it('다른 자판으로 친 말은 무엇으로 읽었는지 알린다', () => {
    assert.deepEqual(search('ehzj').readings, [{typed: 'ehzj', meant: '도커'}]);
    assert.deepEqual(search('도커').readings, []);
  });

  it('동의어로 찾은 낱말도 글에서 가리킨다', () => {
    const texts = sections.map(({text}) => text);
    const [result] = search('VM', 1, texts).results;
    assert.ok(result);
    const {text = '', ranges = []} = result.excerpt ?? {};
    assert.deepEqual(
      ranges.map(([from, to]) => text.slice(from, to)),
      ['가상 머신'],
    );
  });
});

describe('순위', () => {
  it('제목을 그대로 치면 그 절이 처음이다', () => {
    for (const {heading, url} of sections) {
      assert.equal(search(heading).results[0]?.document.url, url);
    }
  });

  it('글의 본문 없이도 같은 것을 찾고, 보여 줄 부분만 빈다', () => {
    const texts = sections.map(({text}) => text);
    const urls = (found: ReturnType<typeof search>) =>
      found.results.map(({document}) => document.url);
    assert.deepEqual(urls(search('컨테이너')), urls(search('컨테이너', 10, texts)));
    assert.equal(search('컨테이너').results[0]?.excerpt?.text, '');
  });

  it('다른 빌드의 본문은 보이지 않는다', () => {
    const {results} = search('컨테이너', 10, ['다른 글', '컨테이너는 다릅니다.']);
    assert.ok(results.length > 0);
    assert.ok(results.every(({excerpt}) => excerpt === undefined));
  });
});

describe('무엇을 넣어도 견딘다', () => {
  const hostile = {
    '긴 글': '가나다라 docker '.repeat(1000),
    '긴 낱말': '가'.repeat(10_000),
    정규식: '(.*)+[a-z]{1,}\\ $^|?',
    HTML: '<script>alert(1)</script> 도커',
    '짝 없는 대리 문자': '\ud800 도커 \udc00',
    '조합형 자모': '\u1103\u1169\u110f\u1165',
    그림문자: '🐳🐳 도커',
    '객체의 이름': 'constructor __proto__ toString hasOwnProperty',
    '한영이 섞인 글': 'photo hoax ㅗㅐㅁㅌ',
  };
  for (const [name, query] of Object.entries(hostile)) {
    it(name, () => {
      const {results} = search(query);
      assert.ok(results.length <= 10);
    });
  }
});

describe('색인', () => {
  it('같은 글이면 같은 바이트다', () => {
    const text = () => JSON.stringify(createSearchIndex('1.0', sections, concepts));
    assert.equal(text(), text());
  });
});
