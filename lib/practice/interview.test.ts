import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {
  asSentence,
  chainsPerInterview,
  codeOf,
  newSeed,
  nextInChain,
  openingsOf,
  pagesOfCode,
  recentWordings,
  wordingOf,
} from './interview.ts';
import type {AnswerEvent} from './log.ts';
import {questionsOf, type PracticePage, type PracticeQuestion} from './practiceSet.ts';
import {randomNumbers} from './randomNumbers.ts';

type Kind = PracticeQuestion['kind'];

function question(id: string, kind: Kind, text: string, units: string[]): PracticeQuestion {
  const level = kind === 'deep-dive' ? '심화' : '기본';
  const wordings = [`${text.replace('?', '')}, 설명해 주세요`, `${id} 요약`];
  return {id, kind, level, text, wordings, units, url: `/docs/${id}`, cites: [], hash: '0'};
}

function page(
  id: string,
  prerequisites: string[],
  ...questions: [suffix: string, kind: Kind, text: string, ...units: string[]][]
): PracticePage {
  return {
    id,
    label: id,
    tracks: [],
    prerequisites,
    sources: [],
    questions: questions.map(([suffix, kind, text, ...units]) =>
      question(id + suffix, kind, text, units),
    ),
  };
}

const pages = [
  page(
    'vm',
    [],
    [
      '',
      'question',
      '가상화란 무엇인가요?',
      '하드웨어를 나눕니다.',
      '게스트마다 커널이 있습니다.',
      '격리가 강합니다.',
      '디스크를 많이 씁니다.',
    ],
    [
      '#isolation',
      'follow-up',
      '왜 격리가 강한가요?',
      '경계가 하드웨어입니다.',
      '탈출이 드뭅니다.',
    ],
    ['#kernel', 'follow-up', '커널은 몇 개인가요?', '게스트 수만큼입니다.', '호스트에도 있습니다.'],
    [
      '#disk',
      'follow-up',
      '이미지는 왜 큰가요?',
      '디스크에 OS를 통째로 담습니다.',
      '그래서 느립니다.',
    ],
    ['#nested', 'deep-dive', '중첩할 수 있나요?', '예.', 'EPT를 씁니다.'],
    ['#vmexit', 'deep-dive', 'VM exit이 뭔가요?', '게스트가 멈춥니다.', '비용이 큽니다.'],
  ),
  page(
    'container',
    ['vm'],
    [
      '',
      'question',
      '컨테이너는 어떻게 격리되나요?',
      'namespace를 씁니다.',
      'cgroup으로 나눕니다.',
      'seccomp로 거릅니다.',
    ],
    [
      '#namespace',
      'follow-up',
      '무엇을 나누나요?',
      'PID namespace가 있습니다.',
      '네트워크도 나눕니다.',
    ],
    ['#limit', 'follow-up', '메모리를 넘기면요?', 'OOM이 납니다.', 'cgroup이 셉니다.'],
  ),
  page(
    'docker',
    ['container', 'vm'],
    ['', 'question', '도커가 뭔가요?', '이미지를 만듭니다.', '데몬이 있습니다.'],
    ['#root', 'deep-dive', '데몬은 왜 root인가요?', '마운트를 합니다.', 'rootless도 있습니다.'],
  ),
  page('alone', [], ['', 'question', '혼자인 질문?', '하나입니다.', '둘입니다.']),
];

interface Case {
  name: string;
  /** `vm:` all said, `vm:1,2` those places missed. */
  chain: string[];
  taken?: string[];
  next: string | undefined;
}

