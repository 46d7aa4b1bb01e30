import {isUtf8} from 'node:buffer';

import {josa} from 'es-hangul';
import {nodesIn} from '../../lib/nodes.ts';

import {sectionsFile} from '../../content-model/sections.ts';
import type {Mend} from '../../lib/finding.ts';
import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

/** Characters that nobody sees, or that look like others. */
const suspicious: [RegExp, string][] = [
  [/\r/u, '줄바꿈으로 읽히지 않는 캐리지 리턴'],
  [/(?![\n\t\r])\p{Cc}/u, '보이지 않는 제어 문자'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, '글자의 방향을 뒤집는 문자'],
  [/\ufeff/u, '보이지 않는 바이트 순서 표시(BOM)'],
  // A joiner within an emoji makes one picture of two.
  [
    /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)\u200d|\u200d(?!\p{Extended_Pictographic})/u,
    '폭이 없는 문자',
  ],
  [/(?!\u200d)\p{Cf}/u, '폭이 없는 문자'],
  [/[\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\ufffc]/u, '빈칸으로 보이는 채움 문자'],
  [/[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u, '완성되지 않은 한글 자모'],
  [/(?! )[\p{Zs}\p{Zl}\p{Zp}]/u, '보통 빈칸이 아닌 빈칸'],
  [/(?<!\p{Emoji})\ufe0f/u, '모양만 바꾸는 문자'],
  [/(?![\ufe0f\u20e3])\p{M}/u, '앞 글자에 덧붙는 문자'],
  [/\ufffd/u, '깨진 글자'],
  [/[\p{Co}\p{Cn}\p{Cs}]/u, '뜻이 정해지지 않은 문자'],
  [
    /(?<=\p{Script=Latin})[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ]|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ](?=\p{Script=Latin})|[\u2160-\u2188](?=[A-Za-z])|(?<=[A-Za-z])[\u2160-\u2188]|[\u0131\u017f\u0250-\u02af\u1d00-\u1d2b\u24b6-\u24e9\u{1f130}-\u{1f16f}]/u,
    '영문자와 닮은 다른 글자',
  ],
  [
    /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u,
    '영문자나 숫자와 닮은 다른 글자',
  ],
];

const bytes = (...values: number[]) => Uint8Array.from(values);

