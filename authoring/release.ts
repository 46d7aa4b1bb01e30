import {spawnSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import {format, resolveConfig} from 'prettier';

import {workingFolder} from '../content-model/model.ts';
import {
  isVersionName,
  newerFirst,
  readVersions,
  releasedFolder,
  sidebarsFile,
  versionsFile,
} from '../content-model/versions.ts';

/**
 * @param versions that are released, the latest first
 * @throws Error in Korean when the name is not that of a next version
 */
export function assertNextVersion(name: string, versions: readonly [string, ...string[]]): void {
  if (!isVersionName(name)) {
    throw new Error(`버전의 이름은 3.0처럼 두 수를 점으로 잇습니다: ${name}`);
  }
  if (versions.includes(name)) {
    throw new Error(`이미 낸 버전입니다: ${name}. 낸 버전은 그대로 두고 다음 버전을 냅니다.`);
  }
  if (newerFirst(name, versions[0]) > 0) {
    throw new Error(`최신 버전(${versions[0]})보다 뒤의 이름이어야 합니다: ${name}`);
  }
}

/**
 * Freezes the working version under a name, as `docusaurus docs:version` would: its pages and
 * sections, its sidebar, and last, which makes it a release, its name at the head of versions.json.
 * What said `/docs/…` meant the version that was the latest, and says its name from now on.
 * When something fails, nothing of it is left.
 *
 * @param sidebars of the working version
 * @returns a function that takes the release back
 * @throws Error in Korean when a file cannot be written
 */
export async function release(root: string, name: string, sidebars: object): Promise<() => void> {
  const at = (file: string) => path.join(root, file);
  const before = readFileSync(at(versionsFile), 'utf8');
  const style = await resolveConfig(at(versionsFile));
  const after = await format(JSON.stringify([name, ...readVersions(root)]), {
    ...style,
    parser: 'json',
  });
  const [latest] = readVersions(root);
  const changed = pagesBelow(root).flatMap((file) => {
    const text = readFileSync(at(file), 'utf8');
    const named = text.replace(linkToLatest, `$1${latest}/`);
    return named === text ? [] : [{file, text, named}];
  });
  const takeBack = () => {
    for (const {file, text} of changed) {
      if (readFileSync(at(file), 'utf8') !== text) {
        writeInPlace(at(file), text);
      }
    }
    if (readFileSync(at(versionsFile), 'utf8') !== before) {
      writeInPlace(at(versionsFile), before);
    }
    for (const place of [sidebarsFile(name), releasedFolder(name)].map(at)) {
      if (existsSync(place)) {
        rmSync(place, {recursive: true});
      }
    }
  };
  try {
    for (const {file, named} of changed) {
      writeInPlace(at(file), named);
    }
    cpSync(at(workingFolder), at(releasedFolder(name)), {recursive: true});
    writeInPlace(at(sidebarsFile(name)), `${JSON.stringify(sidebars, null, 2)}\n`);
    writeInPlace(at(versionsFile), after);
  } catch (error) {
    takeBack();
    const {message} = error as Error;
    throw new Error(`버전 ${name}의 파일을 쓰지 못해 되돌렸습니다: ${message}`, {cause: error});
  }
  return takeBack;
}

/** In Markdown, the start of a link to a page of the latest version, by whose name nothing may be linked while it is that. */
const linkToLatest = /(\]\(\/docs\/)(?!next\/|\d+\.\d+\/)/g;

function pagesBelow(root: string): string[] {
  return readdirSync(path.join(root, workingFolder), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(workingFolder, file));
}

/** Content files that a release would take along without anybody having committed them; none without git. */
export function uncommittedFiles(root: string): string[] {
  const {status, stdout} = spawnSync(
    'git',
    ['status', '--porcelain', '-z', '--', 'docs', 'data', 'versioned_*', versionsFile],
    {cwd: root, encoding: 'utf8'},
  );
  return status === 0
    ? stdout
        .split('\0')
        .filter((entry) => /^.. /.test(entry))
        .map((entry) => entry.slice(3))
    : [];
}

/** Not writeWholeFile: between the files of a release nothing else may run. */
function writeInPlace(file: string, text: string): void {
  const partial = `${file}.partial`;
  mkdirSync(path.dirname(file), {recursive: true});
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, {force: true});
    throw error;
  }
}
