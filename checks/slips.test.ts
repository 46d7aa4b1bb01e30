import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {glossaryFile} from '../content-model/glossary.ts';
import {referencesFile} from '../content-model/references.ts';
import {findingsOf} from './checkContent.ts';
import {exampleContent} from './exampleContent.ts';
import {exampleReference} from './exampleReference.ts';
import {exampleSections} from './exampleSections.ts';
import type {Example} from './rule.ts';
import {rules} from './rules/index.ts';

const file = 'docs/docker/what-is-a-container.md';
const said =
  '컨테이너는 격리된 프로세스입니다. 커널은 호스트와 함께 씁니다. 그래서 가볍습니다 [@docker-run].';
const answer = `:::interview-answer\n\n${said}\n\n:::\n`;
const page = `---
title: 컨테이너는 무엇인가요?
description: 컨테이너를 설명합니다.
sidebar_label: 컨테이너
sidebar_position: 1
difficulty: 기본
tracks: [신입 백엔드]
---

${answer}
자세히 설명합니다.

## 격리 {#isolation}

프로세스마다 다르게 봅니다.

## 꼬리질문 {#follow-ups}

### 왜 가벼운가요? {#why-light}

${answer}
커널을 함께 쓰기 때문입니다.
`;
const glossary = `- id: docker
  term: Docker
  english: Docker
  misspellings: [도커]
  definition: 컨테이너를 다루는 플랫폼입니다.
- id: virtual-machine
  term: 가상 머신
  english: virtual machine
  misspellings: [버추얼 머신]
  definition: 컴퓨터 안의 컴퓨터입니다.
- id: kubernetes
  term: Kubernetes
  english: Kubernetes
  definition: 컨테이너를 여러 서버에서 다루는 플랫폼입니다.
`;
/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const tracks = '- id: backend\n  label: 신입 백엔드\n';

async function findings(files: Example['files']) {
  return findingsOf(
    exampleContent({
      [referencesFile]: exampleReference,
      [glossaryFile]: glossary,
      'docs/sections.yaml': exampleSections,
      'docs/tracks.yaml': tracks,
      ...files,
    }),
    rules,
  );
}

/** The body's second paragraph, in other words. */
const body = (text: string) => page.replace('프로세스마다 다르게 봅니다.', () => text);
const swap = (before: string, after: string) => {
  assert.ok(page.includes(before), before);
  return page.replace(before, after);
};
const pair = (text: string) => ({[file]: page, 'docs/docker/second.md': text});

