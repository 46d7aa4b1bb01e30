import {
  newerFirst,
  parseVersions,
  releasedFolder,
  sidebarsFile,
  versionsFile,
} from '../../content-model/versions.ts';
import type {Found, Rule} from '../rule.ts';

const version = (name: string) => ({
  [`${releasedFolder(name)}/a.md`]: '글',
  [sidebarsFile(name)]: '{"questions": ["a"]}',
});
const both = {...version('2.0'), ...version('1.0')};
const at = (column: number) => [`${versionsFile}:1:${column}`] as [string];

export const releasedVersion: Rule = {
  id: 'released-version',
  why: '내다 만 버전은 차례가 없거나 아직 내지 않은 것으로 보여, 독자가 어느 글이 최신인지 알 수 없습니다.',
  bad: [
    // Not in the list, without pages, without a sidebar: each as the release would leave it.
    {files: {...both, [versionsFile]: '["1.0"]'}, findings: at(1)},
    {files: {...version('1.0'), [versionsFile]: '["2.0", "1.0"]'}, findings: at(2)},
    {
      files: {
        ...version('1.0'),
        [`${releasedFolder('2.0')}/a.md`]: '글',
        [versionsFile]: '["2.0", "1.0"]',
      },
      findings: at(2),
    },
    {
      files: {
        ...version('1.0'),
        [sidebarsFile('2.0')]: '{"questions": []}',
        [versionsFile]: '["1.0"]',
      },
      findings: at(1),
    },
    {
      files: {...both, [sidebarsFile('2.0')]: '{"questions": [', [versionsFile]: '["2.0", "1.0"]'},
      findings: [`${sidebarsFile('2.0')}:1:1`],
    },
    {files: {...both, [versionsFile]: '["1.0", "2.0"]'}, findings: at(9)},
    {files: {...version('1.0'), [versionsFile]: '["1.0", "1.0"]'}, findings: at(9)},
    {files: {...both, [versionsFile]: '["2.0" "1.0"]'}, findings: at(1)},
    {files: {...both, [versionsFile]: '["2.0", "latest"]'}, findings: at(1)},
  ],
  good: [
    {files: {...both, [versionsFile]: '["2.0", "1.0"]'}},
    {files: {...both, ...version('10.0'), [versionsFile]: '[\n  "10.0",\n  "2.0",\n  "1.0"\n]\n'}},
  ],
  check({entries, texts}) {
    const source = texts.find(({file}) => file === versionsFile)?.text;
    if (source === undefined) {
      return []; // Reported as a file that is not there.
    }
    const listed = parseVersions(source);
    if (!listed) {
      const message = '낸 버전의 이름을 새것부터 적은 목록이어야 합니다 (예: ["2.0", "1.0"])';
      return [{file: versionsFile, line: 1, column: 1, message}];
    }
    const files = entries.map(({file}) => file);
    const begun = files.flatMap(
      (file) => /^versioned_(?:docs|sidebars)\/version-(\d+\.\d+)[/-]/.exec(file)?.[1] ?? [],
    );
    return [
      ...[...new Set([...listed, ...begun])].flatMap((name): Found[] => {
        const message = halfReleaseOf(name, listed, files);
        return message ? [{file: versionsFile, ...placeOf(name, source), message}] : [];
      }),
      ...listed.flatMap((name, index): Found[] => {
        const before = listed[index - 1];
        const message = `"${name}"의 자리가 아닙니다. 버전마다 한 번, 새것부터 적어 주세요`;
        return before !== undefined && newerFirst(before, name) >= 0
          ? [{file: versionsFile, ...placeOf(name, source), message}]
          : [];
      }),
      ...texts
        .filter(({file, text}) => listed.map(sidebarsFile).includes(file) && !isJson(text))
        .map(({file}) => ({
          file,
          line: 1,
          column: 1,
          message: '차례를 읽을 수 없습니다. 쓰다 만 파일이면 git의 것으로 되살려 주세요',
        })),
    ];
  },
};

/** What a version lacks of the three that make a release, or undefined. */
function halfReleaseOf(
  name: string,
  listed: readonly string[],
  files: readonly string[],
): string | undefined {
  const parts: [part: string, isThere: boolean][] = [
    [`${versionsFile}의 "${name}"`, listed.includes(name)],
    [`${releasedFolder(name)}/`, files.some((file) => file.startsWith(`${releasedFolder(name)}/`))],
    [sidebarsFile(name), files.includes(sidebarsFile(name))],
  ];
  const missing = parts.flatMap(([part, isThere]) => (isThere ? [] : [part]));
  const left = parts.flatMap(([part, isThere]) => (isThere ? [part] : []));
  return missing.length === 0
    ? undefined
    : `버전 ${name}을(를) 내다 말았습니다. 없는 것: ${missing.join(', ')}. 되살리거나, 남은 것(${left.join(', ')})을 지우고 npm run release -- ${name}을 다시 실행해 주세요`;
}

/** Where a list names a version for the last time, or its start. */
function placeOf(name: string, text: string): {line: number; column: number} {
  const before = text.slice(0, Math.max(0, text.lastIndexOf(`"${name}"`))).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
