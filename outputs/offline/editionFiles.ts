import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';

import type {Properties} from 'hast';

import {elementsIn} from '../../lib/elementsIn.ts';
import {baseUrlOf, pagesOfNoVersion, type BuiltPage, type BuiltVersion} from '../builtSite.ts';
import {scriptFolder} from '../pages/bundleBrowser.ts';
import type {BuiltSite} from '../output.ts';

/** Properties of elements, as a parsed page has them, that hold an address. */
export const addressProperties = [
  'href',
  'src',
  'action',
  'dataChanges',
  'dataIndex',
  'dataSet',
  'dataTexts',
] as const;

/** What a reader of one version needs, to have it apart from the site. */
export interface EditionFiles {
  /** The first one is where to begin. */
  pages: readonly BuiltPage[];
  /** Everything else that they show, run or read, by its path below the built site. */
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The pages of a version, with those of the site itself where it is the latest (which they are
 * about), and the files that they name.
 * @param leftOut addresses of pages that are of no use there
 */
export function editionFilesOf(
  version: BuiltVersion,
  {folder, pages: all, files: made}: BuiltSite,
  leftOut: readonly string[],
): EditionFiles {
  const ofSite = version.isLatest ? pagesOfNoVersion(all) : [];
  const pages = [...ofSite, ...version.pages].filter(({address}) => !leftOut.includes(address));
  const baseUrl = baseUrlOf(all);
  const named = new Set([...made.keys()].filter((file) => file.startsWith(`${scriptFolder}/`)));
  for (const {root} of pages) {
    for (const {tagName, properties, children} of elementsIn(root)) {
      const [style] = children;
      if (tagName === 'style' && style?.type === 'text') {
        for (const [, url = ''] of style.value.matchAll(/url\(([^)]+)\)/g)) {
          named.add(url.slice(baseUrl.length));
        }
      }
      for (const name of leadsElsewhere(tagName, properties) ? [] : addressProperties) {
        const address = properties[name];
        if (typeof address === 'string' && address.startsWith(baseUrl)) {
          named.add(address.slice(baseUrl.length).replace(/[?#].*/, ''));
        }
      }
    }
  }
  // The parts of a search index lie beside it: it names them, no page does.
  const besideIndexes = new Set(
    [...named]
      .filter((file) => file.endsWith('/index.json'))
      .map((file) => path.posix.dirname(file)),
  );
  for (const file of made.keys()) {
    if (besideIndexes.has(path.posix.dirname(file))) {
      named.add(file);
    }
  }
  const files = [...named].sort().flatMap((file): [string, Uint8Array][] => {
    const content = made.get(file) ?? readIfFile(path.join(folder, file));
    return content === undefined || file.endsWith('.html') ? [] : [[file, Buffer.from(content)]];
  });
  return {pages, files: new Map(files)};
}

/** To another page, to what the reader downloads, or to what the browser keeps of the site. */
function leadsElsewhere(tagName: string, {rel}: Properties): boolean {
  return (
    tagName === 'a' ||
    tagName === 'form' ||
    ['search', 'manifest', 'apple-touch-icon'].includes(String(rel))
  );
}

function readIfFile(file: string): Uint8Array | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}
