import {nodesIn} from '../../lib/nodes.ts';

import type {Page} from '../../content-model/markdown.ts';
import {sourceOf} from '../prose.ts';
import {drawDiagrams, type Drawn} from '../../lib/node/diagrams/drawDiagrams.ts';
import {lookNames} from '../../lib/node/diagrams/roles.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const maximumLength = 6000;
const firstLine = /^(flowchart (TB|TD|BT|LR)|sequenceDiagram)$/;

/** Statements that make links, run scripts, change the settings or the colours. */
const forbidden: [RegExp, string][] = [
  [
    /(?:^|;)\s*click\b|(?:^|;)\s*(?:links?|properties|details)\s+[^:]+:/i,
    '링크와 동작(click, link)은 쓰지 않습니다',
  ],
  [/\bhref\b|(?:java|vb)script\s*:|data\s*:\s*\w+\//i, '링크와 스크립트는 쓰지 않습니다'],
  [
    /%%\s*\{|^\s*-{3}\s*$|^\s*config\s*:/,
    '설정(%%{init}%%, ---)은 쓰지 않습니다. 모양은 모든 그림이 같습니다',
  ],
  [
    /(?:^|;)\s*(?:classDef|style|linkStyle)\b/,
    '색과 선의 모양은 그림마다 정하지 않습니다. 정해진 이름을 "class A process"로 붙여 주세요',
  ],
  [/<(?!br\s*\/?>)[a-z/!?]/i, 'HTML은 <br/>만 쓸 수 있습니다'],
  [/@\{|\$\$|"`/, '아이콘과 그림(@{…}), 수식($$), Markdown("`…`")은 쓰지 않습니다'],
  [/\burl\s*\(|@import|https?:\/\//i, '바깥 주소는 쓰지 않습니다'],
  [/&#?\w+;|#\w+;/, '글자를 숫자나 이름으로 바꾸어 적지 않습니다. 글자 그대로 적어 주세요'],
  [
    new RegExp(
      `:::(?!(?:${lookNames.join('|')})(?![\\w-]))|(?:^|;)\\s*class\\s(?![^;]*\\s(?:${lookNames.join('|')})\\s*(?:;|$))`,
    ),
    `모양의 이름은 ${lookNames.join(', ')}뿐입니다`,
  ],
];

const diagram = (body: string) => `\`\`\`mermaid\n${body}\n\`\`\``;
const names = (count: number, between = '\n') =>
  Array.from({length: count}, (_, index) => `n${index}`).join(between);
const only = (body: string, line: number) => ({
  files: {'docs/a.md': diagram(body)},
  findings: [`docs/a.md:${line}:1`] as [string],
});

export const diagramSource: Rule = {
  id: 'diagram-source',
  why: '그릴 수 없거나 링크와 스크립트를 품은 다이어그램은 빌드를 멈추거나 독자를 속입니다.',
  bad: [
    only('flowchart TB\n  A --> [끊김', 3),
    only('flowchart TB\n  A --> B\n  click A "javascript:alert(1)"', 4),
    only('%%{init: {"securityLevel": "loose"}}%%\nflowchart TB\n  A --> B', 2),
    only('---\nconfig:\n  securityLevel: loose\n---\nflowchart TB\n  A --> B', 2),
    only('flowchart TB\n  A["<img src=x onerror=alert(1)>"] --> B', 3),
    only('flowchart TB\n  A --> B\n  classDef evil fill:url(#x)', 4),
    only('flowchart TB\n  A@{ img: "https://example.com/x.png" }', 3),
    only('sequenceDiagram\n  A->>B: 안녕\n  link A: 글 @ https://example.com', 4),
    only('flowchart TB\n  A["#amp;lt;"] --> B', 3),
    only('flowchart TB\n  A --> B:::navbar', 3),
    only('flowchart TB\n  A["`[글](x)`"] --> B', 3),
    only('flowchart TB\n  A --> B\n  class A,B proces', 4),
    only('flowchart TB\n  A --> B; class A navbar', 3),
    only('flowchart TB\n  A --> B\n  class A,  B navbar', 4),
    only('flowchart TB\n  A --> B:::process-evil', 3),
    only('gantt\n  title 일정', 2),
    only('flowchart TB\n  A ==> B', 2),
    only('flowchart TB\n  A --o B', 2),
    only('flowchart TB\n  A{{"육각형"}} --> B', 2),
    only(`flowchart TB\n  A["${'가'.repeat(40)}"] --> B`, 2),
    only('sequenceDiagram\n  A->>B: 요청\n  activate B\n  B-->>A: 응답', 2),
    only('sequenceDiagram\n  A->>B: 요청\n  Note left of A: 설명', 2),
    only('sequenceDiagram\n  box 호스트\n    participant A\n  end\n  A->>A: 요청', 2),
    // More than one can read, or lay out in time.
    only(`flowchart TB\n${names(61)}`, 2),
    only(`flowchart TB\n  ${names(30, ' & ')} --> Z`.replace('Z', names(30, ' & ')), 2),
    only(`sequenceDiagram\n${'  A->>B: 요청\n'.repeat(81)}`, 2),
    only(`sequenceDiagram\n${'  loop 날마다\n'.repeat(40)}  A->>B: 요청${'\n  end'.repeat(40)}`, 2),
    only('', 1),
    only('flowchart TB\n  accTitle: 이름\n  accDescr: 설명', 2),
    {
      files: {'docs/a.md': '```mermiad\nflowchart TB\n  A --> B\n```'},
      findings: ['docs/a.md:1:1'],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md': diagram(
          'flowchart TB\n  accTitle: 이름\n  accDescr: 설명\n  subgraph X["묶음"]\n    A["한<br/>줄"] <--> B[("저장소")]\n  end\n  class A process',
        ),
        'docs/b.md': diagram(
          'sequenceDiagram\n  participant A as 하나\n  A->>B: 요청\n  Note over A,B: 설명\n  A->>B: system call read()\n  autonumber\n  alt 성공\n    B-->>A: 응답\n  else 실패\n    B-xA: 끊김\n  end',
        ),
        'docs/c.md': '```text\nflowchart TB\n  A --> B\n```',
      },
    },
  ],
  check: async ({pages}) => {
    const blocks = pages
      .flatMap(blocksOf)
      .map((block) => ({...block, fault: faultOf(block.source)}));
    // Nothing is parsed before it is known to be safe.
    const safe = new Set(blocks.filter(({fault}) => !fault).map(({source}) => source));
    const drawn = await drawDiagrams([...safe]);
    const found = blocks.flatMap(({file, line, source, fault}): Found[] => {
      const found = fault ?? faultOfDrawing(source, drawn.get(source));
      return found
        ? [{file, line: line + found.line - 1, column: 1, message: `다이어그램: ${found.message}`}]
        : [];
    });
    return [...found, ...pages.flatMap(misnamedIn)];
  },
};

/** Diagrams that readers would see as code. */
function misnamedIn({file, root}: Page): Found[] {
  const found: Found[] = [];
  for (const {node} of nodesIn(root, 'code')) {
    const isDiagram = firstLine.test(node.value.split('\n')[0]?.trim() ?? '');
    if (isDiagram && !['mermaid', 'text'].includes(node.lang?.toLowerCase() ?? '')) {
      const message =
        '다이어그램이 코드로 보입니다. 코드 블록의 첫 줄을 ```mermaid로, 소스를 보이려면 ```text로 적어 주세요';
      found.push({file, ...positionOf(node), message});
    }
  }
  return found;
}

interface Fault {
  /** Line in the source, from 1. */
  line: number;
  message: string;
}

/** Diagrams of a page, with the line of the file in which the source begins. */
function blocksOf(page: Page): {file: string; source: string; line: number}[] {
  const blocks: ReturnType<typeof blocksOf> = [];
  for (const {node} of nodesIn(page.root, 'code')) {
    if (node.lang?.toLowerCase() === 'mermaid') {
      const isFenced = /^\s*[`~]{3}/.test(sourceOf(page, node));
      const line = positionOf(node).line + (isFenced ? 1 : 0);
      blocks.push({file: page.file, source: node.value, line});
    }
  }
  return blocks;
}

/** What is wrong with a source before Mermaid sees it. */
function faultOf(source: string): Fault | undefined {
  if (source.trim() === '') {
    return {line: 0, message: '비어 있습니다. 그림을 적거나 블록을 지워 주세요'};
  }
  if (source.length > maximumLength) {
    return {line: 0, message: `${maximumLength}자를 넘습니다. 그림을 나누어 주세요`};
  }
  const lines = source.split('\n');
  for (const [index, line] of lines.entries()) {
    const match = forbidden.find(([pattern]) => pattern.test(line));
    if (match) {
      return {line: index + 1, message: `${match[1]}. 이 줄을 고치거나 지워 주세요`};
    }
  }
  const start = firstStatement(source);
  if (lines.slice(start).every((line) => /^\s*(?:%%|acc(?:Title|Descr)\b|$)/.test(line))) {
    return {line: start, message: '그릴 것이 없습니다. 그림을 적거나 블록을 지워 주세요'};
  }
  return firstLine.test(lines[start - 1]?.trim() ?? '')
    ? undefined
    : {line: start, message: 'flowchart TB(또는 LR)나 sequenceDiagram으로 시작해 주세요'};
}

/** What Mermaid refuses, with a line, or we do not draw. */
function faultOfDrawing(source: string, drawn: Drawn | undefined): Fault | undefined {
  if (!drawn || !('fault' in drawn)) {
    return undefined;
  }
  const {line, reason} = drawn.fault;
  return {
    line: line ?? firstStatement(source),
    message:
      line === null
        ? reason
        : '이 줄이나 바로 윗줄을 읽을 수 없습니다. 괄호와 따옴표, 화살표의 짝을 확인해 주세요',
  };
}

/** Line of the first statement that is no comment, from 1. */
function firstStatement(source: string): number {
  return source.split('\n').findIndex((line) => line.trim() !== '' && !/^\s*%%/.test(line)) + 1;
}
