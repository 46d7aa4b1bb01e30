import {readFileSync} from 'node:fs';
import path from 'node:path';

import {groupBy} from '../../lib/groupBy.ts';
import type {License} from '../../lib/license.ts';
import {filesBelow} from '../../lib/node/buildCache.ts';

/** Fonts, and the code and style sheets of which readers get parts. */
export type Kind = 'fonts' | 'code';

/** Of one kind, by the text, as `licenses/` has them: one file for each package. */
export function readLicenses(siteDir: string, kind: Kind): License[] {
  const texts = namedPackages(siteDir, kind).map((name) => ({
    name,
    text: licenseText(siteDir, kind, name),
  }));
  return [...groupBy(texts, ({text}) => text)].map(([text, sharers]) => {
    const packages = sharers.map(({name}) => name);
    return {packages, name: licenseName(siteDir, packages[0] ?? ''), text};
  });
}

/** Copyright and license of a package, in full. */
export function licenseText(siteDir: string, kind: Kind, name: string): string {
  return readFileSync(path.join(folderOf(siteDir, kind), `${name}.txt`), 'utf8').trim();
}

/**
 * Packages among whose files one is given, but whose license `licenses/` does not have.
 * @param files absolute paths, of modules that readers get
 */
export function packagesWithoutLicense(siteDir: string, files: Iterable<string>): string[] {
  const named = new Set(namedPackages(siteDir, 'code'));
  const packages = [...files].flatMap((file) => packageOf(file) ?? []);
  return [...new Set(packages)].filter((name) => !named.has(name)).sort();
}

/** What to do about them, for whoever builds. */
export function missingLicenseMessage(packages: readonly string[]): string {
  return [
    `독자가 받는 파일에 라이선스가 licenses/code/에 없는 패키지가 있습니다: ${packages.join(', ')}`,
    '패키지에 든 라이선스 파일을 그대로 옮겨 주세요.',
    ...packages.map((name) => `  cp node_modules/${name}/LICENSE licenses/code/${name}.txt`),
  ].join('\n');
}

/** Whose file it is, where it is of a package: the innermost. */
function packageOf(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1]?.replace('\\', '/');
}

function namedPackages(siteDir: string, kind: Kind): string[] {
  const folder = folderOf(siteDir, kind);
  return filesBelow(folder).map((file) =>
    path
      .relative(folder, file)
      .replaceAll('\\', '/')
      .replace(/\.txt$/, ''),
  );
}

function licenseName(siteDir: string, name: string): string {
  const file = path.join(siteDir, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as {license: string}).license;
}

const folderOf = (siteDir: string, kind: Kind) => path.join(siteDir, 'licenses', kind);
