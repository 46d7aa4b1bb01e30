import {sectionsFile} from '../../content-model/sections.ts';
import {exampleSections} from '../exampleSections.ts';
import type {Found, Rule} from '../rule.ts';
import {versionFolder} from '../versions.ts';

const file = `docs/${sectionsFile}`;
const released = 'versioned_docs/version-2.0';
const at = (line: number, column: number) => [`${file}:${line}:${column}`] as [string];
const changed = (from: string, to: string) => ({[file]: exampleSections.replace(from, to)});

export const sectionData: Rule = {
  id: 'section-data',
  why: '묶음이 적힌 대로 차례와 질문 지도가 만들어집니다. 빠진 묶음의 글은 아무도 찾지 못합니다.',
  bad: [
    {files: {'docs/docker/a.md': '글'}, findings: at(1, 1)},
    {
      files: {[file]: exampleSections, [`${released}/docker/a.md`]: '글'},
      findings: [`${released}/${sectionsFile}:1:1`],
    },
    {files: {[file]: 'docker: Docker'}, findings: at(1, 1)},
    {files: {[file]: '- id: [\n'}, findings: at(2, 1)},
    {files: changed('  label: Docker\n', ''), findings: at(1, 3)},
    {files: changed('area: 네트워크', 'area:'), findings: at(12, 8)},
    {files: changed('inbox', 'inbocks'), findings: at(5, 3)},
    {files: changed('inbox: true', 'inbox: yes'), findings: at(8, 10)},
    // A folder twice, two inboxes, an area in two places.
    {files: changed('transport', 'docker'), findings: at(10, 3)},
    {files: {[file]: `${exampleSections}  inbox: true\n`}, findings: at(10, 1)},
    {
      files: {[file]: `${exampleSections}- id: images\n  label: 이미지\n  area: 컨테이너\n`},
      findings: at(13, 1),
    },
    // Folders that lead out, or to the address of something else.
    {files: changed('transport', '../src'), findings: at(10, 7)},
    {files: changed('transport', 'Docker'), findings: at(10, 7)},
    {files: changed('transport', 'next'), findings: at(10, 7)},
    {files: changed('transport', 'references'), findings: at(10, 7)},
    {files: changed('전송 계층', '<b>전송</b>'), findings: at(11, 10)},
    {files: changed('전송 계층', '"&lt;b> 전송"'), findings: at(11, 10)},
    {files: changed('전송 계층', '"[전송](/a)"'), findings: at(11, 10)},
    {files: changed('전송 계층', '2026'), findings: at(11, 10)},
    {files: changed('전송 계층', '전송 '.repeat(40).trim()), findings: at(11, 10)},
  ],
  good: [
    {
      files: {
        [file]: exampleSections,
        'docs/docker/a.md': '글',
        [`${released}/${sectionsFile}`]: exampleSections,
        [`${released}/docker/a.md`]: '글',
      },
    },
  ],
  check: ({pages, sections}) => [
    ...[...new Set(pages.map(versionFolder))]
      .filter((folder) => !sections.has(folder))
      .map((folder) => ({
        file: `${folder}/${sectionsFile}`,
        line: 1,
        column: 1,
        message: '묶음의 목록이 없습니다. 지웠다면 되살려 주세요',
      })),
    ...[...sections].flatMap(([folder, {entries, lines, findings}]) => {
      const listed = [...entries.values()];
      const [inbox, ...moreInboxes] = listed.filter((section) => section.inbox);
      const apart = listed.filter(
        ({area}, index) =>
          area !== listed[index - 1]?.area &&
          listed.slice(0, index).some((section) => section.area === area),
      );
      const found = (id: string, message: string): Found => ({
        file: `${folder}/${sectionsFile}`,
        line: lines.get(id) ?? 1,
        column: 1,
        message: `묶음 "${id}": ${message}`,
      });
      return [
        // Without the list no page's section is known.
        ...findings.map((found): Found =>
          listed.length === 0 ? {...found, hides: 'pages'} : found,
        ),
        ...moreInboxes.map(({id}) =>
          found(id, `새 글을 받는 묶음(inbox)이 "${inbox?.id}"에도 있습니다. 한쪽에서 지워 주세요`),
        ),
        ...apart.map(({id, area}) =>
          found(id, `"${area}" 분야의 다른 묶음과 떨어져 있습니다. 이어지게 옮겨 주세요`),
        ),
      ];
    }),
  ],
};