const cases: Case[] = [
  // All was said.
  {name: '모두 말하면 꼬꼬무', chain: ['vm:'], next: 'vm#nested'},
  {name: '모두 말한 꼬리질문 다음도 꼬꼬무', chain: ['vm:0', 'vm#isolation:'], next: 'vm#nested'},
  {name: '꼬꼬무도 모두 말하면 다음 꼬꼬무', chain: ['vm:', 'vm#nested:'], next: 'vm#vmexit'},
  {name: '물은 꼬꼬무는 건너뜀', chain: ['vm:'], taken: ['vm#nested'], next: 'vm#vmexit'},
  {name: '꼬꼬무가 없으면 이 글을 바탕으로 한 글', chain: ['container:'], next: 'docker'},
  {
    name: '꼬꼬무를 다 물었으면 이 글을 바탕으로 한 글',
    chain: ['vm:'],
    taken: ['vm#nested', 'vm#vmexit'],
    next: 'container',
  },
  {
    name: '바탕으로 한 글이 여럿이면 읽는 차례',
    chain: ['vm:'],
    taken: ['vm#nested', 'vm#vmexit', 'container'],
    next: 'docker',
  },
  {
    name: '바탕으로 한 글도 물었으면 남은 꼬리질문',
    chain: ['container:'],
    taken: ['docker'],
    next: 'container#namespace',
  },
  {
    name: '다른 줄기를 여는 질문으로는 가지 않음',
    chain: ['vm:'],
    taken: ['vm#nested', 'vm#vmexit', 'container', 'docker'],
    next: 'vm#isolation',
  },
  {name: '남은 것이 없으면 줄기의 끝', chain: ['alone:'], next: undefined},
  {
    name: '바탕으로 한 글로 가서 거기서 더 깊이',
    chain: ['container:', 'docker:'],
    next: 'docker#root',
  },
  {
    name: '바탕으로 한 글에서 놓치면 그 글의 다음',
    chain: ['container:', 'docker:0'],
    next: 'docker#root',
  },
  // A sentence was left out.
  {name: '커널을 놓치면 커널의 꼬리질문', chain: ['vm:1'], next: 'vm#kernel'},
  {name: '격리를 놓치면 격리의 꼬리질문', chain: ['vm:2'], next: 'vm#isolation'},
  {name: '디스크를 놓치면 디스크의 꼬리질문', chain: ['vm:3'], next: 'vm#disk'},
  {name: '하드웨어는 답의 문장에만 있어도 이어짐', chain: ['vm:0'], next: 'vm#isolation'},
  {name: '조사가 달라도 같은 말', chain: ['container:1'], next: 'container#limit'},
  {name: '영어는 낱말로', chain: ['container:0'], next: 'container#namespace'},
  {name: '나누는 말이 없으면 차례대로', chain: ['container:2'], next: 'container#namespace'},
  {name: '둘을 놓치면 함께 가장 가까운 것', chain: ['vm:1,3'], next: 'vm#kernel'},
  {name: '모두 놓쳐도 하나만 물음', chain: ['vm:0,1,2,3'], next: 'vm#kernel'},
  {
    name: '가까운 것을 물었으면 그다음',
    chain: ['vm:1'],
    taken: ['vm#kernel'],
    next: 'vm#isolation',
  },
  {name: '둘 남았으면 가까운 쪽', chain: ['vm:3'], taken: ['vm#isolation'], next: 'vm#disk'},
  {
    name: '같은 줄기에서 물은 것은 다시 묻지 않음',
    chain: ['vm:1', 'vm#kernel:0'],
    next: 'vm#isolation',
  },
  {
    name: '꼬리질문을 다 물었으면 꼬꼬무라도',
    chain: ['vm:1'],
    taken: ['vm#isolation', 'vm#kernel', 'vm#disk'],
    next: 'vm#nested',
  },
  {name: '꼬리질문이 없는 글에서 놓치면 꼬꼬무', chain: ['docker:0'], next: 'docker#root'},
  {
    name: '놓쳤을 때는 다른 글로 가지 않음',
    chain: ['container:0'],
    taken: ['container#namespace', 'container#limit'],
    next: undefined,
  },
  {
    name: '꼬리질문에서 놓치면 그 문장에 가까운 것',
    chain: ['vm:2', 'vm#isolation:0'],
    next: 'vm#kernel',
  },
  {name: '꼬꼬무에서 놓치면 꼬리질문으로', chain: ['vm:', 'vm#vmexit:0'], next: 'vm#kernel'},
  {name: '혼자인 글에서 놓쳐도 끝', chain: ['alone:1'], next: undefined},
  // Depth and strange input.
  {
    name: '셋까지 묻고 끝: 모두 말해도',
    chain: ['vm:', 'vm#nested:', 'vm#vmexit:'],
    next: undefined,
  },
  {
    name: '셋까지 묻고 끝: 놓쳐도',
    chain: ['vm:1', 'vm#kernel:0', 'vm#isolation:0'],
    next: undefined,
  },
  {name: '둘이면 하나 더', chain: ['vm:1', 'vm#kernel:'], next: 'vm#nested'},
  {name: '빈 줄기', chain: [], next: undefined},
  {name: '이제 없는 질문', chain: ['vm#gone:0'], next: undefined},
  {name: '이제 없는 글', chain: ['gone:'], next: undefined},
  {name: '문장이 줄어 없는 자리를 놓쳤다면 차례대로', chain: ['vm:9'], next: 'vm#isolation'},
];

describe('줄기의 다음 질문', () => {
  assert.ok(cases.length >= 30);
  for (const {name, chain, taken = [], next} of cases) {
    it(name, () => {
      const answered = chain.map((text) => {
        const [id = '', missed = ''] = text.split(':');
        return {id, missed: missed.split(',').filter(Boolean).map(Number)};
      });
      const before = structuredClone(answered);
      assert.equal(nextInChain(pages, answered, new Set(taken))?.id, next);
      assert.deepEqual(answered, before);
    });
  }

  it('어떻게 답하든 한 면접에서 같은 질문을 다시 묻지 않고, 한 줄기는 셋까지', () => {
    const random = randomNumbers(5);
    for (let trial = 0; trial < 300; trial += 1) {
      const openings = openingsOf(pages, String(trial));
      const taken = new Set(openings.map(({id}) => id));
      const asked: string[] = [];
      for (const opening of openings) {
        const chain = [];
        let next: PracticeQuestion | undefined = opening;
        while (next) {
          asked.push(next.id);
          taken.add(next.id);
          chain.push({
            id: next.id,
            missed: next.units.flatMap((_, i) => (random() < 0.3 ? i : [])),
          });
          next = nextInChain(pages, chain, taken);
        }
        assert.ok(chain.length <= 3);
      }
      assert.equal(new Set(asked).size, asked.length, asked.join(' '));
    }
  });
});

