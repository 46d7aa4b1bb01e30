import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Concept} from '../glossary.ts';
import {createSearch, type SearchEngine} from './search.ts';
import {createSearchIndex, type SearchSection} from './searchIndex.ts';
import {looksLikeVerb, verbRoot} from './words.ts';

const concepts: Concept[] = [
  {id: 'docker', names: ['Docker', '도커'], isGeneral: false},
  {id: 'docker-daemon', names: ['Docker 데몬', '도커 데몬', 'dockerd'], isGeneral: false},
  {id: 'container', names: ['컨테이너', 'container'], isGeneral: false},
  {id: 'hypervisor', names: ['하이퍼바이저', 'hypervisor'], isGeneral: false},
  {id: 'virtual-machine', names: ['가상 머신', 'VM', 'virtual machine'], isGeneral: false},
  {id: 'kubernetes', names: ['Kubernetes', '쿠버네티스', 'k8s'], isGeneral: false},
  {id: 'network', names: ['네트워크'], isGeneral: true},
  {id: 'isolation', names: ['격리'], isGeneral: false},
];
const synonyms = [['지우다', '없애다', '삭제']];

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
  section('volumes', '볼륨에 남기기', '컨테이너를 지우면 쓰기 레이어가 사라지고 볼륨은 남습니다.', [
    '`/etc/hidden/file`은 어디에 있나요?',
  ]),
  section('wsl', 'WSL 2에서 쓰기', 'WSL 2는 리눅스 커널을 가상 머신에서 실행합니다.'),
  section('maps', '번호 짝짓기', '`/proc/self/uid_map`에 안과 밖의 번호가 적혀 있습니다.'),
  section('maps-too', 'proc과 self와 uid와 map', 'proc, self, uid, map을 하나씩 살펴봅니다.'),
];
const built = createSearchIndex('1.0', sections, {concepts, synonyms});

function wholeSearch(): SearchEngine['search'] {
  const engine = createSearch(built.index);
  for (const [part, postings] of Object.entries(built.parts)) {
    engine.add(part, postings);
  }
  return engine.search;
}

