import {foundIn, proseOf} from '../prose.ts';
import type {Found, Rule} from '../rule.ts';
import {versionFolder} from '../versions.ts';

/** Words that nobody says aloud, that read as others, or that a dictionary put there; and what one says. */
const phrases: readonly (readonly [stiff: RegExp, natural: string])[] = [
  [/까닭/g, '이유'],
  [/견주/g, '비교하다'],
  // 통합(統合)으로 읽힙니다.
  [/(?<![가-힣])통(?:합니다|합니까|하지 않)/g, '통신되다, 그대로 쓸 수 있다'],
  [/(?<![가-힣])힘(?=(?:은|이|을|도)(?![가-힣]))/g, '권한'],
  // 나눠 쓴다는 것인지 따로 둔다는 것인지 알 수 없습니다.
  [/커널을 (?:나누[는어면지]|나눕니다)|나눈 커널/g, '커널을 함께 쓰다, 커널을 따로 두다'],
  [/(?<=(?:시스템 콜|런타임|함수|API)[을를] )(?:부르|부릅|불러|불렀|부른)/g, '호출하다'],
  [/(?<![가-힣])사건(?=(?:이|을|은|도|에서|입니다)(?![가-힣]))/g, '이벤트'],
  [/(?<=지원하는 )판(?=(?:으로|을|이|은)(?![가-힣]))/g, '버전'],
  [/(?<=것이 )값(?=입니다)/g, '대가'],
  [/먹힙니다/g, '전달됩니다, 적용됩니다'],
  [/다듬은 커널/g, '튜닝한 커널'],
  [/구역마다/g, 'API별로, 엔드포인트별로'],
  [/좀비(?: 프로세스)?를 거[두둡]/g, '좀비를 회수하다'],
  [/되어[지진집]|보여[지진집]|쓰여[지진집]|불리우/g, '되다, 보이다, 쓰이다, 불리다'],
  [/에 의해(?:서)?(?![가-힣])/g, '…가 …하다'],
];
/** A question that one asks a friend, as the head of a column. */
const plainQuestion = /(?:있|없|되|바뀌|보이|도|쓰)(?:나|는가)\??$/;

const page = (text: string, ...findings: string[]) => ({
  files: {'docs/a.md': text},
  findings: findings.map((place) => `docs/a.md:${place}`) as [string],
});

export const naturalKorean: Rule = {
  id: 'natural-korean',
  why: '면접에서 소리 내어 말할 답입니다. 아무도 말하지 않는 낱말은 외우기도, 알아듣기도 어렵습니다.',
  isForFinishedPages: true,
  bad: [
    page('그 까닭은 커널입니다.', '1:3'),
    page('둘을 견주어 봅니다.', '1:4'),
    page('네임스페이스가 달라도 모두 통합니다.', '1:16'),
    page('이 명령의 힘은 root와 같습니다.', '1:7'),
    page('커널을 나누는 가상 머신과, 나눈 커널입니다.', '1:1', '1:17'),
    page('시스템 콜을 부르고 런타임을 부릅니다.', '1:8', '1:17'),
    page('- 종료 사건을 알립니다.', '1:6'),
    page('v2를 지원하는 판으로 바꿉니다.', '1:10'),
    page('경계가 약해지는 것이 값입니다.', '1:13'),
    page('SIGKILL만 강제로 먹힙니다.', '1:14'),
    page('다듬은 커널을 쓰고 구역마다 엽니다.', '1:1', '1:12'),
    page('PID 1이 좀비를 거둡니다.', '1:8'),
    page('데몬에 의해 만들어지고 그렇게 보여집니다.', '1:3', '1:18'),
    page('| 무엇을 볼 수 있나 | 바뀌나 |\n| --- | --- |\n| 하나 | 둘 |', '1:3', '1:16'),
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '그 이유는 “까닭”이라는 말 때문입니다. 통합 계층으로 통합합니다. 커널을 나눠 쓰지 않습니다. 힘쓰는 사건사고, 판단으로 값입니다.\n\n:::also-asked\n\n- 까닭이 뭐예요?\n\n:::\n\n| 하나 | 보이는 범위 |\n| --- | --- |\n| 모두 | 있나요? |',
        'versioned_docs/version-2.0/a.md': '그 까닭은 커널입니다.',
      },
    },
  ],
  check: ({pages}) =>
    pages
      .filter((one) => versionFolder(one) === 'docs')
      .flatMap((one) => {
        const prose = proseOf(one);
        const texts = prose.map(({ownWords}) => ownWords);
        const present = foundIn(texts, phrases, ([stiff]) => stiff);
        return prose.flatMap(({node, ownWords, placeOf}): Found[] => {
          const said = present.flatMap(([stiff, natural]) =>
            [...ownWords.matchAll(stiff)].map(({0: found, index}) => ({
              file: one.file,
              ...placeOf(index),
              message: `"${found}"은 말로 잘 하지 않습니다. "${natural}" 같은 말로 바꿔 주세요`,
            })),
          );
          const isPlain = node.type === 'tableCell' && plainQuestion.test(ownWords.trim());
          return isPlain
            ? [
                ...said,
                {
                  file: one.file,
                  ...placeOf(0),
                  message: `표의 "${ownWords.trim()}"은 반말로 묻는 말입니다. "보이는 범위"처럼 명사로 적어 주세요`,
                },
              ]
            : said;
        });
      }),
};
