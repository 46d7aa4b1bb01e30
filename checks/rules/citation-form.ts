import {exampleReference} from '../exampleReference.ts';
import {placeInText, textsOf} from '../prose.ts';
import type {Found, Rule} from '../rule.ts';
import {followsSecondFormat} from '../versions.ts';

const behindStop = /(?<=[가-힣][.?!]”?\s?)\[@[^\]]*\]/g;
const citation = /\[(@[^\]]*)\]/g;

const page = (text: string, ...findings: string[]) => ({
  files: {'data/references.yaml': exampleReference, 'docs/a.md': text},
  findings: findings.map((place) => `docs/a.md:${place}`) as [string],
});

export const citationForm: Rule = {
  id: 'citation-form',
  why: '인용은 그 문장의 것이라, 마침표 앞에 한 번씩만 있어야 무엇을 뒷받침하는지 압니다.',
  isForFinishedPages: true,
  bad: [
    page('그렇습니다. [@docker-run]', '1:8'),
    page('그렇습니다.[@docker-run] 또 그렇습니다.', '1:7'),
    page('그렇습니다 [@docker-run; @docker-run].', '1:7'),
  ],
  good: [
    {
      files: {
        'data/references.yaml': exampleReference,
        'docs/a.md':
          '그렇습니다 [@docker-run]. 또 그렇습니다 [@docker-run].\n\n- [@docker-run]: 읽어 봅니다.',
      },
    },
  ],
  check: ({pages}) =>
    pages.filter(followsSecondFormat).flatMap((each) =>
      textsOf(each).flatMap((node): Found[] => [
        ...[...node.value.matchAll(behindStop)].map(({index}) => ({
          file: each.file,
          ...placeInText(each, node, index),
          message: '인용은 뒷받침하는 문장의 마침표 앞에 적습니다: "…입니다 [@키]."',
        })),
        ...[...node.value.matchAll(citation)].flatMap(({index, 1: keys = ''}) => {
          const all = keys.split(';').map((key) => key.trim());
          const again = all.find((key, at) => all.indexOf(key) !== at);
          return again === undefined
            ? []
            : [
                {
                  file: each.file,
                  ...placeInText(each, node, index),
                  message: `"${again}"을(를) 한 자리에 두 번 인용했습니다. 한 번만 적어 주세요`,
                },
              ];
        }),
      ]),
    ),
};
