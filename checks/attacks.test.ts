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

/** A page with nothing wrong with it; what a stranger adds begins in line `firstLine`. */
const frontMatter = `---
title: 컨테이너는 무엇인가요?
description: 컨테이너를 설명합니다.
sidebar_label: 컨테이너
sidebar_position: 1
difficulty: 기본
---
`;
const answer = `
:::interview-answer

컨테이너는 격리된 프로세스입니다. 커널은 호스트와 함께 씁니다. 그래서 가볍습니다 [@docker-run].

:::

`;
const page = frontMatter + answer;
const firstLine = page.split('\n').length;
const file = 'docs/docker/what-is-a-container.md';
const sections = 'docs/sections.yaml';
const glossary = `- id: virtual-machine
  term: 가상 머신
  english: virtual machine
  misspellings: [버추얼 머신]
  definition: 컴퓨터 안의 컴퓨터입니다.
`;

async function findings(files: Example['files']) {
  return findingsOf(
    exampleContent({
      [referencesFile]: exampleReference,
      [glossaryFile]: glossary,
      [sections]: exampleSections,
      ...files,
    }),
    rules,
  );
}

type Attack = [name: string, text: string, line: number, rule: string];

/** Added to the page: where in the addition, and by which rule, it must be refused. */
const additions: Attack[] = [
  // HTML and code.
  ['script', '<script>alert(1)</script>', 1, 'plain-markdown'],
  ['script 안의 빈 줄', '글\n\n<script>\n\nalert(1)\n\n</script>', 3, 'plain-markdown'],
  ['대문자 태그', '글 <ScRiPt>alert(1)</sCrIpT>', 1, 'plain-markdown'],
  ['on* 속성', '글 <img src=x onerror=alert(1)>', 1, 'plain-markdown'],
  ['닫지 않은 태그', '글 <img src=x onerror=alert(1)//', 1, 'plain-markdown'],
  ['svg', '<svg/onload=alert(1)>', 1, 'plain-markdown'],
  ['iframe', '<iframe src="https://example.com"></iframe>', 1, 'plain-markdown'],
  ['details', '<details><summary>답</summary>글</details>', 1, 'plain-markdown'],
  ['style', '<style>body{display:none}</style>', 1, 'plain-markdown'],
  ['줄바꿈 태그', '글<br>글', 1, 'plain-markdown'],
  ['HTML 주석', '<!-- 숨긴 글 -->', 1, 'plain-markdown'],
  ['여러 줄 주석', '글\n\n<!--\n숨긴\n글\n-->', 3, 'plain-markdown'],
  ['CDATA', '<![CDATA[x]]>', 1, 'plain-markdown'],
  ['처리 지시', '<?php echo 1 ?>', 1, 'plain-markdown'],
  ['표 안의 HTML', '| 가 |\n| --- |\n| <b>나</b> |', 3, 'plain-markdown'],
  ['목록 안의 HTML', '- 가\n  - <u>나</u>', 2, 'plain-markdown'],
  ['상자 제목 안의 HTML', ':::note[<img src=x>]\n\n글입니다.\n\n:::', 1, 'plain-markdown'],
  ['JSX', '<Tabs>\n\n글입니다.\n\n</Tabs>', 1, 'plain-markdown'],
  ['JSX 식 속성', '글 <img src={x} />', 1, 'plain-markdown'],
  ['import', "import x from './x.js';", 1, 'plain-markdown'],
  ['부작용 import', "글입니다.\n\nimport './x.css'", 3, 'plain-markdown'],
  ['export', 'export default () => null;', 1, 'plain-markdown'],
  ['식', '값은 {alert(document.domain)}입니다.', 1, 'plain-markdown'],
  ['환경 변수 식', '값은 {process.env.TOKEN}입니다.', 1, 'plain-markdown'],
  ['풀리는 코드 블록', '```mdx-code-block\n<script>alert(1)</script>\n```', 1, 'plain-markdown'],
  ['네 백틱의 풀리는 코드 블록', '````mdx-code-block\n<b>x</b>\n````', 1, 'plain-markdown'],
  ['각주', '글입니다[^1].\n\n[^1]: 설명입니다.', 1, 'plain-markdown'],
  ['태그 흉내', '글 <java script:alert(1)>', 1, 'plain-markdown'],

  // Addresses.
  ['javascript', '[글](javascript:alert(1))', 1, 'safe-address'],
  ['대소문자', '[글](jAvAsCrIpT:alert(1))', 1, 'safe-address'],
  ['숫자 문자 참조', '[글](&#106;&#x61;vascript:alert(1))', 1, 'safe-address'],
  ['이름 문자 참조', '[글](javascript&colon;alert(1))', 1, 'safe-address'],
  ['탭', '[글](<java&Tab;script:alert(1)>)', 1, 'safe-address'],
  ['줄바꿈 참조', '[글](<java&NewLine;script:alert(1)>)', 1, 'safe-address'],
  ['앞의 제어 문자', '[글](<&#1;javascript:alert(1)>)', 1, 'safe-address'],
  ['앞의 빈칸', '[글](<&#32;javascript:alert(1)>)', 1, 'safe-address'],
  ['역슬래시', '[글](javascript\\:alert(1))', 1, 'safe-address'],
  ['퍼센트', '[글](javascript%3Aalert(1))', 1, 'safe-address'],
  ['겹친 퍼센트', '[글](javascript%253Aalert(1))', 1, 'safe-address'],
  ['꺾쇠괄호', '글 <javascript:alert(1)>', 1, 'safe-address'],
  ['링크 정의', '[글][a]\n\n[a]: javascript:alert(1)', 3, 'safe-address'],
  ['쓰지 않는 정의', '글입니다.\n\n[a]:\n  <javascript:alert(1)>', 3, 'safe-address'],
  ['data', '[글](data:text/html;base64,PHNjcmlwdD4=)', 1, 'safe-address'],
  ['vbscript', '[글](vbscript:msgbox(1))', 1, 'safe-address'],
  ['file', '[글](file:///etc/passwd)', 1, 'safe-address'],
  ['blob', '[글](blob:https://example.com/x)', 1, 'safe-address'],
  ['프로토콜 생략', '[글](//evil.example.com/x)', 1, 'safe-address'],
  ['역슬래시 프로토콜', '[글](\\\\\\\\evil.example.com/x)', 1, 'safe-address'],
  ['아이디', '[글](https://docs.docker.com@evil.example.com/)', 1, 'safe-address'],
  ['닮은 글자', '[글](https://dоcker.com/)', 1, 'safe-address'],
  ['퓨니코드', '[글](https://xn--dcker-jye.com/)', 1, 'safe-address'],
  ['IP', '[글](http://2130706433/)', 1, 'safe-address'],
  ['IPv6', '[글](http://[::1]/)', 1, 'safe-address'],
  ['안쪽 망', '[글](http://metadata.google.internal/)', 1, 'safe-address'],
  ['슬래시 하나', '[글](https:/example.com)', 1, 'safe-address'],
  ['pathname', '[글](pathname:///x)', 1, 'safe-address'],
  ['메일 머리글', '[글](mailto:a@example.com?bcc=b@example.com)', 1, 'safe-address'],
  ['빈 주소', '[글]()', 1, 'safe-address'],
  ['빈칸이 든 주소', '[글](java script:alert(1))', 1, 'literal-mark'],
  ['저장소의 파일', '[글](../../package.json)', 1, 'link-target'],
  ['@site', '[글](@site/package.json)', 1, 'link-target'],
  ['퍼센트 경로', '[글](%2e%2e/%2e%2e/package.json)', 1, 'link-target'],
  ['없는 글', '[글](no-such.md)', 1, 'link-target'],
  ['없는 id', '[글](#no-such)', 1, 'link-target'],
  ['없는 사이트 주소', '[글](/docs/no-such/)', 1, 'link-target'],

  // Images.
  ['바깥 그림', '![그림](https://example.com/pixel.gif)', 1, 'image'],
  ['그림의 javascript', '![그림](javascript:alert(1))', 1, 'safe-address'],
  ['SVG data', '![그림](data:image/svg+xml,<svg/onload=alert(1)>)', 1, 'safe-address'],
  ['밖으로 나가는 그림', '![그림](../../../../etc/passwd.png)', 1, 'image'],
  ['로더', '![그림](!!raw-loader!../../package.json)', 1, 'image'],
  ['설명 없는 그림', '![](img/a.png)', 1, 'image'],
  ['참조 그림', '![그림][a]\n\n[a]: https://example.com/a.png', 1, 'image'],

  // Directives and fences.
  ['상자 속성', ':::note{onclick=alert(1)}\n\n글입니다.\n\n:::', 1, 'known-directive'],
  ['상자 class', ':::note[제목]{.hidden #top}\n\n글입니다.\n\n:::', 1, 'known-directive'],
  ['모르는 상자', ':::script\n\nalert(1)\n\n:::', 1, 'known-directive'],
  ['글 지시어', '글 :a[누르세요]{href=javascript:alert(1)} 끝입니다.', 1, 'known-directive'],
  ['빈 속성', '글 :abbr{} 끝입니다.', 1, 'known-directive'],
  ['잎 지시어', '::iframe{src=https://example.com}', 1, 'known-directive'],
  ['닫지 않은 상자', ':::note[제목]\n\n글입니다.', 1, 'known-directive'],
  ['닫지 않은 코드', '```bash\ndocker ps', 1, 'closed-fence'],
  ['코드 메타', '```bash title="x" onload=alert(1)\nx\n```', 1, 'code-fence'],
  ['live 코드', '```jsx live\nx\n```', 1, 'code-fence'],
  ['코드 속성', '```{.js onclick=x}\nx\n```', 1, 'code-fence'],

  // Diagrams.
  ['도식의 click', diagram('  click A "javascript:alert(1)"'), 6, 'diagram-source'],
  ['도식의 call', diagram('  click A call alert()'), 6, 'diagram-source'],
  ['도식의 init', diagram('  %%{init: {"securityLevel": "loose"}}%%'), 6, 'diagram-source'],
  ['도식의 HTML', diagram('  A["<img src=x onerror=alert(1)>"]'), 6, 'diagram-source'],
  ['도식의 문자 참조', diagram('  A["&lt;script&gt;"]'), 6, 'diagram-source'],
  ['도식의 style', diagram('  style A fill:url(https://example.com/x)'), 6, 'diagram-source'],
  ['도식의 문법', diagram('  A --> [끊김'), 6, 'diagram-source'],
  ['도식의 그림', diagram('  C@{ img: "https://example.com/x.png" }'), 6, 'diagram-source'],
  [
    '대문자 mermaid',
    diagram('  click A href "https://example.com"').replace('mermaid', 'Mermaid'),
    6,
    'diagram-source',
  ],
  [
    '이름 없는 도식',
    '```mermaid\nflowchart TB\n  A --> B\n```\n\n그림: 설명입니다.',
    1,
    'diagram-texts',
  ],

  // Characters.
  ['폭 없는 문자', '관리\u200b자입니다.', 1, 'clean-text'],
  ['방향 문자', '글입니다.\n\n\u202e다니습\u202c', 3, 'clean-text'],
  ['방향 격리', '글\u2066입니다\u2069.', 1, 'clean-text'],
  ['한글 채움', '글\u3164입니다.', 1, 'clean-text'],
  ['태그 문자', '글\u{e0061}입니다.', 1, 'clean-text'],
  ['제어 문자', '글\u0007입니다.', 1, 'clean-text'],
  ['ESC', '글\u001b[2J입니다.', 1, 'clean-text'],
  ['널', '글\u0000입니다.', 1, 'clean-text'],
  ['캐리지 리턴', '글입니다.\r숨은 줄입니다.', 1, 'clean-text'],
  ['NFD', '컨테이너입니다.'.normalize('NFD'), 1, 'clean-text'],
  ['고정 빈칸', '글\u00a0입니다.', 1, 'clean-text'],
  ['부드러운 붙임표', '컨\u00adtainer입니다.', 1, 'clean-text'],
  ['키릴 문자', '\u0430dmin입니다.', 1, 'clean-text'],
  ['문자 참조의 방향 문자', '글&#8238;입니다.', 1, 'clean-text'],
  ['변형 선택자', '글\ufe0f입니다.', 1, 'clean-text'],
  ['코드 속의 방향 문자', '```js\nif (a) {\u202e}\n```', 2, 'clean-text'],

  // What hangs or crashes parsers.
  ['깊은 인용', '>'.repeat(3000), 1, 'readable-file'],
  ['띄운 깊은 인용', `${'> '.repeat(1500)}글`, 1, 'readable-file'],
  [
    '깊은 목록',
    Array.from({length: 500}, (_, i) => `${' '.repeat(i * 2)}- 가`).join('\n'),
    20,
    'readable-file',
  ],
  ['한 줄 목록', `${'- '.repeat(1500)}글`, 1, 'readable-file'],
  ['괄호', '[[\n'.repeat(1500), 1, 'readable-file'],
  ['별표', '*a_ \n'.repeat(3000), 1, 'readable-file'],
  ['긴 줄', '가'.repeat(5000), 1, 'readable-file'],

  ['빈 줄 없는 글', `${'“가 쓴다. '.repeat(100)}\n`.repeat(20), 1, 'readable-file'],
  ['많은 줄', '- 가\n\n'.repeat(2000), 1987, 'readable-file'],
  ['겹친 상자', ':::note\n\n'.repeat(20), 25, 'readable-file'],

  // More of the same.
  ['빗금으로 나눈 속성', '글 <svg/onload=alert(1)', 1, 'plain-markdown'],
  ['링크 제목의 HTML', '[글](b.md "<img src=x onerror=alert(1)>")', 1, 'plain-markdown'],
  ['그림 설명의 HTML', '![<b>그림</b>](img/a.png)', 1, 'plain-markdown'],
  ['여러 줄의 닫지 않은 태그', '글 <img\nsrc=x\nonerror=alert(1)', 1, 'plain-markdown'],
  ['언어 이름의 HTML', '```&lt;b&gt;\nx\n```', 1, 'code-fence'],
  ['여러 줄 정의', '[글][a]\n\n[a]:\n  javascript:alert(1)\n  "제목"', 3, 'safe-address'],
  ['인용 안의 정의', '> [글][a]\n>\n> [a]: &#x6a;avascript:x', 3, 'safe-address'],
  ['없는 포트', '[글](https://example.com:99999/)', 1, 'safe-address'],
  ['속이는 글자', '[https://docs.docker.com/](https://evil.example.com/)', 1, 'safe-address'],
  ['콜론 뒤의 다른 주소', 'www.docker.com:문서@evil.example.com/login', 1, 'safe-address'],
  ['속이는 사이트 이름', '[**docker.com**](https://evil.example.com/)', 1, 'safe-address'],
  ['보이지 않는 링크', '글 [](https://example.com) 끝', 1, 'link-target'],
  ['쓰지 않는 https 정의', '[참고]: https://example.com', 1, 'link-target'],
  ['인용 안의 읽히지 않는 상자', '> :::note 제목\n> 글입니다.\n> :::', 1, 'known-directive'],
  ['줄 가운데의 상자', '글입니다.\n::: note', 2, 'known-directive'],
  ['질문의 글에 둔 참고 문헌', '::bibliography', 1, 'known-directive'],
  ['숨은 인용', ':::also-asked\n\n- 질문 [@docker-run]\n\n:::', 1, 'also-asked-list'],
  ['인용 안의 제목', '> ## 제목 {#a}', 1, 'heading-id'],
  ['상자 안의 제목', ':::note\n\n## 제목 {#a}\n\n글입니다.\n\n:::', 3, 'heading-id'],
  ['제목의 링크', '## [제목](https://example.com) {#a}', 1, 'heading-id'],
  ['제목의 지시어', '## docker:dind는 안전한가요? {#a}', 1, 'heading-id'],
  ['코드 속의 id', '## 제목 `{#a}`', 1, 'heading-id'],
  ['도식의 겹친 문자 참조', diagram('  A["#amp;lt;script#amp;gt;"]'), 6, 'diagram-source'],
  ['도식의 사이트 class', diagram('  A:::navbar'), 6, 'diagram-source'],
  ['도식의 Markdown 링크', diagram('  A["`[글](x)`"]'), 6, 'diagram-source'],
  ['사용자 요소', '<x-y onclick=alert(1)>글</x-y>', 1, 'plain-markdown'],
  ['닫는 태그', '글입니다.\n\n</div>', 3, 'plain-markdown'],
  ['DOCTYPE', '<!DOCTYPE html>', 1, 'plain-markdown'],
  ['링크 속의 HTML', '[<b>글</b>](https://example.com)', 1, 'plain-markdown'],
  ['제목 id 속의 HTML', '## 제목 {#"><script>alert(1)</script>}', 1, 'plain-markdown'],
  ['동적 import', "import('./x.js')", 1, 'plain-markdown'],
  ['형식 import', "import type {X} from './x.js'", 1, 'plain-markdown'],
  ['식 주석', '{/* 숨긴 글 */}', 1, 'plain-markdown'],
  ['이름 식', '{children}', 1, 'plain-markdown'],
  ['빈 조각', '<>글</>', 1, 'plain-markdown'],
  ['제목 속성', '## 제목 {#a onclick=alert(1)}', 1, 'heading-id'],
  ['제목 class', '## 제목 {.a}', 1, 'heading-id'],
  ['ftp', '<ftp://example.com/x>', 1, 'safe-address'],
  ['tel', '[글](tel:119)', 1, 'safe-address'],
  ['앱 주소', '[글](ms-msdt:/id)', 1, 'safe-address'],
  ['about', '[글](about:blank)', 1, 'safe-address'],
  ['제어 문자 주소', '[글](https://example.com/%0d%0aSet-Cookie:x)', 1, 'safe-address'],
  ['따옴표 주소', '[글](<https://example.com/"onclick="alert(1)>)', 1, 'safe-address'],
  ['부드러운 붙임표 주소', '[글](javas&shy;cript:alert(1))', 1, 'safe-address'],
  ['짧은 IP', '[글](http://127.1/)', 1, 'safe-address'],
  ['16진수 IP', '[글](http://0x7f000001/)', 1, 'safe-address'],
  ['포트 속임', '[글](https://docker.com:80@evil.example.com)', 1, 'safe-address'],
  ['숨은 목록 속의 링크', ':::also-asked\n\n- [글](javascript:alert(1))\n\n:::', 3, 'safe-address'],
  ['세 슬래시', '[글](///evil.example.com)', 1, 'safe-address'],
  ['질의만', '[글](?q=1)', 1, 'link-target'],
  ['빈 조각 주소', '[글](#)', 1, 'link-target'],
  ['글 밖의 주소', '[글](/search/)', 1, 'link-target'],
  ['점이 든 사이트 주소', '[글](/docs/../admin)', 1, 'link-target'],
  ['한 줄에 든 click', diagram('  A --> C; click A "javascript:alert(1)"'), 6, 'diagram-source'],
  ['여러 줄 init', diagram('  %%{\n  init: {"securityLevel": "loose"}}%%'), 6, 'diagram-source'],
  ['도식의 수식', diagram('  A["$$x$$"]'), 6, 'diagram-source'],
  ['그리스 문자', 'd\u03bfcker입니다.', 1, 'clean-text'],
  ['줄 구분자', '글\u2028입니다.', 1, 'clean-text'],
  ['전각 문자', '\uff44ocker입니다.', 1, 'clean-text'],
  ['수학 문자', '\u{1d41d}ocker입니다.', 1, 'clean-text'],
  ['쌓인 기호', 'a\u0300\u0301\u0302입니다.', 1, 'clean-text'],
  ['개인 영역', '\ue000입니다.', 1, 'clean-text'],
  ['제목의 인용', '## 제목 [@docker-run] {#a}', 1, 'literal-mark'],
  ['틀린 인용', '그렇습니다 [@docker-run, @other].', 1, 'literal-mark'],

  // Slips of contributors.
  ['물결표 둘', '3~5개와 6~8개입니다.', 1, 'literal-mark'],
  ['곱셈 둘', '2*3과 4*5입니다.', 1, 'literal-mark'],
  ['밑줄 강조', '_강조_는 읽히지 않습니다.', 1, 'literal-mark'],
  ['닫지 않은 백틱', '`docker run을 씁니다.', 1, 'literal-mark'],
  ['뒤바뀐 링크', '(글)[b.md]', 1, 'literal-mark'],
  ['띄운 링크', '[글] (https://example.com)', 1, 'literal-mark'],
  ['붙은 목록', '-항목입니다.\n-항목입니다.', 1, 'literal-mark'],
  ['글자 참조의 오타', '글&nbps;입니다.', 1, 'literal-mark'],
  ['사라지는 칸', '| 가 | 나 |\n| - | - |\n| `a | b` | 다 |', 3, 'table-cells'],
  ['표에 붙은 글', '| 가 |\n| --- |\n| 나 |\n글입니다.', 4, 'table-cells'],
  ['머리글 없는 표', '| 가 | 나 |\n| 다 | 라 |', 1, 'table-cells'],
  ['탭으로 들여쓴 글', '\t글입니다.', 1, 'code-fence'],
  ['마침표 없는 한다체', '커널을 함께 쓴다', 1, 'polite-ending'],
  ['콜론으로 끝난 한다체', '이렇게 실행한다:', 1, 'polite-ending'],
  ['빈칸 없는 문장', '가볍습니다.그리고 빠릅니다.', 1, 'spelling'],
  ['콜론 뒤의 틀린 영어', '예:priviledged입니다.', 1, 'spelling'],
  ['도식의 틀린 표기', diagram('  A["가상머신"]'), 6, 'spelling'],
  ['@ 없는 인용', '그렇습니다 [docker-run].', 1, 'cited-key-exists'],
  ['괄호 인용', '그렇습니다 (@docker-run).', 1, 'cited-key-exists'],
  ['빈 절', '## 빈 절 {#a}\n\n## 다음 {#b}\n\n글입니다.', 1, 'placeholder'],
  ['붙여 쓴 더 읽기', '## 더읽기 {#a}\n\n글입니다.', 1, 'follow-up-answer'],
  [
    '영어 질문',
    followUp('꼬리질문', 'a').replace('왜 그런가요?', 'Why is it so?'),
    3,
    'follow-up-answer',
  ],
  ['언어 이름의 오타', diagram('').replace('mermaid', 'mermiad'), 1, 'diagram-source'],
  ['빈 상자', ':::note[제목]\n\n:::', 1, 'known-directive'],
  ['모르는 인용', '그렇습니다 [@no-such].', 1, 'cited-key-exists'],
  ['id 없는 제목', '## 제목', 1, 'heading-id'],
  ['한글 id', '## 제목 {#제목}', 1, 'heading-id'],
  ['겹친 id', '## 하나 {#same}\n\n글입니다.\n\n## 둘 {#same}', 5, 'heading-id'],
  ['자동 id', '## 하나 {#references}', 1, 'heading-id'],
  ['큰 제목', '# 제목 {#big}', 1, 'heading-id'],
  ['밑줄 제목', '제목\n---', 1, 'literal-mark'],
  ['붙은 우물 정자', '##제목', 1, 'literal-mark'],
  ['별표가 남음', '이것은 ** 굵게** 보이지 않습니다.', 1, 'literal-mark'],
  ['빈 답', '## 꼬리질문 {#f}\n\n### 왜 그런가요? {#why}\n', 3, 'follow-up-answer'],
  ['거꾸로 된 순서', followUp('꼬꼬무', 'a') + followUp('꼬리질문', 'b'), 11, 'follow-up-answer'],
  [
    '면접 답변 없음',
    '## 꼬리질문 {#f}\n\n### 왜 그런가요? {#why}\n\n그렇습니다.',
    3,
    'interview-answer',
  ],
  ['출처 없는 답', followUp('꼬리질문', 'a').replace(' [@docker-run]', ''), 5, 'interview-answer'],
  [
    '짧은 답',
    followUp('꼬리질문', 'a')
      .replace('그래서 가볍습니다', '')
      .replace('커널은 호스트와 함께 씁니다. ', ''),
    5,
    'interview-answer',
  ],
  ['틀의 자리', '(여기에 설명을 적어 주세요)', 1, 'placeholder'],
  ['TODO', '글입니다. TODO', 1, 'placeholder'],
  ['한다체', '커널을 함께 쓴다.', 1, 'polite-ending'],
  ['반말', '커널을 함께 써야 해.', 1, 'polite-ending'],
  ['틀린 표기', '버추얼 머신입니다.', 1, 'spelling'],
  ['붙여 쓴 용어', '가상머신입니다.', 1, 'spelling'],
  ['틀린 영어', 'priviledged 컨테이너입니다.', 1, 'spelling'],
];

