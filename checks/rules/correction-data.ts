import {nodesIn} from '../../lib/nodes.ts';

import {
  composeCorrection,
  correctionsFile,
  correctionsPage,
  sourcesOf,
  writtenCorrections,
  type Correction,
} from '../../content-model/corrections.ts';
import type {Page} from '../../content-model/markdown.ts';
import {workingFolder} from '../../content-model/model.ts';
import {referencesFile} from '../../content-model/references.ts';
import {releasedFolder} from '../../content-model/versions.ts';
import {headingId} from '../../lib/page.ts';
import {exampleReference} from '../exampleReference.ts';
import type {Content, Found, Rule} from '../rule.ts';
import {addressOf, newestVersion, versionFolder} from '../versions.ts';

const page = `${workingFolder}/${correctionsPage}`;
const correction = `- id: c001
  title: 벽
  of: "2.0"
  in: "3.0"
  at: a#walls
  said: “여섯 겹의 벽”
  right: 다섯 겹입니다 [@docker-run].
  why: 하나를 두 번 셌습니다.
  see: docker/b.md#walls
`;
const written = `### 벽 {#c001}

- **2.0의 설명**: “여섯 겹의 벽” ([2.0의 글](/docs/a/#walls))
- **바른 설명**: 다섯 겹입니다 [@docker-run].
- **이유**: 하나를 두 번 셌습니다.
- **3.0의 글**: [비](docker/b.md#walls)
`;
const site = (data: string, text = written) => ({
  [correctionsFile]: data,
  [referencesFile]: exampleReference,
  [page]: text,
  'docs/docker/b.md': '---\ntitle: 비\n---\n\n## 벽 {#walls}',
  'versioned_docs/version-2.0/a.md': '## 벽 {#walls}',
});
const changed = (from: string, to: string) => site(correction.replace(from, to));
const at = (line: number, column: number) => [`${correctionsFile}:${line}:${column}`] as [string];

export const correctionData: Rule = {
  id: 'correction-data',
  why: '바로잡은 것은 지난 버전의 그 자리를 가리키고 출처가 있어야, 지난 버전으로 공부한 독자가 믿고 고쳐 압니다.',
  bad: [
    // An unknown place, page, version, source; no source; a version that is no later one.
    {files: changed('at: a#walls', 'at: a#wall'), findings: [...at(1, 1), `${page}:1:1`]},
    {files: changed('at: a#walls', 'at: b'), findings: [...at(1, 1), `${page}:1:1`]},
    {files: changed('of: "2.0"', 'of: "1.5"'), findings: [...at(1, 1), `${page}:1:1`]},
    {files: changed('@docker-run', '@docker-ran'), findings: [...at(1, 1), `${page}:1:1`]},
    {files: changed(' [@docker-run]', ''), findings: [...at(1, 1), `${page}:1:1`]},
    {files: changed('in: "3.0"', 'in: "2.0"'), findings: [...at(4, 7), `${page}:1:1`]},
    {
      files: changed('see: docker/b.md#walls', 'see: docker/c.md'),
      findings: [...at(1, 1), `${page}:1:1`],
    },
    {files: changed('  why: 하나를 두 번 셌습니다.\n', ''), findings: [...at(1, 3), `${page}:1:1`]},
    // The page says something else, or has no such heading.
    {files: site(correction, written.replace('다섯', '여섯')), findings: [`${page}:1:1`]},
    {files: site(correction, written.replace('### 벽', '### 담')), findings: [`${page}:1:1`]},
    {files: site(correction, '글'), findings: at(1, 1)},
  ],
  good: [
    {files: site(correction)},
    {files: {'docs/a.md': '### 벽 {#c001}'}},
    // That the sources cannot be read is told of them alone.
    {files: {...site(correction), [referencesFile]: '- id: [\n'}},
  ],
  check: (content) => {
    const {corrections, pages, texts} = content;
    if (!texts.some(({file}) => file === correctionsFile)) {
      return [];
    }
    const {entries, lines, findings} = corrections;
    const text = pages.find(({file}) => file === page)?.text ?? '';
    const inPage = writtenCorrections(text);
    const latest = newestVersion(pages)?.replace(releasedFolder(''), '') ?? '';
    return [
      ...findings,
      ...[...entries.values()].flatMap((entry): Found[] =>
        [
          ...faultsOf(entry, content),
          ...(inPage.some(({id}) => id === entry.id)
            ? []
            : [
                `${page}에 "### ${entry.title} {#${entry.id}}"가 없습니다. 알맞은 자리에 더해 주세요`,
              ]),
        ].map((message) => ({
          file: correctionsFile,
          line: lines.get(entry.id) ?? 1,
          column: 1,
          message: `바로잡은 것 "${entry.id}": ${message}`,
        })),
      ),
      ...inPage.flatMap(({id, line, title, body}): Found[] => {
        const entry = entries.get(id);
        const place = {file: page, line, column: 1};
        if (!entry) {
          return [
            {...place, message: `"#${id}"가 ${correctionsFile}에 없습니다. 그 파일에 적어 주세요`},
          ];
        }
        // What a page is called may change without its corrections.
        const [, label = ''] = /\[([^\]]*)\]\([^)]*\)$/.exec(body) ?? [];
        const expected = composeCorrection(entry, label, latest);
        return body === expected && title === entry.title
          ? []
          : [
              {
                ...place,
                message: `${correctionsFile}의 "${id}"와 다릅니다. 그 파일을 고치고 npm run corrections로 옮겨 적어 주세요`,
              },
            ];
      }),
    ];
  },
};

function faultsOf(entry: Correction, content: Content): string[] {
  const {pages, references} = content;
  const [address, id] = entry.at.split('#');
  const ofVersion = pages.filter((one) => versionFolder(one) === releasedFolder(entry.of));
  const wrong = ofVersion.find((one) => addressOf(one) === `/${address}`);
  const [, seenId] = entry.see.split('#');
  const seen = seenPage(entry, content);
  const sources = sourcesOf(entry);
  // Without the list nobody can tell.
  const isKnown = (key: string) => references.entries.size === 0 || references.entries.has(key);
  const unknown = sources.filter((key) => !isKnown(key));
  return [
    ...(ofVersion.length === 0
      ? [`"${entry.of}"은 낸 버전이 아닙니다. of를 고쳐 주세요`]
      : wrong && hasHeading(wrong, id)
        ? []
        : [`${entry.of}에 "${entry.at}"(이)라는 자리가 없습니다. at을 고쳐 주세요`]),
    ...(seen && hasHeading(seen, seenId)
      ? []
      : [`docs/에 "${entry.see}"라는 자리가 없습니다. see를 고쳐 주세요`]),
    ...(sources.length === 0 ? ['출처가 없습니다. right에 [@키]를 적어 주세요'] : []),
    ...unknown.map((key) => `"${key}"라는 출처가 ${referencesFile}에 없습니다. 키를 고쳐 주세요`),
  ];
}

function seenPage({see}: Correction, {pages}: Content): Page | undefined {
  return pages.find(({file}) => file === `${workingFolder}/${see.split('#')[0]}`);
}

function hasHeading({root}: Page, id: string | undefined): boolean {
  return id === undefined || nodesIn(root, 'heading').some(({node}) => headingId(node) === id);
}
