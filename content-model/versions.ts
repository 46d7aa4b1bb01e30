import {readFileSync} from 'node:fs';
import path from 'node:path';

/**
 * The list of released versions, the latest first. It is Docusaurus' own file, and all that follows
 * from a release (which version visitors land on, labels, banners, addresses, the sitemap) follows
 * from it alone.
 */
export const versionsFile = 'versions.json';

/** Path of the working version's pages below `docs/` of the site. */
const workingPath = 'next';

/** Folder of a released version's pages, from the root. */
export function releasedFolder(name: string): string {
  return `versioned_docs/version-${name}`;
}

/** The sidebar of a released version, from the root. */
export function sidebarsFile(name: string): string {
  return `versioned_sidebars/version-${name}-sidebars.json`;
}

/** Whether a text can be the name of a version, like `3.0`. */
export function isVersionName(text: string): boolean {
  return /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/.test(text);
}

/** Compares two names of versions: the newer comes first. */
export function newerFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', {numeric: true});
}

/** The names in the text of versions.json, as they stand there; undefined when it is no list of names. */
export function parseVersions(text: string): string[] | undefined {
  try {
    const names: unknown = JSON.parse(text);
    const isList = Array.isArray(names) && names.length > 0;
    return isList && names.every((name) => typeof name === 'string' && isVersionName(name))
      ? (names as string[])
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The names of the released versions, the latest first.
 * @throws Error in Korean when versions.json is missing or wrong: the gate says it with its place
 */
export function readVersions(root: string): [latest: string, ...older: string[]] {
  const [latest, ...older] =
    parseVersions(readFileSync(path.join(root, versionsFile), 'utf8')) ?? [];
  if (latest === undefined) {
    throw new Error(`${versionsFile}을 읽을 수 없습니다. ["2.0", "1.0"]처럼 적어 주세요.`);
  }
  return [latest, ...older];
}

/** Paths below `docs/` of the versions that visitors do not land on: the latest has no path of its own. */
export function pathsBesideLatest([, ...older]: readonly string[]): string[] {
  return [workingPath, ...older];
}
