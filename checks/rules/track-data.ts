import {lineOfKey} from '../../content-model/frontMatter.ts';
import {tracksFile} from '../../content-model/tracks.ts';
import type {Page} from '../../content-model/markdown.ts';
import type {Found, Rule} from '../rule.ts';
import {versionFolder} from '../versions.ts';

const file = `docs/${tracksFile}`;
const tracks = `- id: backend
  label: 신입 백엔드
- id: security
  label: 보안
`;
const page = (line: string) => ({
  [file]: tracks,
  'docs/a.md': `---\ntitle: 왜요?\ndifficulty: 기본\n${line}---\n`,
});

export const trackData: Rule = {
  id: 'track-data',
  why: '어느 면접을 준비하는 글인지 적혀 있어야 독자가 자기 길의 질문부터 봅니다.',
  isForFinishedPages: true,
  bad: [
    {files: {[file]: '- id: backend\n'}, findings: [`${file}:1:3`]},
    {files: {[file]: tracks.replace('보안', '<b>보안</b>')}, findings: [`${file}:4:10`]},
    {files: {[file]: tracks.replace('보안', '신입 백엔드')}, findings: [`${file}:3:1`]},
    {files: page(''), findings: ['docs/a.md:3:1']},
    {files: page('tracks: [신입 백엔드, 데브옵스]\n'), findings: ['docs/a.md:4:1']},
    {files: page('tracks: [보안, 보안]\n'), findings: ['docs/a.md:4:1']},
  ],
  good: [
    {
      files: {
        ...page('tracks: [보안, 신입 백엔드]\n'),
        'docs/references.md': '---\ntitle: 참고 문헌\n---\n',
        'versioned_docs/version-2.0/a.md': '---\ntitle: 왜요?\ndifficulty: 기본\n---\n',
      },
    },
  ],
  check: ({pages, tracks: tracksOf}) =>
    [...tracksOf].flatMap(([folder, {entries, lines, findings}]): Found[] => {
      const labels = [...entries.values()].map(({label}) => label);
      const twins = [...entries.values()].filter(
        ({label}, index) => labels.indexOf(label) !== index,
      );
      return [
        ...findings,
        ...twins.map(({id, label}) => ({
          file: `${folder}/${tracksFile}`,
          line: lines.get(id) ?? 1,
          column: 1,
          message: `"${label}"(이)라는 길이 이미 있습니다. 하나로 합치거나 이름을 바꿔 주세요`,
        })),
        ...pages
          .filter((page) => versionFolder(page) === folder)
          .flatMap((page) => faultsOf(page, labels)),
      ];
    }),
};

function faultsOf(page: Page, labels: readonly string[]): Found[] {
  const {tracks: written, difficulty} = page.frontMatter ?? {};
  const allowed = labels.join(', ');
  const found = (key: string, message: string) => ({
    file: page.file,
    line: lineOfKey(page, key),
    column: 1,
    message: `글머리의 tracks: ${message}`,
  });
  if (written === undefined) {
    return difficulty === undefined
      ? []
      : [
          found(
            'difficulty',
            `없습니다. "tracks: [${labels[0]}]"처럼 이 글이 드는 길을 적어 주세요(${allowed})`,
          ),
        ];
  }
  const names: unknown[] = Array.isArray(written) ? written : [];
  return names.flatMap((name, index) =>
    !labels.includes(String(name))
      ? [found('tracks', `"${String(name)}"(이)라는 길은 없습니다. 있는 길: ${allowed}`)]
      : names.indexOf(name) !== index
        ? [found('tracks', `"${String(name)}"을 두 번 적었습니다. 하나를 지워 주세요`)]
        : [],
  );
}
