import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {importNote, startImport} from './index.ts';

interface Expected {
  /** What the page must hold. */
  text?: RegExp[];
  /** What the page must not hold. */
  not?: RegExp[];
  remarks?: RegExp[];
}

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

const main = '# 나룻배\n## 💡 나룻배는 무엇인가요?\n';
const follow = `${main}나룻배는 강을 건네 줍니다.\n\n## 📑 꼬리질문\n`;

/** Notes as people write them, each with a way of its own: all invented. */
const notes: [name: string, note: string, expected: Expected][] = [
  // Links and pictures in headings.
  [
    '질문의 링크',
    `${follow}### [이 표](https://example.com/table)에서 뱃삯은 왜 다른가요?\n거리가 다릅니다.`,
    {
      text: [
        /### 이 표에서 뱃삯은 왜 다른가요\? \{#/,
        /\[이 표\]\(https:\/\/example\.com\/table\)/,
      ],
    },
  ],
  [
    '본문 제목의 링크',
    `${main}글입니다.\n### [다리](https://example.com/bridge)와 견주기\n글입니다.`,
    {text: [/^## 다리와 견주기 \{#/m, /\[다리\]\(https:\/\/example\.com\/bridge\)/]},
  ],
  [
    '큰 제목의 링크',
    '# [나룻배](https://example.com/boat)\n나룻배는 느립니다.',
    {
      text: [
        /^title: 나룻배에 대해 설명해 주세요\.$/m,
        /\[나룻배\]\(https:\/\/example\.com\/boat\)/,
      ],
    },
  ],
  [
    '제목의 맨주소',
    `${main}## www.example.com에 가면?\n글입니다.`,
    {text: [/## `www\.example\.com`에/]},
  ],
  [
    '제목의 그림',
    `${main}글입니다.\n## ![로고](없음.png) 쓰임\n글입니다.`,
    {text: [/^## 쓰임 \{#/m, /로고/]},
  ],
  ['빈 제목', `${main}글입니다.\n##\n또 글입니다.`, {}],
  // Headings inside of other things.
  [
    '목록 안의 제목',
    `${main}- ### 뜻\n  나룻배는 강을 건네 줍니다.\n- ### 쓰임\n  짐을 나릅니다.`,
    {text: [/- \*\*뜻\*\*/, /- \*\*쓰임\*\*/]},
  ],
  ['인용 안의 제목', `${main}> ### 정리\n> 나룻배는 느립니다.`, {text: [/> \*\*정리\*\*/]}],
  ['목록 안의 굵은 제목', `${main}1. #### **뜻**\n   글입니다.`, {text: [/1\. \*\*뜻\*\*/]}],
  [
    '목록 안의 링크 제목',
    `${main}- ### [뜻](https://example.com/a)\n  글입니다.`,
    {text: [/\*\*\[뜻\]\(https:\/\/example\.com\/a\)\*\*/]},
  ],
  ['겹친 목록의 제목', `${main}- 가\n  - ##### 나\n    글입니다.`, {text: [/\*\*나\*\*/]}],
  // References that end.
  [
    '책 그림이 붙은 보통 제목',
    '# 나룻배와 다리\n\n## 📚 나룻배\n나룻배는 사람을 건네 줍니다.\n\n### 구현\n```java\nclass Boat<T> {\n  void cross(T who) { count += 1; }\n}\n```\n\n## 📖 다리\n다리는 늘 열려 있습니다.',
    {text: [/```java\nclass Boat<T> \{\n/, /^### 구현 \{#/m, /^다리는 늘/m], not: [/더 읽기/]},
  ],
  [
    '끝나는 출처 목록',
    `${main}글입니다.\n### Reference\n- [가](https://example.com/1)\n## 정리\n| 가 | 나 |\n| - | - |\n| 1 | 2 |\n\n글입니다.`,
    {text: [/^## 정리 \{#/m, /\| 1 +\| 2 +\|/, /더 읽기/]},
  ],
  [
    '출처 목록 속의 코드와 문장',
    `${main}글입니다.\n## 📚 Reference\n- [가](https://example.com/1)\n\n\`\`\`bash\ndocker ps\n\`\`\`\n\n이 명령은 도는 것을 늘어놓습니다. 그렇습니다.`,
    {text: [/```bash\ndocker ps\n```/, /^이 명령은/m]},
  ],
  [
    '나눈 출처 목록',
    `${main}글입니다.\n## 참고 자료\n### 책\n- 운영체제 10판\n### 글\n- https://example.com/2`,
    {text: [/- 책\n- 운영체제 10판\n- 글\n- \[@/]},
  ],
  [
    '굵은 글씨로 적은 출처',
    `${main}글입니다.\n## 출처\n**[가](https://example.com/3)** 12쪽`,
    {text: [/- \[@[a-z0-9-]+\] 12쪽/]},
  ],
  // Questions in other ways.
  [
    'Q. 제목',
    '# 나루\n#### Q. 나룻배는 무엇인가요?\n강을 건네 줍니다.\n#### Q. 다리는 무엇인가요?\n늘 열려 있습니다.',
    {
      text: [
        /^### 나룻배는 무엇인가요\? \{#/m,
        /^### 다리는 무엇인가요\? \{#/m,
        /title: 나루에 대해/,
      ],
    },
  ],
  [
    '굵은 Q1.',
    '# 나루\n**Q1. 나룻배는 무엇인가요?**\n\n강을 건네 줍니다.\n\n**Q2. 다리는 무엇인가요?**\n\n늘 열려 있습니다.',
    {text: [/^### 나룻배는 무엇인가요\? \{#/m, /^### 다리는/m, /^강을 건네 줍니다\.$/m]},
  ],
  [
    'Q와 A',
    '# 나루\nQ. 나룻배는 왜 느린가요?\n\nA. 물살 때문입니다.\n\nQ. 다리는 왜 빠른가요?\n\nA. 서지 않기 때문입니다.',
    {text: [/^### 나룻배는 왜 느린가요\? \{#/m, /^물살 때문입니다\.$/m]},
  ],
  [
    '한 문단의 Q와 A',
    '# 나루\nQ. 나룻배는 왜 느린가요?\nA. 물살 때문입니다.\n\nQ. 다리는 왜 빠른가요?\nA. 서지 않기 때문입니다.',
    {text: [/^### 나룻배는 왜 느린가요\? \{#/m, /^물살 때문입니다\.$/m]},
  ],
  [
    '대괄호 Q',
    '# 나루\n## [Q1] 나룻배의 뜻\n강을 건네 줍니다.\n## [Q2] 다리의 뜻\n늘 열려 있습니다.',
    {text: [/^### 나룻배의 뜻 \{#/m]},
  ],
  [
    '질문 1:',
    '# 나루\n### 질문 1: 나룻배란 무엇인가요?\n답변: 강을 건네 줍니다.\n### 질문 2: 다리란 무엇인가요?\n답변: 늘 열려 있습니다.',
    {text: [/^### 나룻배란 무엇인가요\? \{#/m, /^강을 건네 줍니다\.$/m]},
  ],
  [
    'summary 안의 제목',
    '## 나루\n<details>\n  <summary><h3>1. 나룻배는 무엇인가요?</h3></summary>\n<ul>\n<li> 나룻배는 왜 느린가요?</li>\n<li> 다리와 무엇이 다른가요?</li>\n</ul>\n</details>\n<details>\n  <summary><h3>2. 다리는 무엇인가요?</h3></summary>\n<ul>\n</ul>\n</details>',
    {
      text: [
        /title: 나루에 대해/,
        /^### 나룻배는 무엇인가요\? \{#/m,
        /^### 다리는 무엇인가요\? \{#/m,
      ],
      not: [/&#x20;/],
      remarks: [/"다리는 무엇인가요\?"의 답이 비어/],
    },
  ],
  [
    'summary의 질문',
    '# 나루\n<details><summary>나룻배는 왜 느린가요?</summary>\n\n물살 때문입니다.\n\n</details>\n<details><summary>다리는 왜 빠른가요?</summary>\n\n서지 않습니다.\n\n</details>',
    {text: [/^### 나룻배는 왜 느린가요\? \{#/m, /^서지 않습니다\.$/m]},
  ],
  [
    '번호 질문과 글머리표 답',
    '# 나루\n1. 나룻배는 왜 느린가요?\n   - 물살 때문입니다.\n   - 사람이 젓습니다.\n2. 다리는 왜 빠른가요?\n   - 서지 않습니다.',
    {text: [/^### 나룻배는 왜 느린가요\? \{#/m, /^- 사람이 젓습니다\.$/m, /^### 다리는/m]},
  ],
  [
    '질문만 적은 목록',
    '# 나루\n- 나룻배는 왜 느린가요?\n- 다리와 무엇이 다른가요?\n- 뱃삯은 누가 정하나요?',
    {text: [/^### 뱃삯은 누가 정하나요\? \{#/m], remarks: [/답이 비어/]},
  ],
  [
    '묻는 제목들',
    '# 나루\n## 나룻배는 무엇인가요?\n강을 건네 줍니다.\n### 자세히\n짐도 나릅니다.\n## 다리는 무엇인가요?\n늘 열려 있습니다.',
    {text: [/^### 나룻배는 무엇인가요\? \{#/m, /^#### 자세히 \{#/m]},
  ],
  [
    '묻는 제목 하나',
    '# 나루\n## 나룻배는 무엇인가요?\n강을 건네 줍니다.',
    {text: [/title: 나룻배는 무엇인가요\?/, /sidebar_label: 나루/]},
  ],
  [
    '큰 제목이 질문',
    '# 나룻배는 왜 느린가요?\n물살 때문입니다.',
    {text: [/^title: 나룻배는 왜 느린가요\?$/m]},
  ],
  [
    '질문이 아닌 제목들',
    '# 나루\n## 뜻\n강을 건넙니다.\n## 쓰임\n짐을 나릅니다.\n## 왜 느릴까?\n물살입니다.',
    {text: [/^## 뜻 \{#/m, /^## 왜 느릴까\? \{#/m], not: [/꼬리질문/]},
  ],
  [
    '묶음 아래의 질문',
    '# 나루\n## 배\n### 배는 왜 느린가요?\n물살입니다.\n### 배는 왜 뜨나요?\n물입니다.\n## 다리\n### 다리는 왜 있나요?\n건너려고요.',
    {text: [/^### 다리는 왜 있나요\? \{#/m], remarks: [/질문만 있던 제목을 뺐습니다: 다리/]},
  ],
  [
    '시키는 말',
    `${follow.replace('무엇인가요?', '그려보세요.')}### 왜 그런지 말해보세요.\n강이 넓습니다.`,
    {text: [/title: 나룻배는 그려보세요\.$/m, /^### 왜 그런지 말해보세요\. \{#/m]},
  ],
  [
    '단서가 붙은 질문',
    '# 나루\n## 💡 뱃삯을 셈해 보세요. (단, 둘이 탑니다)\n두 닢입니다.',
    {text: [/title: 뱃삯을 셈해 보세요\. \(단, 둘이 탑니다\)$/m]},
  ],
  ['제목 없는 노트', '나룻배는 강을 건네 줍니다. 사람이 젓습니다.', {remarks: [/제목을 질문으로/]}],
  [
    '낮은 제목으로 여는 노트',
    '### 나룻배와 다리\n나룻배는 느립니다.',
    {text: [/title: 나룻배와 다리에 대해/]},
  ],
  [
    '꼬리질문 뒤의 제목',
    `${follow}### 왜 느린가요?\n물살입니다.\n## 정리\n느립니다.`,
    {text: [/^## 정리 \{#[\s\S]*^### 왜 느린가요\? \{#/m]},
  ],
  [
    '제목 없는 꼬리질문',
    `${follow}- **왜 느린가요?**\n  - 물살입니다.\n- **왜 뜨나요?**\n  - 물입니다.`,
    {text: [/^### 왜 뜨나요\? \{#/m]},
  ],
  // What the parser misreads.
  [
    '물결표 둘',
    `${main}로그는 1~2일, 감사 기록은 3~4일 둡니다.`,
    {text: [/1\\~2일, 감사 기록은 3\\~4일/], not: [/~~/]},
  ],
  [
    '주소 뒤의 조사',
    `${main}https://docs.docker.com/engine/logging/를 봅니다.`,
    {
      text: [/<https:\/\/docs\.docker\.com\/engine\/logging\/>를 봅니다|logging\/\)를 봅니다/],
      not: [/%EB/i],
    },
  ],
  [
    '주소 뒤의 입니다',
    `${main}주소는 https://example.com/a입니다.`,
    {text: [/example\.com\/a>?\)?입니다\./]},
  ],
  ['주소 속의 한글', `${main}https://ko.wikipedia.org/wiki/나룻배`, {remarks: [/주소에 한글이/]}],
  ['곱셈', `${main}값은 2*3과 4*5이고 n*m입니다.`, {text: [/2\\\*3과 4\\\*5이고 n\\\*m/]}],
  [
    '파이썬 이름',
    `${main}__init__.py와 __name__을 씁니다.`,
    {text: [/`__init__`\.py와 `__name__`을/]},
  ],
  ['해로 여는 문단', `${main}2024. 1. 1.에 나루가 열렸습니다.`, {text: [/^2024\\\. 1\. 1\.에/m]}],
  [
    '밑줄이 된 문장',
    `${main}나룻배는 느립니다.\n---\n다리는 빠릅니다.`,
    {text: [/^나룻배는 느립니다\.\n\n---\n\n다리는/m]},
  ],
  [
    '겹친 링크',
    `${main}글입니다.\n## 📚 Reference\n[블로그 - 나룻배]([https://example.com/boat](https://example.com/boat))`,
    {text: [/- \[@[a-z-]+\]/], not: [/%5B/]},
  ],
  [
    '빈 링크',
    `${main}[](https://example.com/boat)나룻배는 느립니다.`,
    {remarks: [/글자가 없는 링크를 뺐습니다: https:\/\/example\.com\/boat/]},
  ],
  ['중괄호와 굵은 글', `${main}값 -> { **4** 2 3 }`, {text: [/\\\{ \*\*4\*\* 2 3 \}/]}],
  [
    '수식',
    `${main}값은 $O(N)$이고 최악은 $O(N^2)$, 값은 $x_i$입니다. 뱃삯은 $5와 $6입니다.`,
    {text: [/`O\(N\)`이고 최악은 `O\(N\^2\)`, 값은 `x_i`/, /\$5와 \$6/]},
  ],
  ['달러가 붙은 이름', `${main}$PATH와 $HOME, $a_1에 적습니다.`, {text: [/\$PATH와 \$HOME/]}],
  ['따로 선 수식', `${main}$$\nE = mc^2\n$$`, {text: [/```latex\nE = mc\^2\n```/]}],
  [
    '빈칸이 든 굵은 글',
    `${main}<b> 나룻배 </b>는 느립니다.`,
    {text: [/\*\*나룻배\*\* 는/], not: [/&#x20;/]},
  ],
  ['할 일', `${main}- [x] 노 젓기\n- [ ] 닻 내리기`, {text: [/- ✅ 노 젓기\n- ⬜ 닻 내리기/]}],
  [
    'GitHub의 알림',
    `${main}> [!WARNING]\n> 물살이 빠릅니다.`,
    {text: [/:::warning\n+물살이 빠릅니다\.\n+:::/], not: [/\[!/]},
  ],
  ['덧붙는 글자', `${main}나룻배\u0323는 느립니다.`, {text: [/^나룻배는 느립니다\.$/m]}],
  ['NFD', `${main}${'나룻배는 느립니다.'.normalize('NFD')}`, {text: [/^나룻배는 느립니다\.$/m]}],
  ['긴 줄', `${main}${'나룻배는 강을 건네 줍니다. '.repeat(400)}`, {}],
  [
    '긴 코드 줄',
    `${main}글입니다.\n\n\`\`\`text\n${'가나다라마바사'.repeat(800)}\n\`\`\``,
    {remarks: [/너무 긴 줄을 나누었습니다/]},
  ],
  // HTML, tables, code.
  [
    'HTML 표',
    `${main}<table><tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr></table>`,
    {text: [/\| 1 +\| 2 +\|/]},
  ],
  ['칸이 넘친 표', `${main}| 가 |\n| - |\n| 1 | 2 |`, {text: [/\| 1 +\| 2 +\|/]}],
  [
    '표 속의 코드',
    `${main}| 명령 | 뜻 |\n| - | - |\n| \`a \\| b\` | 잇기 |`,
    {text: [/`a \\\| b`/]},
  ],
  [
    '목록 속의 코드',
    `${main}1. 이렇게 합니다.\n   \`\`\`Bash title="x"\n   docker ps\n   \`\`\``,
    {text: [/```bash\n +docker ps/]},
  ],
  ['언어가 없는 코드', `${main}글입니다.\n\`\`\`\nx\n\`\`\``, {text: [/```text\nx\n```/]}],
  ['들여쓴 코드', `${main}글입니다.\n\n    docker ps\n`, {text: [/```text\ndocker ps\n```/]}],
  [
    '백틱이 든 코드',
    `${main}\`\`\`\`md\n\`\`\`bash\nx\n\`\`\`\n\`\`\`\``,
    {text: [/````md\n```bash/]},
  ],
  [
    '다이어그램',
    `${main}\`\`\`mermaid\nflowchart TB\n  A --> B\n\`\`\``,
    {text: [/```text\nflowchart TB/], remarks: [/mermaid로 바꿔/]},
  ],
  [
    '펼치는 글',
    `${main}<details><summary>더 자세히</summary>\n\n물살이 빠릅니다.\n\n</details>`,
    {text: [/^\*\*더 자세히\*\*$/m]},
  ],
  [
    '각주',
    `${main}나룻배[^1]는 느립니다.\n\n[^1]: 작은 배입니다.`,
    {text: [/나룻배\(작은 배입니다\.\)는/]},
  ],
  [
    '태그처럼 보이는 글',
    `${main}List<String>과 <제목>, <T>입니다.`,
    {text: [/`List<String>`/, /<제목>|\\<제목>/]},
  ],
  ['지시어처럼 보이는 글', `${main}docker:dind와 12:30, ::: 셋, ::name입니다.`, {}],
  ['글머리', `---\ntags: [배]\n---\n${main}글입니다.`, {remarks: [/노트의 글머리를 뺐습니다/]}],
  [
    '로컬 주소',
    `${main}http://localhost:3000과 [여기](http://127.0.0.1/a)를 봅니다.`,
    {text: [/`http:\/\/localhost:3000`/], remarks: [/127\.0\.0\.1/]},
  ],
  [
    '다른 노트의 링크',
    `${main}[다리](../bridge.md#뜻)를 봅니다.`,
    {remarks: [/다리 \(\.\.\/bridge\.md/]},
  ],
  [
    '설명 없는 그림',
    `${main}![Untitled](배.png)\n![image](./그림/노.png)`,
    {text: [/!\[\(여기에 그림 설명을 적어 주세요\)\]\(\.\/img\//]},
  ],
  [
    'NFD 이름의 그림',
    `${main}![배가 뜬 강](${encodeURI('배.png'.normalize('NFD'))})`,
    {text: [/!\[배가 뜬 강\]\(\.\/img\//]},
  ],
  [
    '글에 박힌 그림',
    `${main}![강](data:image/png;base64,${picture.toString('base64')})`,
    {text: [/!\[강\]\(\.\/img\/[a-z0-9-]+-1\.png\)/]},
  ],
  [
    '글에 박혔으나 깨진 그림',
    `${main}![강](data:image/png;base64,${'A'.repeat(9000)})`,
    {text: [/여기에 그림을 넣어 주세요: 강, data/], remarks: [/data:image/]},
  ],
  [
    '큰 그림',
    `${main}![강](big.png)`,
    {text: [/여기에 그림을 넣어 주세요: 강, big\.png/], remarks: [/big\.png \(그림이 .*KB입니다/]},
  ],
  [
    '그림이 아닌 그림',
    `${main}![강](fake.png)`,
    {remarks: [/fake\.png \(PNG, JPEG, GIF, WebP 그림이 아닙니다/]},
  ],
];

const noNotes: [name: string, note: string, reason: RegExp][] = [
  ['빈 글', '\n\n', /글이 없습니다/],
  [
    '링크의 목록',
    '# 읽을거리\n- [하나를 다룬 글](https://example.com/1)\n- [둘을 다룬 글](https://example.com/2)\n- [셋을 다룬 글](https://example.com/3)\n- [넷을 다룬 글](https://example.com/4)',
    /링크를 모은 글/,
  ],
  [
    '저장소의 첫 화면',
    '# 나루 스터디\n함께 공부합니다.\n## 스터디 규칙\n지각하지 않습니다.\n## 기여자\n여럿입니다.',
    /첫 화면/,
  ],
  [
    '사람의 목록',
    '# 함께한 사람\n[배](https://github.com/boat) 뱃사공입니다.\n[다리](https://github.com/bridge) 다리입니다.\n[강](https://github.com/river) 강입니다.',
    /프로필/,
  ],
];

describe('여러 방식으로 적은 노트', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kkori-corpus-'));
    mkdirSync(path.join(folder, '그림'));
    writeFileSync(path.join(folder, '배.png'), picture);
    writeFileSync(path.join(folder, '그림/노.png'), picture);
    writeFileSync(path.join(folder, 'big.png'), Buffer.concat([picture, Buffer.alloc(400_000)]));
    writeFileSync(path.join(folder, 'fake.png'), 'GIF이 아닙니다');
  });
  after(() => rmSync(folder, {recursive: true}));

  const importText = async (text: string) => {
    const file = path.join(folder, 'note.md');
    writeFileSync(file, text);
    return importNote(file, await startImport(repositoryRoot, 'docs/docker', '2026-11-24'));
  };

  for (const [name, note, {text = [], not = [], remarks = []}] of notes) {
    it(`${name}: 하나도 잃지 않고, 빌드되는 글이 된다`, async () => {
      const imported = await importText(note);
      const page = String(imported.files.get(imported.page));
      const said = imported.remarks.map(({message}) => message).join('\n');
      text.forEach((expected) => assert.match(page, expected));
      not.forEach((unwanted) => assert.doesNotMatch(page, unwanted));
      remarks.forEach((expected) => assert.match(said, expected));
      assert.doesNotMatch(said, /옮기지 못한|글로 옮길 수 없어|글에 둘 수 없어|쓸 수 없는 말이라/);
    });
  }

  for (const [name, note, reason] of noNotes) {
    it(`${name}: 노트가 아니라고 까닭을 알린다`, async () => {
      await assert.rejects(importText(note), reason);
    });
  }

  it('이름이 같은 다른 노트는 덮어쓰지 않고, 같은 노트를 다시 옮기면 묻는다', async () => {
    const target = await startImport(repositoryRoot, 'docs/docker', '2026-11-24');
    const importIn = (part: string, text: string) => {
      mkdirSync(path.join(folder, part), {recursive: true});
      writeFileSync(path.join(folder, part, 'README.md'), text);
      return importNote(path.join(folder, part, 'README.md'), target);
    };
    const first = await importIn('01-OPERATING SYSTEM', `${main}강을 건네 줍니다.`);
    const second = await importIn('2/01-OPERATING SYSTEM', `${main}다리와 견줍니다.`);
    assert.equal(first.page, 'docs/docker/operating-system.md');
    assert.equal(second.page, 'docs/docker/operating-system-2.md');
    assert.ok(second.remarks.some(({message}) => message.includes('--name')));
  });
});
