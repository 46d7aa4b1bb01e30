import {contentPage} from '../../content-model/model.ts';
import {answerName, answersOf} from '../../content-model/answers.ts';
import {verificationsFile} from '../../content-model/verifications.ts';
import type {Found, Rule} from '../rule.ts';
import {versionFolder} from '../versions.ts';

const file = `docs/${verificationsFile}`;
const page = '---\ntitle: 왜요?\ndifficulty: 기본\n---\n\n## 꼬리질문\n\n### 또요? {#again}\n\n네.';
const mark = (id: string) =>
  `- {id: ${id}, date: "2026-11-28", products: [Docker 29], hash: 0123456789abcdef}\n`;
const marks = (text: string) => ({[file]: text, 'docs/docker/a.md': page});

export const verificationData: Rule = {
  id: 'verification-data',
  why: '확인은 있는 답을 가리키고, npm run verify가 쓴 그대로여야 독자가 믿습니다.',
  bad: [
    {files: marks(mark('docker/a#gone')), findings: [`${file}:1:1`]},
    {files: marks(mark('docker/b')), findings: [`${file}:1:1`]},
    {files: marks(mark('docker/a') + mark('docker/a')), findings: [`${file}:2:3`]},
    {files: marks(mark('docker/a').replace('11-28', '11-31')), findings: [`${file}:1:24`]},
    {files: marks(mark('docker/a').replace('0123', 'abc')), findings: [`${file}:1:67`]},
    {
      files: marks(mark('docker/a').replace('products', 'product')),
      findings: [`${file}:1:3`, `${file}:1:3`],
    },
  ],
  good: [
    {files: marks(mark('docker/a') + mark('docker/a#again'))},
    {files: {'docs/docker/a.md': page}},
  ],
  check: ({pages, verifications}) =>
    [...verifications].flatMap(([folder, {entries, lines, findings}]): Found[] => {
      const names = new Set(
        pages
          .filter((one) => versionFolder(one) === folder)
          .flatMap((one) => answersOf(contentPage(folder, one)).map(answerName)),
      );
      return [
        ...findings,
        ...[...entries.keys()]
          .filter((id) => !names.has(id))
          .map((id) => ({
            file: `${folder}/${verificationsFile}`,
            line: lines.get(id) ?? 1,
            column: 1,
            message: `없는 답의 확인입니다: "${id}". 줄을 지우거나 npm run verify로 다시 써 주세요`,
          })),
      ];
    }),
};