export const cleanText: Rule = {
  id: 'clean-text',
  why: '보이지 않거나 다른 글자와 닮은 문자는 검색을 어긋나게 하고, 읽는 사람을 속이는 데 쓰입니다.',
  bad: [
    {files: {'docs/a.md': bytes(0x61, 0x0a, 0xff, 0x0a)}, findings: ['docs/a.md:2:1']},
    {files: {'docs/a.md': '컨테이너'.normalize('NFD')}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '\ufeff글'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '글\n\n관리\u200b자'}, findings: ['docs/a.md:3:3']},
    {files: {'docs/a.md': '글 \u202e자리관'}, findings: ['docs/a.md:1:3']},
    {files: {'docs/a.md': '글&#x202e;자리관'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '글\u3164끝'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '글\u00a0끝'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': 'dосker'}, findings: ['docs/a.md:1:2']},
    {files: {'docs/a.md': '글\u{e0041}'}, findings: ['docs/a.md:1:2']},
    {
      files: {'docs/a.md': '---\ntitle: "글\\u202e"\n---\n'},
      findings: ['docs/a.md:1:1'],
    },
    {
      files: {
        'data/glossary.yaml':
          '- id: a\n  term: "가\\u200b"\n  english: a\n  definition: 뜻입니다.\n',
      },
      findings: ['data/glossary.yaml:1:1'],
    },
    {
      files: {'docs/sections.yaml': '- id: a\n  label: "가\\u202e"\n  area: 나\n'},
      findings: ['docs/sections.yaml:1:1'],
    },
  ],
  good: [
    {files: {'docs/a.md': '가상 머신 → 5μs, café, “따옴표” … 👩‍💻 ❤️ 1️⃣ &lt;&nbsp;&amp;\r\n\t탭'}},
  ],
  check: ({entries, texts, pages, references, glossary, sections}) => {
    const invalid = entries.flatMap(({file, bytes}) =>
      bytes && /\.(md|yaml|json)$/.test(file) ? invalidLines(file, bytes) : [],
    );
    const isIntact = ({file}: {file: string}) => !invalid.some((found) => found.file === file);
    return [
      ...invalid,
      ...entries
        .filter(({file, bytes}) => /\.(md|yaml|json)$/.test(file) && beginsWithMark(bytes))
        .map(({file}): Found => ({
          file,
          line: 1,
          column: 1,
          message:
            '파일 맨 앞에 보이지 않는 표시(BOM)가 있습니다. npm run check -- --fix로 지우거나, 편집기에서 “UTF-8(BOM 없음)”으로 저장해 주세요',
          mend: 'normalize',
        })),
      ...texts.filter(isIntact).flatMap(({file, text}) => {
        const found = text.split('\n').flatMap((content, index): Found[] => {
          const fault = faultOf(content);
          return fault ? [{file, line: index + 1, ...fault}] : [];
        });
        const [apart, ...more] = found.filter(({mend}) => mend === 'normalize');
        // A Mac writes all of a file so: one cause.
        return apart
          ? [
              ...found.filter(({mend}) => mend !== 'normalize'),
              {
                ...apart,
                message: `풀어쓴 한글(NFD)이 ${more.length + 1}줄에 있습니다. npm run check -- --fix로 모두 고치거나, 그 줄을 다시 입력해 주세요`,
                hides: 'file' as const,
              },
            ]
          : found;
      }),
      ...pages.flatMap((page) => {
        const findings: Found[] = [];
        const look = (value: unknown, place: {line: number; column: number}) => {
          const fault = faultOf(String(value).replace(/[\n\u00a0]/g, ' '));
          if (fault) {
            findings.push({
              file: page.file,
              ...place,
              message: `${fault.message} (바꾸어 적은 꼴)`,
            });
          }
        };
        for (const {node} of nodesIn(page.root)) {
          if (faultOf(sourceOf(page, node).replaceAll('\n', ' '))) {
            continue; // Found above.
          }
          const own = [
            'value' in node && node.type === 'text' ? node.value : '',
            'url' in node ? node.url : '',
            'title' in node ? node.title : '',
            'alt' in node ? node.alt : '',
          ];
          own.filter(Boolean).forEach((value) => look(value, positionOf(node)));
        }
        if (!faultOf(page.text.split('\n---')[0]?.replaceAll('\n', ' ') ?? '')) {
          look(JSON.stringify(page.frontMatter ?? {}), {line: 1, column: 1});
        }
        return findings;
      }),
      ...[
        {file: 'data/references.yaml', data: references},
        {file: 'data/glossary.yaml', data: glossary},
        ...[...sections].map(([folder, data]) => ({file: `${folder}/${sectionsFile}`, data})),
      ].flatMap(({file, data}) => {
        const source = texts.find((text) => text.file === file)?.text ?? '';
        if (faultOf(source.replaceAll('\n', ' '))) {
          return []; // Found above.
        }
        return [...data.entries].flatMap(([id, entry]): Found[] => {
          const fault = faultOf(JSON.stringify(entry));
          return fault
            ? [{file, line: data.lines.get(id) ?? 1, column: 1, message: fault.message}]
            : [];
        });
      }),
    ];
  },
};

/** What nearly all lines are made of, and nothing suspicious. */
const ordinary = /^[\t -~가-힣…“”‘’·→×–—]*$/;

/** What is wrong with a line, and where. */
function faultOf(line: string): Pick<Found, 'column' | 'message' | 'mend'> | undefined {
  if (ordinary.test(line)) {
    return undefined;
  }
  let first: {index: number; message: string; mend?: Mend} | undefined;
  for (const [pattern, name] of suspicious) {
    const match = pattern.exec(line);
    if (match && match.index < (first?.index ?? Infinity)) {
      const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      first = {
        index: match.index,
        message: `${josa(name, '이/가')} 있습니다(U+${code}). 지우고 보통 글자로 다시 입력해 주세요`,
        ...mendOf(match[0]),
      };
    }
  }
  const composed = line.normalize('NFC');
  if (composed !== line) {
    let index = 0;
    while (line[index] === composed[index]) {
      index += 1;
    }
    if (index <= (first?.index ?? Infinity)) {
      first = {
        index,
        message: '풀어쓴 한글(NFD)입니다',
        mend: 'normalize',
      };
    }
  }
  return (
    first && {
      column: first.index + 1,
      message: first.message,
      ...(first.mend && {mend: first.mend}),
    }
  );
}

/** What stands there for a reader: a blank, a plain letter, or nothing; letters of other scripts a person reads. */
function mendOf(letter: string): {mend?: Mend} {
  const plain = letter.normalize('NFKC');
  const after = /[\p{Z}\u3164\u2800]/u.test(letter)
    ? ' '
    : /^\w$/.test(plain)
      ? plain
      : /[\p{Cc}\p{Cf}\ufe0f]/u.test(letter)
        ? ''
        : undefined;
  return after === undefined ? {} : {mend: {before: letter, after}};
}

function beginsWithMark(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function invalidLines(file: string, content: Uint8Array): Found[] {
  if (isUtf8(content)) {
    return [];
  }
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = content.indexOf(0x0a, start);
    if (!isUtf8(content.subarray(start, end === -1 ? undefined : end))) {
      const message = 'UTF-8로 읽을 수 없는 글자가 있습니다. 파일을 UTF-8로 저장해 주세요';
      return [{file, line, column: 1, message}];
    }
    start = end + 1;
  }
}
