import {lineOfKey} from '../../content-model/frontMatter.ts';
import {nodesIn} from '../../lib/nodes.ts';

import type {GlossaryEntry} from '../../lib/glossary.ts';
import {glossaryFile} from '../../content-model/glossary.ts';
import type {Page} from '../../content-model/markdown.ts';
import {workingFolder} from '../../content-model/model.ts';
import {headingText} from '../../lib/page.ts';
import {knownSlips, misspeltWords, type KnownSlip} from '../knownSlips.ts';
import {asksSomething, foundIn, proseOf, sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';
import {followsSecondFormat, versionFolder} from '../versions.ts';

const glossary = `- id: docker
  term: Docker
  english: Docker
  misspellings: [도커, Doker]
  definition: 컨테이너를 다루는 플랫폼입니다.
- id: virtual-machine
  term: 가상 머신
  english: virtual machine
  misspellings: [버추얼 머신, Virtuel]
  definition: 컴퓨터 안의 컴퓨터입니다.
`;
const page = (text: string, ...findings: string[]) => ({
  files: {[glossaryFile]: glossary, 'docs/a.md': text},
  findings: findings.map((place) => `docs/a.md:${place}`) as [string],
});

export const spelling: Rule = {
  id: 'spelling',
  why: '용어를 한 가지로 적어야 찾기 쉽고, 같은 것을 다른 것으로 오해하지 않습니다.',
  isForFinishedPages: true,
  bad: [
    page('글\n\n가상머신입니다.', '3:1'),
    page('**버추얼 머신**과 virtuel입니다.', '1:3', '1:13'),
    page('## 뭐에요? {#what}', '1:4'),
    page('- 디렉토리 Priviledged', '1:3', '1:8'),
    page('[메세지](https://example.com/메세지)', '1:2'),
    page('---\ntitle: 가상머신은 뭐에요?\n---\n', '2:1', '2:1'),
    page('설명해주세요.', '1:1'),
    page('글\n\n```mermaid\nflowchart TB\n  A[\"가상머신\"] --> B\n```', '5:1'),
    page('![priviledged 컨테이너](img/a.png)', '1:1'),
    page('그렇습니다..', '1:6'),
    page('예:priviledged입니다.', '1:2'),
    page('`--priviledged`를 씁니다.', '1:4'),
    page('```bash\ndocker run --priviledged alpine\n```', '2:14'),
    page('이것은 docker의 dockerfile입니다.', '1:5', '1:13'),
    page('가볍습니다.그리고 빠릅니다.', '1:6'),
    page('도커를 씁니다.\n\n## Doker는 무엇인가요? {#what}', '1:1', '3:4'),
  ],
  good: [
    {
      files: {
        [glossaryFile]: glossary,
        'docs/a.md':
          ':::also-asked\n\n- 가상머신이 뭐에요?\n\n:::\n\n가상 머신은 `가상머신`이 아닙니다.\n\n## 도커가 뭐예요? {#docker}\n\n글쓴이는 “가상머신”이라고 적었습니다. [주소](https://example.com/가상머신)',
        'versioned_docs/version-1.0/a.md': '가상머신',
      },
    },
  ],
  check({pages, glossary: {entries}}) {
    const slips = [...knownSlips.map(slipOf), ...slipsOfTerms([...entries.values()])];
    const slipsOfCode = misspeltWords.map(slipOf);
    return pages.filter(followsSecondFormat).flatMap((page): Found[] => {
      const titles = Object.entries(page.frontMatter ?? {}).map(([key, value]) => ({
        ownWords: typeof value === 'string' ? value : '',
        placeOf: () => ({line: lineOfKey(page, key), column: 1}),
        isAsked: false,
      }));
      const prose = proseOf(page).map(({node, ownWords, placeOf}) => ({
        ownWords,
        placeOf,
        // As an interviewer says it, with 도커 for Docker.
        isAsked: node.type === 'heading' && asksSomething(headingText(node)),
      }));
      const lookFor = (sought: readonly Slip[], texts: readonly Text[]) => {
        const present = foundIn(
          texts.map(({ownWords}) => ownWords),
          sought,
          ({pattern}) => pattern,
        );
        return texts.map((text) => ({...text, present}));
      };
      return [
        ...lookFor(slips, [...titles, ...prose, ...picturesOf(page)]),
        ...lookFor(slipsOfCode, codesOf(page)),
      ].flatMap(({ownWords, placeOf, isAsked, present}) =>
        present.flatMap(({pattern, rightFor}) =>
          [...ownWords.matchAll(pattern)].flatMap((match): Found[] => {
            const {0: found, index} = match;
            const right = rightFor(match);
            return isAsked && /[가-힣]/.test(found) && /^[a-z]/i.test(right)
              ? []
              : [
                  {
                    file: page.file,
                    ...placeOf(index),
                    message: `"${found}" → "${right}"(으)로 적어 주세요`,
                    mend: {before: found, after: right},
                  },
                ];
          }),
        ),
      );
    });
  },
};

/** What diagrams and images say. */
function picturesOf({root}: Page): Text[] {
  const found: Text[] = [];
  for (const {node} of nodesIn(root, 'image', 'imageReference', 'code')) {
    if (node.type !== 'code') {
      found.push({ownWords: node.alt ?? '', placeOf: () => positionOf(node), isAsked: false});
    } else if (node.lang === 'mermaid') {
      const {value} = node;
      const line = positionOf(node).line + 1;
      const placeOf = (offset: number) => ({
        line: line + value.slice(0, offset).split('\n').length - 1,
        column: 1,
      });
      found.push({ownWords: value, placeOf, isAsked: false});
    }
  }
  return found;
}

/** Code of the working version, where a wrong word starts nothing. */
function codesOf(page: Page): Text[] {
  const found: Text[] = [];
  if (versionFolder(page) !== workingFolder) {
    return found;
  }
  for (const {node} of nodesIn(page.root, 'code', 'inlineCode')) {
    if (node.type === 'code' && node.lang === 'mermaid') {
      continue;
    }
    const start = positionOf(node);
    const source = sourceOf(page, node);
    const placeOf = (offset: number) => {
      const before = source.slice(0, offset).split('\n');
      return {
        line: start.line + before.length - 1,
        column: (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0),
      };
    };
    found.push({ownWords: source, placeOf, isAsked: false});
  }
  return found;
}

/** Something to read, and whether an interviewer says it. */
interface Text {
  ownWords: string;
  placeOf: (offset: number) => Pick<Found, 'line' | 'column'>;
  isAsked: boolean;
}

interface Slip {
  pattern: RegExp;
  rightFor: (match: RegExpExecArray | RegExpMatchArray) => string;
}

function slipOf([pattern, right]: KnownSlip): Slip {
  return {
    pattern,
    rightFor: (match) => {
      const filled = right.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
      const isCapital = pattern.flags.includes('i') && /^[A-Z]/.test(match[0]);
      return isCapital ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
    },
  };
}

/**
 * Spellings of terms that our pages do not use: joined, cut, or wrong. Found at the
 * start of a Korean word, which may have a particle; a Latin word, in any case of
 * its letters.
 */
function slipsOfTerms(entries: readonly GlossaryEntry[]): Slip[] {
  const rights = new Map<string, string>();
  for (const {term, misspellings = []} of entries) {
    const joined = /^[가-힣]+( [가-힣]+)+$/.test(term) ? [term.replaceAll(' ', '')] : [];
    const cut = /^[가-힣]{4,}$/.test(term)
      ? Array.from(
          {length: term.length - 3},
          (_, i) => `${term.slice(0, i + 2)} ${term.slice(i + 2)}`,
        )
      : [];
    for (const wrong of [...joined, ...cut, ...misspellings]) {
      rights.set(wrong.toLowerCase(), term);
    }
  }
  const longestFirst = [...rights.keys()].sort((a, b) => b.length - a.length);
  const oneOf = (wrongs: string[]) =>
    wrongs.map((wrong) => wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)';
  const isKorean = (wrong: string) => /^[가-힣]/.test(wrong);
  const korean = oneOf(longestFirst.filter(isKorean));
  const latin = oneOf(longestFirst.filter((wrong) => !isKorean(wrong)));
  const rightFor: Slip['rightFor'] = ([found = '']) => rights.get(found.toLowerCase()) ?? '';
  return [
    {pattern: new RegExp(`(?<![가-힣])(?:${korean})(?!(?<=[a-z0-9])[a-z0-9])`, 'gi'), rightFor},
    {pattern: new RegExp(`(?<![a-z0-9])(?:${latin})(?![a-z0-9])`, 'gi'), rightFor},
  ];
}
