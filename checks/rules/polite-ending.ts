import type {Nodes, Parents} from 'mdast';

import {proseOf} from '../prose.ts';
import type {Found, Rule} from '../rule.ts';
import {followsSecondFormat} from '../versions.ts';

/** A sentence's last letters before its full stop. */
const ending = /([가-힣]+)\s*([.!?])(?=[\s)]|$)/g;
/** Last letters of a paragraph that nothing closes. */
const openEnding = /([가-힣]+다)([:…~]?)\s*$/g;
/** Endings of questions that one asks a friend, or oneself. */
const plainQuestion =
  /([는은인던한할된될런운른]가|[하되있없였했]나|[하되있없]지|[느으]?냐|[니해야어])$/;
/** Nouns that end like verbs. */
const nouns =
  /(필요|중요|주요|수요|개요|소요|포함|결함|방법|다음|처음|마음|모음|묶음|책임|위임|도움|움직임|이음|사람됨|믿음|얼음|걸음|죽음|웃음|울음|녹음|소음|발음|지음|자음|화음|싸움|배움|채움|다툼|꿈|새로움|어려움|두려움|즐거움|그리움|아름다움)$/;

const at = (column: number) => [`docs/a.md:1:${column}`] as [string];

export const politeEnding: Rule = {
  id: 'polite-ending',
  why: '글 전체가 합니다체여야 면접에서 말할 때의 말투로 읽힙니다.',
  isForFinishedPages: true,
  bad: [
    {files: {'docs/a.md': '커널을 함께 쓴다. 그렇습니다.'}, findings: at(8)},
    {files: {'docs/a.md': '격리된 프로세스이다 [@a].'}, findings: at(5)},
    {files: {'docs/a.md': '- 커널을 공유하지 않는다.'}, findings: at(12)},
    {files: {'docs/a.md': '커널이 아니다.'}, findings: at(5)},
    {files: {'docs/a.md': '커널을 공유해요.'}, findings: at(5)},
    {files: {'docs/a.md': '커널을 공유함.'}, findings: at(5)},
    {files: {'docs/a.md': '로그를 담음.'}, findings: at(5)},
    {files: {'docs/a.md': '그래서 가벼움.'}, findings: at(5)},
    {files: {'docs/a.md': '커널을 공유한다'}, findings: at(5)},
    {files: {'docs/a.md': '이렇게 실행한다:\n\n- 하나'}, findings: at(5)},
    {files: {'docs/a.md': '왜 그런가?'}, findings: at(3)},
    {files: {'docs/a.md': '그렇지 않을까 싶어.'}, findings: at(9)},
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '## 왜 그런가요? {#why}\n\n“벽이다.”라고 적습니다. `a.b`입니다 [@a]. 왜일까요? 봅시다. 확인해 주세요. 그렇습니까? 데몬 포함. 버전 1.0. 기본값: 없음.\n\n| 함께 쓴다 |\n| --- |\n| 있다 |\n\n- 커널을 공유\n- 따로 실행한다\n\n:::note[함께 쓴다]\n\n이렇게 합니다:\n\n:::',
        'versioned_docs/version-1.0/a.md': '벽이다.',
      },
    },
  ],
  check: ({pages}) =>
    pages.filter(followsSecondFormat).flatMap((page) =>
      proseOf(page)
        .filter(({node}) => node.type !== 'tableCell')
        .flatMap(({node, ancestors, ownWords, placeOf}): Found[] =>
          [
            ...ownWords.matchAll(ending),
            ...(isParagraphOfItsOwn(node, ancestors) ? ownWords.matchAll(openEnding) : []),
          ].flatMap(({index, 1: word = '', 2: mark = ''}) => {
            // `기본값: 없음.` names a value.
            const isValue = /:\s*$/.test(ownWords.slice(0, index));
            const advice = isValue ? undefined : adviceFor(word, mark, node.type === 'heading');
            return advice
              ? [
                  {
                    file: page.file,
                    ...placeOf(index),
                    message: `합니다체로 적어 주세요: "…${word}${mark}" → ${advice}`,
                  },
                ]
              : [];
          }),
        ),
    ),
};

/** No item of a list, heading, or title of a box, which may stop short of a sentence. */
function isParagraphOfItsOwn(node: Nodes, ancestors: readonly Parents[]): boolean {
  return (
    node.type === 'paragraph' &&
    !node.data?.directiveLabel &&
    !ancestors.some(({type}) => type === 'listItem')
  );
}

/** How to mend an ending, or undefined when it is polite. */
function adviceFor(word: string, mark: string, isHeading: boolean): string | undefined {
  const last = word.at(-1) ?? '';
  if (mark === '?') {
    return plainQuestion.test(word) ? '"…까?"나 "…요?"' : undefined;
  }
  if (nouns.test(word)) {
    return undefined;
  }
  if (last === '다') {
    return endsInFormal(word) ? undefined : '"…ㅂ니다."';
  }
  if (last === '요') {
    return isHeading || /(세|까)요$/.test(word) ? undefined : '"…ㅂ니다."';
  }
  if (/[음움]$|[됨함임]$/.test(word)) {
    return '"…ㅂ니다."';
  }
  return /(죠|지|해|야|어|아|네|군|자|라|니|마|게)$/.test(word) && isVerbEnding(word)
    ? '"…ㅂ니다."'
    : undefined;
}

/** …ㅂ니다, …ㅂ시다: the syllable before them closes with ㅂ. */
function endsInFormal(word: string): boolean {
  const [, syllable = ''] = /(.)[니시]다$/.exec(word) ?? [];
  return syllable !== '' && (syllable.charCodeAt(0) - 0xac00) % 28 === 17;
}

/** Endings that no noun of ours has. */
function isVerbEnding(word: string): boolean {
  return /(죠|(하|되|이|없|있|았|었|겠)지|(^|[^이방피])해|[이거]야|싶어|있어|없어|했어|됐어|이네|[하되]자|[하되해]라|^마$|[할될볼줄갈]게|군)$/.test(
    word,
  );
}