const search = wholeSearch();
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
    ['wsl2', 'wsl'],
    ['ｗｓｌ２', 'wsl'],
    ['ﾄ컨테이너', 'container'],
    ['없앴더니 볼륨은 남나요', 'volumes'],
    ['삭제하면 볼륨은', 'volumes'],
    ['/proc/self/uid_map', 'maps'],
    ['도커는 쿠버네티스랑 뭐가 달라요', 'kubernetes'],
  ] as const) {
    it(`${query} → ${expected}`, () => assert.equal(first(query), expected));
  }

  for (const query of [
    '김치찌개 레시피',
    'gimchi',
    '네트워크 7계층',
    '트랜잭션 격리 수준 직렬화 단계',
    '',
    '   ',
    '?!',
    '뭐예요',
  ]) {
    it(`다루지 않는 것은 찾지 않는다: ‘${query}’`, () =>
      assert.deepEqual(search(query).results, []));
  }

  it('묻기만 하는 말은 색인에 담지 않는다', () => {
    const terms = Object.values(built.parts).flatMap((part) => Object.keys(part));
    assert.ok(terms.includes('프로그램'));
    assert.deepEqual(
      terms.filter((term) => ['무엇', '뭔가요', '어디에', '있나요'].includes(term)),
      [],
    );
  });

  it('다른 자판으로 친 말은 무엇으로 읽었는지 알린다', () => {
    assert.deepEqual(search('ehzj').readings, [{typed: 'ehzj', meant: '도커'}]);
    assert.deepEqual(search('도커').readings, []);
  });

  for (const query of [
    '컨테이너가 죽었는데 왜 그런가요',
    '하이퍼바이저를 배웠는데 모르겠어요',
    '도커 데몬이 바뀌면서 뭐가 나아졌나요',
  ]) {
    it(`활용한 동사를 틀린 철자로 읽지 않는다: ‘${query}’`, () =>
      assert.deepEqual(search(query).readings, []));
  }

  it('찾지 못하면 글에 없는 말과 가장 가까운 것을 알려 준다', () => {
    const {results, nearest, unknown} = search('김치찌개와 볼륨과 오므라이스');
    assert.deepEqual(results, []);
    assert.deepEqual(unknown, ['김치찌개', '오므라이스']);
    assert.ok(nearest.some(({document}) => document.url.endsWith('#volumes')));
  });

  it('찾지 못하면 철자가 가까운 이름으로 찾을 수 있는 질의를 알려 준다', () => {
    const {results, similar} = search('꾸버네티스');
    assert.deepEqual(results, []);
    assert.equal(similar, '쿠버네티스');
    assert.equal(search('도커 데몬').similar, undefined);
  });

  for (const query of [
    '김치찌개 레시피',
    '꾸버네티스 김치찌개',
    '트랜잭션 격리 수준 직렬화 단계',
  ]) {
    it(`철자가 가까운 이름이 없으면 아무것도 권하지 않는다: ‘${query}’`, () =>
      assert.equal(search(query).similar, undefined));
  }

  it('붙여 쓴 말을 한 글자짜리 조사 앞에서 자르지 않는다', () => {
    const {index, parts} = createSearchIndex(
      '1.0',
      [...sections, section('range', '대', '대와 격리')],
      {concepts, synonyms},
    );
    const engine = createSearch(index);
    Object.entries(parts).forEach(([part, postings]) => engine.add(part, postings));
    assert.deepEqual(engine.search('김치를 격리대를 피자를').unknown, ['김치', '격리대', '피자']);
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

describe('동사', () => {
  for (const forms of [
    ['지우면', '지웠더니', '지워도', '지운', '지우다'],
    ['꺼지면', '꺼졌는데', '꺼져요'],
    ['나누면', '나눠서', '나눴다'],
    ['만들면', '만드는', '만들었어요'],
  ]) {
    it(`${forms.join(', ')}의 뿌리는 하나다`, () =>
      assert.equal(new Set(forms.map(verbRoot)).size, 1));
  }

  it('다른 동사와 이름의 뿌리는 다르다', () => {
    assert.notEqual(verbRoot('지우면'), verbRoot('지연'));
    assert.equal(looksLikeVerb('하이퍼바이저'), false);
  });
});

describe('나누어 받는 색인', () => {
  it('질의의 낱말이 든 조각을 알려 주고, 받으면 찾는다', () => {
    const engine = createSearch(built.index);
    const {results, missing} = engine.search('특권 모드');
    assert.deepEqual(results, []);
    assert.deepEqual(missing, ['ㅌ', 'ㅁ']);
    for (const part of missing) {
      engine.add(part, built.parts[part] ?? {});
    }
    const answer = engine.search('특권 모드');
    assert.deepEqual(answer.missing, []);
    assert.equal(answer.results[0]?.document.url, '/docs/a/#privileged');
  });

  it('다 받지 않아도 아무 질의에나 던지지 않고, 끝내 다 받는다', () => {
    for (const query of ['ehzj 데몬', 'ㄷㅋ', 'dokcer', '특권모드가뭐예요', 'k8s']) {
      const engine = createSearch(built.index);
      let asked = 0;
      for (let {missing} = engine.search(query); missing.length > 0;) {
        missing.forEach((part) => engine.add(part, built.parts[part] ?? {}));
        asked += 1;
        assert.ok(asked < 5, query);
        ({missing} = engine.search(query));
      }
      const urls = (answer: ReturnType<typeof search>) =>
        answer.results.map(({document}) => document.url);
      assert.deepEqual(urls(engine.search(query)), urls(search(query)), query);
    }
  });
});

describe('순위', () => {
  it('제목을 그대로 치면 그 절이 처음이다', () => {
    for (const {heading, url} of sections) {
      assert.equal(search(heading).results[0]?.document.url, url);
    }
  });

  /** Of sections with the same text, the first one found. */
  const firstOf = (query: string, ...candidates: SearchSection[]) => {
    const {index, parts} = createSearchIndex('1.0', [...candidates, ...sections], {
      concepts,
      synonyms,
    });
    const engine = createSearch(index);
    Object.entries(parts).forEach(([part, postings]) => engine.add(part, postings));
    return engine.search(query, 1).results[0]?.document.url.replace(/.*#/, '');
  };
  const text = '컨테이너와 하이퍼바이저를 함께 쓰기도 합니다.';

  it('차이를 물으면 비교하는 절이 처음이다', () => {
    const other = section('together', '하이퍼바이저에 컨테이너', text);
    const comparing = section('compared', '컨테이너와 하이퍼바이저가 서로 다른가요?', text);
    assert.equal(firstOf('하이퍼바이저 컨테이너', other, comparing), 'together');
    assert.equal(firstOf('하이퍼바이저 컨테이너 차이', other, comparing), 'compared');
  });

  it('영어로 차이를 물어도 비교하는 절이 처음이다', () => {
    const other = section('together', '하이퍼바이저에 컨테이너', text);
    const comparing = section('compared', '컨테이너와 하이퍼바이저가 서로 다른가요?', text);
    const query = 'what is the difference between a hypervisor and a container';
    assert.equal(firstOf(query, other, comparing), 'compared');
  });

  it('글의 머리말보다 제목이 질의를 더 말하는 절이 먼저다', () => {
    const page = '하이퍼바이저는 무엇인가요?';
    const words = '하이퍼바이저는 네트워크와 컨테이너를 격리합니다.';
    const asked = ['컨테이너를 격리해 주는 것은'];
    const intro = {...section('', page, words, asked), page, url: '/docs/b/intro'};
    const part = {
      ...section('part', '네트워크를 나누려면?', `${words} ${words}`),
      page,
      url: '/docs/b/intro#part',
    };
    assert.equal(firstOf('컨테이너 네트워크 격리', intro, part), 'part');
    assert.equal(firstOf('하이퍼바이저의 격리', intro, part), '/docs/b/intro');
  });

  it('세 자리가 넘는 수는 아무 데나 맞는 말이 아니다', () => {
    const common = section('common', '격리의 비용', '격리합니다.', ['격리는 왜 비싼가요']);
    const numbered = section('numbered', '격리의 번호', '126이면 권한을 봅니다.');
    assert.equal(firstOf('격리 126', common, numbered), 'numbered');
  });

  it('붙여 쓴 이름이 어디에 그대로 있어도 띄어 쓴 글을 찾는다', () => {
    const list = {...section('list', '문서', 'example.com/wsl2'), importance: 0.5};
    assert.equal(firstOf('wsl2', list), 'wsl');
  });

  it('부사는 제목에 있어도 찾는 것이 아니다', () => {
    const adverb = section('adverb', '이제 도커는', '이제 씁니다.');
    const about = section('about', '도커를 컨테이너로', '이야기합니다.');
    assert.equal(firstOf('이제 도커 컨테이너', adverb, about), 'about');
  });

  it('용어 하나만 치면 그것을 말하는 절이 꼬리질문보다 먼저다', () => {
    const further = {...section('broken', '격리가 뚫리면?', text), kind: 'follow-up' as const};
    const about = section('about', '격리와 네트워크를 나누는 방법', text);
    assert.equal(firstOf('격리', further, about), 'about');
    assert.equal(firstOf('격리 뚫리면', further, about), 'broken');
  });

  it('제목과 묻는 말이 함께 닮은 절이 하나만 닮은 절보다 먼저다', () => {
    const asked = ['컨테이너 네트워크를 격리하는 방법'];
    const both = section('both', '컨테이너의 네트워크', '설정을 봅니다.', asked);
    const words = '컨테이너의 네트워크 격리, 컨테이너의 네트워크 격리.';
    const one = section('one', '관리자가 정할 것', words, ['컨테이너 네트워크 격리']);
    assert.equal(firstOf('컨테이너 네트워크 격리', one, both), 'both');
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

describe('보여 줄 부분', () => {
  it('덜 친 말은 용어에서만 칠한다: ‘메시’는 ‘메시지’가 아니다', () => {
    const texts = ['컨테이너의 메시지를 봅니다.'];
    const {index, parts} = createSearchIndex('1.0', [section('message', '전달', texts[0] ?? '')], {
      concepts,
      synonyms,
    });
    const engine = createSearch(index);
    Object.entries(parts).forEach(([part, postings]) => engine.add(part, postings));
    const markedFor = (query: string) => {
      const [result] = engine.search(query, 1, texts).results;
      assert.ok(result, query);
      const {text = '', ranges = []} = result.excerpt ?? {};
      const inExcerpt = ranges.map(([from, to]) => text.slice(from, to));
      assert.deepEqual([...new Set(inExcerpt)].sort(), [...result.words].sort());
      return result.words;
    };
    assert.deepEqual(markedFor('컨테이너 메시'), ['컨테이너']);
    assert.deepEqual(markedFor('컨테이너 메시지'), ['컨테이너', '메시지']);
    assert.deepEqual(markedFor('컨테이'), ['컨테이너']);
  });

  it('면접 답변이 말하면 다른 곳이 아니라 거기에서 보여 준다', () => {
    const answer = 'Docker 데몬은 요청을 받습니다.';
    const text = `${answer}\n${'다른 이야기입니다. '.repeat(20)}Docker 데몬 Docker 데몬 컨테이너`;
    const texts = sections.map(({url}) => (url.endsWith('#daemon') ? text : ''));
    const [result] = search('Docker 데몬과 컨테이너', 1, texts).results;
    assert.ok(result?.excerpt?.text.startsWith(answer), result?.excerpt?.text);
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
  it('보이지 않는 질문의 코드는 싣지 않는다', () => {
    assert.ok(Object.hasOwn(built.parts['p'] ?? {}, '=proc/self/uid_map'));
    assert.ok(!Object.hasOwn(built.parts['e'] ?? {}, '=etc/hidden/file'));
  });

  it('같은 글이면 같은 바이트다', () => {
    const text = () => JSON.stringify(createSearchIndex('1.0', sections, {concepts, synonyms}));
    assert.equal(text(), text());
  });
});