function diagram(line: string): string {
  return `\`\`\`mermaid\nflowchart TB\n  accTitle: 이름\n  accDescr: 설명입니다.\n  A --> B\n${line}\n\`\`\`\n\n그림: 설명입니다.`;
}

function followUp(title: string, id: string): string {
  return `## ${title} {#${id}-group}\n\n### 왜 그런가요? {#${id}}\n${answer}`;
}

/** Whole sites: the place `file:line`, and the rule. */
const sites: [name: string, files: Example['files'], place: string, rule: string][] = [
  ['자바스크립트 글머리', {[file]: page.replace('---', '---js')}, `${file}:1`, 'front-matter'],
  ['캐리지 리턴 글머리', {[file]: page.replace('---\n', '---\rjs\n')}, `${file}:1`, 'clean-text'],
  ['JSON 글머리', {[file]: page.replace('---', '---json')}, `${file}:1`, 'front-matter'],
  ['글머리 앞의 빈 줄', {[file]: `\n${page}`}, `${file}:1`, 'front-matter'],
  ['BOM', {[file]: `\ufeff${page}`}, `${file}:1`, 'clean-text'],
  [
    'YAML 폭탄',
    {[file]: page.replace('---\n', `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`)},
    `${file}:2`,
    'front-matter',
  ],
  [
    'YAML 태그',
    {[file]: page.replace('컨테이너는 무엇인가요?', '!!js/function "function(){}"')},
    `${file}:2`,
    'front-matter',
  ],
  [
    'YAML 합치기',
    {[file]: page.replace('---\n', '---\n<<: {slug: /x}\n')},
    `${file}:2`,
    'front-matter',
  ],
  [
    '__proto__',
    {[file]: page.replace('---\n', '---\n__proto__: {a: b}\n')},
    `${file}:2`,
    'front-matter',
  ],
  ['겹친 항목', {[file]: page.replace('---\n', '---\ntitle: 가\n')}, `${file}:3`, 'front-matter'],
  [
    '모르는 항목',
    {[file]: page.replace('---\n', '---\nmdx: {format: mdx}\n')},
    `${file}:2`,
    'front-matter',
  ],
  [
    'slug로 나가기',
    {[file]: page.replace('---\n', '---\nslug: /../../x\n')},
    `${file}:2`,
    'front-matter',
  ],
  [
    '제목의 HTML',
    {[file]: page.replace('title: 컨', 'title: <script>alert(1)</script> 컨')},
    `${file}:2`,
    'front-matter',
  ],
  [
    '영어 제목',
    {[file]: page.replace('컨테이너는 무엇인가요?', 'What is a container?')},
    `${file}:2`,
    'front-matter',
  ],
  [
    '날짜로 읽히는 항목',
    {[file]: page.replace('sidebar_label: 컨테이너', 'sidebar_label: 2026-01-01')},
    `${file}:4`,
    'front-matter',
  ],
  [
    '파일 이름이 되지 못할 slug',
    {[file]: page.replace('---\n', `---\nslug: /${'a'.repeat(300)}\n`)},
    `${file}:2`,
    'front-matter',
  ],
  ['난이도 없음', {[file]: page.replace('difficulty: 기본\n', '')}, `${file}:1`, 'front-matter'],
  [
    '자기를 먼저 읽기',
    {[file]: page.replace('---\n', '---\nprerequisites: [docker/what-is-a-container.md]\n')},
    `${file}:2`,
    'reading-path',
  ],
  [
    '질문이 아닌 글',
    {[file]: page.replace('컨테이너는 무엇인가요?', '컨테이너')},
    `${file}:2`,
    'front-matter',
  ],
  [
    '윈도의 장치 이름',
    {[file]: page, 'docs/docker/con.md': page},
    'docs/docker/con.md:1',
    'content-file',
  ],
  ['UTF-8이 아님', {[file]: Buffer.from(`${page}\xff`, 'latin1')}, `${file}:2`, 'clean-text'],
  ['UTF-16', {[file]: Buffer.from(page, 'utf16le')}, `${file}:2`, 'clean-text'],
  [
    '심볼릭 링크',
    {[file]: page, 'docs/docker/passwd.md': {link: '/etc/passwd'}},
    'docs/docker/passwd.md:1',
    'readable-file',
  ],
  ['MDX', {[file]: page, 'docs/docker/x.mdx': '글'}, 'docs/docker/x.mdx:1', 'content-file'],
  ['대문자 MDX', {[file]: page, 'docs/docker/x.MDX': '글'}, 'docs/docker/x.MDX:1', 'content-file'],
  [
    '스크립트',
    {[file]: page, 'docs/docker/x.js': 'alert(1)'},
    'docs/docker/x.js:1',
    'content-file',
  ],
  [
    'HTML 파일',
    {[file]: page, 'docs/docker/x.html': '<b>'},
    'docs/docker/x.html:1',
    'content-file',
  ],
  [
    'SVG 파일',
    {[file]: page, 'docs/docker/img/x.svg': '<svg/>'},
    'docs/docker/img/x.svg:1',
    'content-file',
  ],
  [
    '분류 파일',
    {[file]: page, 'docs/docker/_category_.json': '{}'},
    'docs/docker/_category_.json:1',
    'content-file',
  ],
  [
    'YAML 분류 파일',
    {[file]: page, 'docs/docker/_category_.yml': 'a: b'},
    'docs/docker/_category_.yml:1',
    'content-file',
  ],
  [
    '숨은 파일',
    {[file]: page, 'docs/docker/.htaccess': 'x'},
    'docs/docker/.htaccess:1',
    'content-file',
  ],
  ['모르는 폴더', {[file]: page, 'docs/evil/x.md': page}, 'docs/evil/x.md:1', 'content-file'],
  [
    '그림인 척',
    {[file]: `${page}![도식](img/x.png)\n`, 'docs/docker/img/x.png': '<script>'},
    'docs/docker/img/x.png:1',
    'image',
  ],
  [
    '사라진 id',
    {
      [file]: page,
      [`versioned_docs/version-2.0/${file.slice(5)}`]: `${page}## 절 {#old}\n\n글입니다.\n`,
    },
    `${file}:1`,
    'published-id',
  ],
  [
    '사라진 글',
    {[file]: page, 'versioned_docs/version-2.0/docker/old.md': page},
    'versioned_docs/version-2.0/docker/old.md:1',
    'published-id',
  ],
  [
    '출처의 javascript',
    {[file]: page, [referencesFile]: exampleReference.replace('https:', 'javascript:')},
    `${referencesFile}:6`,
    'reference-data',
  ],
  [
    '출처의 아이디',
    {[file]: page, [referencesFile]: exampleReference.replace('https://', 'https://a:b@')},
    `${referencesFile}:1`,
    'safe-address',
  ],
  [
    '출처의 HTML',
    {
      [file]: page,
      [referencesFile]: exampleReference.replace('"docker container run"', '"<img src=x>"'),
    },
    `${referencesFile}:1`,
    'safe-address',
  ],
  [
    '출처의 YAML 폭탄',
    {[file]: page, [referencesFile]: `- &a [x]\n- *a\n${exampleReference}`},
    `${referencesFile}:1`,
    'reference-data',
  ],
  [
    '쓰지 않는 출처',
    {
      [file]: page,
      [referencesFile]: exampleReference + exampleReference.replace('docker-run', 'other'),
    },
    `${referencesFile}:9`,
    'reference-cited',
  ],
  [
    '자료 폴더의 git 설정',
    {[file]: page, 'data/.gitattributes': '* eol=crlf'},
    'data/.gitattributes:1',
    'content-file',
  ],
  ['자료 폴더의 스크립트', {[file]: page, 'data/x.js': 'alert(1)'}, 'data/x.js:1', 'content-file'],
  [
    '빈 출처 제목',
    {[file]: page, [referencesFile]: exampleReference.replace('"docker container run"', '" "')},
    `${referencesFile}:3`,
    'reference-data',
  ],
  [
    '없는 날짜',
    {[file]: page, [referencesFile]: exampleReference.replace('2026-09', '2026-13-45')},
    `${referencesFile}:7`,
    'reference-data',
  ],
  [
    '탭으로 들여쓴 출처',
    {[file]: page, [referencesFile]: exampleReference.replace('  title', '\ttitle')},
    `${referencesFile}:3`,
    'reference-data',
  ],
  [
    '긴 줄 끝의 NFD',
    {
      [file]: page,
      [glossaryFile]: glossary.replace('안의', 'a'.repeat(400_000) + '가'.normalize('NFD')),
    },
    `${glossaryFile}:5`,
    'clean-text',
  ],
  [
    '많은 항목',
    {
      [file]: page,
      [glossaryFile]: Array.from({length: 60_000}, (_, i) => `k${i}:\n`).join(''),
    },
    `${glossaryFile}:1`,
    'glossary-data',
  ],
  [
    '숨은 문자가 든 많은 용어',
    {
      [file]: page,
      [glossaryFile]: Array.from(
        {length: 4000},
        (_, i) => `${glossary.replace('virtual-machine', `a${i}`).replace('가상', '"가\\u200b"')}`,
      ).join(''),
    },
    `${glossaryFile}:2`,
    'glossary-data',
  ],
  [
    '기호뿐인 틀린 표기',
    {[file]: page, [glossaryFile]: glossary.replace('버추얼 머신', '"."')},
    `${glossaryFile}:4`,
    'glossary-data',
  ],
  [
    '용어의 HTML',
    {[file]: page, [glossaryFile]: glossary.replace('컴퓨터 안', '<b>컴퓨터</b> 안')},
    `${glossaryFile}:1`,
    'safe-address',
  ],
  [
    '묶음의 HTML',
    {[file]: page, [sections]: exampleSections.replace('전송 계층', '전송 <img src=x>')},
    `${sections}:11`,
    'section-data',
  ],
  [
    '묶음에 숨은 문자',
    {[file]: page, [sections]: exampleSections.replace('전송 계층', '"전송\\u202e"')},
    `${sections}:10`,
    'clean-text',
  ],
  [
    '쓰는 중인 버전의 주소를 차지하는 묶음',
    {[file]: page, [sections]: exampleSections.replace('transport', 'next')},
    `${sections}:10`,
    'section-data',
  ],
  [
    '글이 있는데 지운 묶음',
    {[file]: page, [sections]: exampleSections.replace('- id: docker', '- id: images')},
    `${file}:1`,
    'content-file',
  ],
  [
    '많은 묶음',
    {
      [file]: page,
      [sections]: Array.from({length: 20_000}, (_, i) => `- id: a${i}\n`).join(''),
    },
    `${sections}:1`,
    'section-data',
  ],
];