describe('같은 코드의 면접', () => {
  it('같은 코드는 같은 질문을 같은 말로, 대소문자를 가리지 않고', () => {
    for (const seed of ['7F3A', '0000', 'abcd']) {
      const ids = (code: string) => openingsOf(pages, code).map(({id}) => id);
      assert.deepEqual(ids(seed), ids(seed.toLowerCase()));
      for (const asked of questionsOf({pages})) {
        assert.equal(wordingOf(asked, seed), wordingOf(asked, seed.toLowerCase()));
      }
    }
  });

  it('코드마다 다르고, 모든 글이 첫 질문이 될 수 있다', () => {
    const first = new Set(
      Array.from({length: 100}, (_, seed) => openingsOf(pages, String(seed))[0]?.id),
    );
    assert.equal(first.size, pages.length);
  });

  it('앞의 다섯은 기본부터', () => {
    const many = Array.from({length: 20}, (_, index) => {
      const one = page(`p${index}`, [], ['', 'question', '질문?', '가.', '나.']);
      one.questions[0]!.level = index % 2 ? '심화' : '기본';
      return one;
    });
    for (let seed = 0; seed < 50; seed += 1) {
      const openings = openingsOf(many, String(seed));
      assert.equal(new Set(openings).size, 20);
      const levels = openings.slice(0, chainsPerInterview).map(({level}) => level);
      assert.deepEqual(levels, [...levels].sort());
    }
  });

  it('길을 고른 코드는 그 길의 질문까지 담는다', () => {
    const ofTracks = pages.map((one, index) => ({
      ...one,
      tracks: index < 2 ? ['가'] : ['가', '나'],
    }));
    const idsOf = (code: string) => pagesOfCode(ofTracks, code).map(({id}) => id);
    assert.equal(codeOf(ofTracks, '7F3A', '나'), '7F3A-2');
    assert.deepEqual(idsOf('7F3A-2'), ['docker', 'alone']);
    assert.equal(codeOf(ofTracks, '7F3A', ''), '7F3A');
    for (const code of ['7F3A', '7F3A-', '7F3A-9', '7F3A-x']) {
      assert.equal(idsOf(code).length, pages.length, code);
    }
  });

  it('코드는 말하고 받아 적을 수 있는 네 글자', () => {
    assert.equal(
      newSeed(() => 0),
      '0000',
    );
    assert.equal(
      newSeed(() => 0.99999),
      'FFFF',
    );
    assert.match(newSeed(), /^[0-9A-F]{4}$/);
  });
});

describe('제목과 다른 말로 묻기', () => {
  const asked = {
    ...question('q', 'question', '제목인가요?', []),
    wordings: ['제목인가요?', '첫째인가요?', '둘째를 설명해 주세요', '셋째 요약'],
  };

  it('제목으로는 묻지 않고, 온전한 문장을 먼저 쓴다', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      assert.match(wordingOf(asked, String(seed)), /^(첫째|둘째)/);
    }
  });

  it('최근에 쓴 말은 다른 말이 남아 있는 한 쓰지 않는다', () => {
    assert.equal(wordingOf(asked, '1', ['첫째인가요?']), '둘째를 설명해 주세요');
    assert.equal(wordingOf(asked, '1', ['첫째인가요?', '둘째를 설명해 주세요']), '셋째 요약');
    assert.match(wordingOf(asked, '1', asked.wordings), /^(첫째|둘째|셋째)/);
    assert.equal(wordingOf({...asked, wordings: []}, '1'), '제목인가요?');
  });

  it('세 번의 면접에서 같은 말이 두 번 나오지 않는다', () => {
    const events: AnswerEvent[] = [];
    for (let count = 0; count < 9; count += 1) {
      const recent = recentWordings(events, 'q');
      const wording = wordingOf(
        {...asked, wordings: ['가?', '나?', '다?', '라?']},
        `${count}`,
        recent,
      );
      assert.ok(!recent.includes(wording));
      const base = {id: `${count}`, at: count, version: '', hash: '', units: 1, said: []};
      events.push({...base, type: 'answer', question: 'q', wording});
      events.push({...base, type: 'answer', question: 'other', wording: '가?'});
      events.push({...base, type: 'answer', question: 'q'});
    }
  });

  it('찾는 말은 문장으로 만든다', () => {
    assert.equal(asSentence('첫째인가요?'), '첫째인가요?');
    assert.equal(asSentence('설명해 주세요'), '설명해 주세요');
    assert.equal(asSentence('tini의 원리'), '‘tini의 원리’에 대해 말해 주세요.');
  });
});