/** Slips that people make: each must give one message that names the mend. */
const slips: [name: string, files: string | Example['files'], mend: RegExp][] = [
  [
    '읽을 수 없는 묶음의 목록',
    {[file]: page, 'docs/sections.yaml': `${exampleSections}- id: [\n`},
    /읽을 수 없습니다/,
  ],
  // Front matter.
  [
    '닫지 않은 글머리',
    page.replace('tracks: [신입 백엔드]\n---\n', 'tracks: [신입 백엔드]\n'),
    /닫는 "---"/,
  ],
  ['콜론이 든 제목', swap('title: 컨테이너는', 'title: 질문: 컨테이너는'), /큰따옴표로 감싸/],
  ['전각 콜론', swap('difficulty: 기본', 'difficulty：기본'), /전각/],
  ['빈칸 없는 콜론', swap('difficulty: 기본', 'difficulty:기본'), /콜론 뒤를 띄워/],
  ['모르는 난이도', swap('difficulty: 기본', 'difficulty: 중급'), /기본이나 심화/],
  ['오타가 난 항목', swap('difficulty:', 'dificulty:'), /difficulty/],
  ['없는 길', swap('[신입 백엔드]', '[신입백엔드]'), /신입 백엔드/],
  ['목록이 아닌 길', swap('[신입 백엔드]', '신입 백엔드'), /목록으로/],
  ['질문이 아닌 제목', swap('컨테이너는 무엇인가요?', '컨테이너란'), /질문으로 적어/],
  ['글자로 적은 차례', swap('sidebar_position: 1', 'sidebar_position: 첫째'), /숫자로/],
  ['탭', swap('tracks: [신입 백엔드]', 'tracks:\n\t- 신입 백엔드'), /탭/],
  ['두 번 적은 항목', swap('difficulty: 기본', 'difficulty: 기본\ndifficulty: 심화'), /두 번/],
  // Whole files.
  ['병합 충돌', body('<<<<<<< HEAD\n하나입니다.\n=======\n둘입니다.\n>>>>>>> main'), /병합 충돌/],
  ['BOM', `\ufeff${page}`, /BOM/],
  ['풀어쓴 한글', page.normalize('NFD'), /--fix/],
  [
    '같은 제목의 글',
    pair(swap('sidebar_position: 1', 'sidebar_position: 2').replaceAll('{#', '{#b-')),
    /제목이 같은/,
  ],
  [
    '같은 차례',
    pair(swap('title: 컨테이너는', 'title: 이미지는').replaceAll('{#', '{#b-')),
    /sidebar_position/,
  ],
  [
    '대문자 파일 이름',
    {
      [file]: page,
      'docs/docker/Second.md': swap('컨테이너는 무엇', '이미지는 무엇')
        .replace('position: 1', 'position: 2')
        .replaceAll('{#', '{#b-'),
    },
    /소문자/,
  ],
  // Directives, fences, quotes.
  ['닫지 않은 상자', body(':::note[교정]\n\n글입니다.'), /닫히지 않았습니다/],
  ['닫지 않은 코드', body('```bash\ndocker ps'), /닫히지 않았습니다/],
  ['모르는 상자', body(':::notice\n\n글입니다.\n\n:::'), /note, tip/],
  ['GitHub의 알림', body('> [!NOTE]\n> 글입니다.'), /:::note/],
  ['경고 알림', body('> [!WARNING]\n> 글입니다.'), /:::warning/],
  ['언어의 오타', body('```dockerflie\nFROM alpine\n```'), /dockerfile/],
  ['언어 없는 코드', body('```\ndocker ps\n```'), /언어/],
  ['대문자 언어', body('```Bash\ndocker ps\n```'), /소문자/],
  // Formulas, tasks, HTML.
  ['수식', body('걸리는 시간은 $O(n)$입니다.'), /수식/],
  ['따로 선 수식', body('$$\nE = mc^2\n$$'), /수식/],
  ['지수가 든 수식', body('값은 $2^{10}$입니다.'), /수식/],
  ['할 일', body('- [ ] 끝냅니다.'), /목록으로/],
  ['줄바꿈 태그', body('글입니다.<br>또 글입니다.'), /HTML/],
  ['중괄호', body('값은 {name}입니다.'), /백틱/],
  ['틀의 변수', body('값은 ${HOME}입니다.'), /백틱/],
  ['각주', body('글입니다[^1].'), /\[@키\]/],
  // Lists and emphasis.
  ['문장에 붙은 번호', body('순서는 이렇습니다.\n3. 셋입니다.\n4. 넷입니다.'), /빈 줄/],
  ['해로 여는 문단', body('2024. 1. 1.에 나왔습니다.'), /2024\\\./],
  ['빈칸 없는 글머리표', body('-하나입니다.'), /빈칸/],
  ['굵게의 빈칸', body('이것은 ** 굵게** 보이지 않습니다.'), /붙이고/],
  ['물결표 둘', body('1~2일, 3~4일입니다.'), /\\~/],
  ['곱셈 둘', body('2*3과 4*5입니다.'), /×/],
  // Headings and questions.
  ['꼬리 질문', swap('## 꼬리질문', '## 꼬리 질문'), /"## 꼬리질문"으로/],
  ['번호가 붙은 꼬리질문', swap('왜 가벼운가요?', '꼬리질문 1'), /질문/],
  ['id 없는 제목', swap('## 격리 {#isolation}', '## 격리'), /\{#/],
  ['한글 id', swap('{#isolation}', '{#격리}'), /영문/],
  ['겹친 id', swap('{#isolation}', '{#why-light}'), /겹치지 않는/],
  [
    '겹친 질문',
    `${page}\n### 왜 가벼운가요? {#again}\n\n${answer}\n또 설명합니다.\n`,
    /이미 있는 질문/,
  ],
  ['물음표 없는 질문', swap('왜 가벼운가요?', '가벼운 이유'), /"\?"/],
  ['사이트의 id', swap('{#isolation}', '{#references}'), /자동으로/],
  // Citations and links.
  ['없는 출처', body('그렇습니다 [@no-such].'), /references\.yaml/],
  ['마침표 뒤의 인용', body('그렇습니다. [@docker-run]'), /마침표 앞/],
  ['같은 키 두 번', body('그렇습니다 [@docker-run; @docker-run].'), /한 번만/],
  ['쉼표로 이은 인용', body('그렇습니다 [@docker-run, @docker-run].'), /\[@키1; @키2\]/],
  ['골뱅이 없는 인용', body('그렇습니다 [docker-run].'), /\[@docker-run\]/],
  ['없는 글', body('[글](../docker/no-such.md)을 봅니다.'), /경로/],
  ['주소 뒤의 조사', body('https://example.com/a를 봅니다.'), /꺾쇠괄호/],
  ['띄운 링크', body('[글] (https://example.com)'), /주소의 빈칸|붙여/],
  // Words.
  ['틀린 영어', body('priviledged 컨테이너입니다.'), /privilege/],
  ['코드 속의 틀린 영어', body('`--priviledged`를 씁니다.'), /"privileged"/],
  ['코드 블록 속의 틀린 영어', body('```bash\ndocker run --priviledged alpine\n```'), /privileged/],
  ['붙여 쓴 용어', body('가상머신입니다.'), /가상 머신/],
  ['소문자 제품', body('이것은 docker의 것입니다.'), /"Docker"/],
  ['소문자 파일', body('이것은 dockerfile입니다.'), /"Dockerfile"/],
  ['소문자 쿠버네티스', body('이것은 kubernetes입니다.'), /Kubernetes/],
  ['할수있습니다', body('그렇게 할수있습니다.'), /할 수 있/],
  ['음슴체', body('로그를 담음.'), /ㅂ니다/],
  ['한다체', body('커널을 함께 쓴다.'), /ㅂ니다/],
  ['틀린 이에요', body('그것은 무엇이예요?'), /이에요/],
  // Places to fill.
  ['틀의 자리', body('(여기에 설명을 적어 주세요)'), /채우지 않은/],
  ['괄호 없는 자리', body('여기에 질문을 적어주세요.'), /채우지 않은/],
  ['TODO', body('TODO: 더 쓰기'), /채우지 않은/],
  [
    '그림의 자리',
    {
      [file]: body('![여기에 그림 설명을 적어 주세요](img/a.png)'),
      'docs/docker/img/a.png': picture,
    },
    /그림/,
  ],
  // Tables.
  ['칸이 넘친 줄', body('| 가 | 나 |\n| - | - |\n| 1 | 2 | 3 |'), /\\\|/],
  [
    '목록 안 표의 파이프',
    body('- 표입니다.\n\n  | 가 | 나 |\n  | - | - |\n  | `a | b` | 2 |'),
    /\\\|/,
  ],
  ['표에 붙은 글', body('| 가 |\n| --- |\n| 나 |\n글입니다.'), /빈 줄/],
  // Diagrams.
  [
    '도식의 괄호',
    body(
      '```mermaid\nflowchart TB\n  accTitle: 이름\n  accDescr: 설명입니다.\n  A["가" --> B\n```\n\n그림: 설명입니다.',
    ),
    /괄호와 따옴표/,
  ],
  [
    '이름 없는 도식',
    body('```mermaid\nflowchart TB\n  accDescr: 설명입니다.\n  A --> B\n```\n\n그림: 설명입니다.'),
    /accTitle/,
  ],
];

/** Right, and easy to take for a slip. */
const right: [name: string, text: string][] = [
  ['길이예요', '얼마나 긴 길이예요? 어떤 차이예요?'],
  ['기본값', '기본값: 없음.'],
  ['역슬래시를 붙인 해', '2024\\. 1. 1.에 나왔습니다.'],
  ['빈 중괄호', '빈 {}와 {1, 2, 3}, {이름}도 글입니다.'],
  ['값', '뱃삯은 $5와 $6입니다.'],
  ['환경 변수', '$PATH와 $HOME을 봅니다.'],
  ['코드 속의 달러', '`$O(n)$`은 코드입니다.'],
  ['이어진 번호', '순서입니다.\n\n3. 셋입니다.\n4. 넷입니다.'],
  ['번호로 여는 목록', '순서입니다.\n1. 하나입니다.\n2. 둘입니다.'],
  ['명령의 소문자', '`docker run`과 `dockerfile`, docker run을 씁니다.'],
  [
    '주소의 소문자',
    'docs.docker.com과 docker.io, docker-compose, docker.sock, docker CLI와 docker 그룹입니다.',
  ],
  ['경로의 소문자', '/var/lib/docker와 ~/.docker, docker/cli입니다.'],
  ['따옴표 속의 소문자', '“docker”라고 적습니다.'],
  ['이미지 이름', 'docker:dind와 docker-init입니다.'],
  ['코드 속의 쉬운 말', '```text\nsepareted가 아니라 로그입니다.\n```'],
  ['코드 블록의 언어', '```dockerfile\nFROM alpine\n```\n\n```text\n결과\n```'],
  ['인용 둘', '그렇습니다 [@docker-run].'],
  ['인용 뒤의 문장', '그렇습니다 [@docker-run]. 또 그렇습니다.'],
  ['물음표와 인용', '그럴까요? 그렇습니다 [@docker-run].'],
  ['대괄호', '[선택]과 [!]와 [x]는 글자입니다.'],
  ['보통 인용문', '> 주의: 글입니다.'],
  ['상자', ':::note[교정]\n\n글입니다.\n\n:::'],
  ['겹친 상자', '::::note\n\n:::tip\n\n글입니다.\n\n:::\n\n::::'],
  ['부등호', 'a < b이고 b > c입니다. 5<6입니다.'],
  ['화살표', 'A -> B => C → D입니다.'],
  ['비율', '1:1과 12:30, ::1, std::vector입니다.'],
  ['곱하기', '5 * 3과 2^20, 2×3입니다.'],
  ['범위', '3~5개입니다.'],
  ['메일', '<team@example.com>으로 보냅니다.'],
  ['정규식', '`^[a-z]+$`와 `\\d{3}`입니다.'],
  ['영문 약어', 'e.g. containerd, i.e. 런타임, v1.2.3, 3.5GHz입니다.'],
  ['Q&A', 'Q&A와 R&D, AT&T입니다.'],
  ['음으로 끝난 이름', '다음. 처음. 마음입니다.'],
  ['됨됨이', '사람됨을 봅니다.'],
  ['인용한 반말', '“함께 쓴다.”라고 적었습니다.'],
  ['표', '| 가 | 나 |\n| --- | :-: |\n| `a \\| b` | 2 |'],
  ['목록 속의 표', '- 표입니다.\n\n  | 가 | 나 |\n  | - | - |\n  | 1 | 2 |'],
  ['목록 속의 코드', '- 이렇게 합니다.\n\n  ```bash\n  docker ps\n  ```'],
  ['깊은 목록', '- 가\n  - 나\n    - 다'],
  ['굵은 조사', '**컨테이너(container)**는 *빠릅니다*.'],
  ['취소선', '~~아닙니다~~ 맞습니다.'],
  ['가로줄', '글입니다.\n\n---\n\n또 글입니다.'],
  ['충돌처럼 보이는 글', '======= 일곱 개의 등호입니다.'],
  ['코드 속의 충돌 표시', '```text\n<<<<<<< HEAD\n=======\n>>>>>>> main\n```'],
  ['링크', '[글](#isolation)과 [글](https://example.com/a?b=1#c)입니다.'],
  ['정의한 링크', '[글][a]입니다.\n\n[a]: https://example.com "제목"'],
  ['사이트 이름의 링크', '[docs.docker.com](https://docs.docker.com/engine/)입니다.'],
  ['파일 이름의 링크', '[daemon.json](https://example.com/x)입니다.'],
  ['출처의 제목', '[Docker Docs의 글](https://docs.docker.com/)입니다.'],
  ['그림 문자', '잘했습니다 🎉 ❤️ 1️⃣ 👩‍💻'],
  ['문자 참조', '&lt;script&gt;와 &amp;입니다.'],
  ['요청하는 말', '확인해 주세요. 봅시다. 그렇습니까?'],
  ['나중에', '나중에 다시 실행합니다. 여기에 적힌 값을 씁니다.'],
  ['작성 중인 것', 'Dockerfile을 작성합니다. 이미지를 추가하는 중입니다.'],
  ['줄임표', 'a, b … z까지입니다. `...`도 씁니다.'],
  ['통합', '통합 계층으로 통합합니다.'],
  ['할 수', '그렇게 할 수 있습니다. 할 수밖에 없습니다.'],
  ['수 있', '운영체제 수는 있습니다. 경우의 수 있음을 봅니다.'],
  ['이에요', '그것은 무엇이에요? 무엇인가요?'],
  ['권한', '`--privileged`와 privileged 컨테이너입니다.'],
  ['같은 낱말', '그것은 그것입니다. 그리고 그것은 또 그것입니다.'],
  [
    '도식',
    '```mermaid\nflowchart TB\n  accTitle: 이름\n  accDescr: 설명입니다.\n  A["가"] --> B\n```\n\n그림: 설명입니다.',
  ],
  [
    '다른 말로 묻는 질문',
    '글입니다.\n\n## 또 하나 {#more}\n\n:::also-asked\n\n- docker가 뭐에요?\n\n:::\n\n글입니다.',
  ],
];

describe('사람이 하는 실수', () => {
  it('고칠 것이 없는 글에서 시작한다', async () => {
    assert.deepEqual(await findings({[file]: page}), []);
  });

  for (const [name, given, mend] of slips) {
    it(`${name}: 하나만, 고칠 것을 알린다`, async () => {
      const found = await findings(typeof given === 'string' ? {[file]: given} : given);
      const said = found.map(({line, message, rule}) => `${line} ${rule} ${message}`);
      assert.equal(said.length, 1, said.join('\n'));
      assert.match(said[0] ?? '', mend);
    });
  }
});

describe('실수처럼 보이는 바른 글', () => {
  for (const [name, text] of right) {
    it(`${name}: 아무 말도 하지 않는다`, async () => {
      const found = await findings({[file]: body(text)});
      assert.deepEqual(
        found.map(({line, message, rule}) => `${line} ${rule} ${message}`),
        [],
      );
    });
  }
});