describe('글로 하는 공격과 실수', () => {
  it('덧붙이기 전의 글에는 고칠 곳이 없다', async () => {
    assert.deepEqual(await findings({[file]: page}), []);
  });

  for (const [name, text, line, rule] of additions) {
    it(`${name}: ${rule} 규칙이 그 줄에서 막는다`, async () => {
      const places = (await findings({[file]: `${page}${text}\n`})).map(
        (found) => `${found.line - firstLine + 1} ${found.rule}`,
      );
      assert.ok(places.includes(`${line} ${rule}`), `찾은 것: ${places.join(', ')}`);
    });
  }

  for (const [name, files, place, rule] of sites) {
    it(`${name}: ${rule} 규칙이 그 줄에서 막는다`, async () => {
      const places = (await findings(files)).map(
        (found) => `${found.file}:${found.line} ${found.rule}`,
      );
      assert.ok(places.includes(`${place} ${rule}`), `찾은 것: ${places.join(', ')}`);
    });
  }
});

/** Looks like an attack or a slip, and is none. */
const benign: [name: string, text: string][] = [
  ['코드 블록 속의 HTML', '```html\n<script>alert(1)</script>\n<!-- 주석 -->\n```'],
  ['코드 블록 속의 import', '```js\nimport fs from "node:fs";\nexport default {a: `${fs}`};\n```'],
  ['부등호', 'a < b이고 c > d이면 a<5입니다. 화살표는 -> 와 => 입니다.'],
  ['코드 속의 중괄호', '`{}`와 `${HOME}`, `{{.Names}}`는 코드입니다. 빈 {}와 {이름}도 글입니다.'],
  ['C++ 템플릿', '```cpp\nstd::vector<int> a{1, 2};\n```\n\n`std::map<K, V>`도 있습니다.'],
  ['질의가 든 주소', '[글](https://example.com/a/b?x=1&y=%ED%95%9C#z)을 봅니다.'],
  ['꺾쇠괄호 주소', '<https://ko.wikipedia.org/wiki/%EA%B0%80%EC%83%81%ED%99%94>를 봅니다.'],
  ['콜론', '`docker:dind`와 docker:dind, 12:30, 1:1, key:value는 그냥 글입니다.'],
  ['그림 문자', '잘했습니다 🎉 👩‍💻 ❤️ 1️⃣ ☁️ 🇰🇷 👍🏽'],
  ['파이프가 든 표', '| 명령 | 뜻 |\n| --- | :-: |\n| `a \\| b` | 이어 실행 |\n| `<x>` | 자리표 |'],
  [
    '조사가 붙은 강조',
    '**컨테이너(container)**는 **`docker run`**으로 *실행*합니다. ~~아닙니다~~.',
  ],
  ['인용문', '> 컨테이너는 프로세스입니다.\n>\n> > 정말입니다.'],
  ['깊은 목록', '- 가\n  - 나\n    - 다\n      1. 라\n\n        코드 아닌 문단입니다.'],
  ['문자 참조', '&lt;script&gt;는 글자로 보입니다. &amp;와 &copy;, &#35;도 그렇습니다.'],
  [
    '글로 적은 javascript:',
    'javascript:로 시작하는 주소는 위험합니다. onclick=도 그렇습니다. data:와 file:도 받지 않습니다.',
  ],
  [
    '따옴표 속의 반말과 틀린 표기',
    '원문은 “가상머신은 프로세스이다.”라고 적었습니다. ‘priviledged’는 오타입니다.',
  ],
  ['역슬래시', '\\*별표\\*와 \\<태그\\>, \\[대괄호\\]는 글자입니다. C:\\Users도 그렇습니다.'],
  [
    '셸',
    '```bash\ndocker ps --format "{{.Names}}" | grep -v "^$" && echo $((1 + 1)) # 주석\ncat <<EOF > a.txt\n---\nEOF\n```',
  ],
  ['YAML 코드', '```yaml\n---\na: &x [1]\nb: *x\n```'],
  ['들여쓴 코드', '목록입니다.\n\n    $ docker run --rm alpine\n'],
  ['소수와 약어', 'Docker 29.0, v1.2.3, e.g. containerd, 3.5GHz와 10µs, 2×3, 1/2입니다.'],
  ['메일과 주소', '<team@example.com>으로 보내거나 [여기](mailto:team@example.com)를 누릅니다.'],
  ['상자', ':::warning[주의: `--privileged`]\n\n- 호스트를 지웁니다.\n\n:::'],
  ['도식', diagram('  B -- "요청<br/>(HTTP)" --> C[("저장소")]\n  class A process')],
  ['물결표 울타리', '~~~text\n```\n안쪽\n```\n~~~'],
  [
    '긴 id와 번호',
    '## 1. 첫째: A/B와 C#? {#first-a-b-1}\n\n### (2) 둘째 {#second}\n\n#1번 글입니다.',
  ],
  ['가로줄', '글입니다.\n\n---\n\n또 글입니다.'],
  ['참조 링크', '[글][a]입니다.\n\n[a]: https://example.com "제목"'],
  ['이름과 밑줄', 'snake_case_name, __init__.py는 `__init__.py`로, SYS_ADMIN은 그대로 적습니다.'],
  ['괄호가 든 주소', '[글](<https://example.com/a_(b)>)과 [글](https://example.com/a_(b))입니다.'],
  ['역슬래시를 붙인 기호', '3\\~5개와 6\\~8개, 2\\*3과 4\\*5, \\`백틱\\`, \\{x.y\\}입니다.'],
  ['물결표 하나', '3~5개입니다. ~/.docker와 `~/.ssh`, ~/.cache를 봅니다.'],
  ['별표와 밑줄', '*.md와 `docker-*`, user_namespaces와 _start, no_new_privs입니다.'],
  ['표 속의 코드', '- 표\n\n  | 명령 | 뜻 |\n  | :-- | --: |\n  | `a \\|\\| b` | **굵게** |'],
  ['인용 안의 상자', '> :::tip[가]\n>\n> 글입니다.\n>\n> :::'],
  [
    '사이트와 파일 이름의 링크',
    '[docs.docker.com](https://docs.docker.com/x), [Node.js](https://nodejs.org/)',
  ],
  ['제목의 콜론', '## 도커: `a:b` {#colon}\n\n글입니다.'],
  [
    '문장이 아닌 문단',
    '다음과 같습니다:\n\n- 따로 실행한다\n\n:::note[함께 쓴다]\n\n글입니다.\n\n:::',
  ],
  [
    '대괄호와 괄호',
    '[선택]과 (docker-compose), `[docker-run]`, docker-run, a@docker-run.com입니다.',
  ],
  [
    '시스템 호출 도식',
    diagram('  A->>B: system call read()')
      .replace('flowchart TB', 'sequenceDiagram')
      .replace('A --> B', 'A->>B: 가'),
  ],
  [
    '도식의 번호와 class',
    diagram('  A["1. 첫째"] -- "- 둘째" --> B:::kernel\n  class A,B process\n  B\n  --- C["C#"]'),
  ],
  ['띄운 용어 뒤의 영어', '버추얼 컴퓨터와 가상 머신 Docker입니다.'],
  ['윈도 줄바꿈', '글입니다.\r\n\r\n- 목록\r\n- 또 목록'],
];

describe('공격처럼 보이는 보통 글', () => {
  for (const [name, text] of benign) {
    it(`${name}: 고칠 곳이 없다`, async () => {
      assert.deepEqual(await findings({[file]: `${page}${text}\n`}), []);
    });
  }
});
