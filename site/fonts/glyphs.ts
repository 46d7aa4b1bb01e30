import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';

/** Where text that a reader sees comes from; not the word lists of the search. */
const sources = [
  'docs',
  'versioned_docs',
  'CONTRIBUTING.md',
  'data/references.yaml',
  'src',
  'lib/books.ts',
  'lib/hangulInitial.ts',
  'lib/page.ts',
  'lib/references.ts',
  'i18n',
  'docusaurus.config.ts',
  'node_modules/@docusaurus/theme-translations/locales/ko/theme-common.json',
];

/** Questions that the search alone reads. */
const unseen = /^:::also-asked\n[^]*?^:::$/gm;

const textFile = /\.(md|ya?ml|tsx?|json)$/;

/**
 * Every character in the sources of the site, sorted, with all of ASCII: more
 * than any page shows, and the same for the same sources.
 */
export async function glyphsOf(siteDir: string): Promise<string> {
  // Of dates, which the browser's own formats write.
  const characters = new Set('년월일');
  for (let code = 0x20; code < 0x7f; code += 1) {
    characters.add(String.fromCodePoint(code));
  }
  for (const source of sources) {
    for (const text of await readTexts(path.join(siteDir, source))) {
      for (const character of text.replace(unseen, '').normalize('NFC')) {
        characters.add(character);
      }
    }
  }
  return [...characters].sort().join('');
}

async function readTexts(target: string): Promise<string[]> {
  if (textFile.test(target)) {
    return [await readFile(target, 'utf8')];
  }
  const entries = await readdir(target, {withFileTypes: true}).catch(() => []);
  const nested = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() || textFile.test(entry.name))
      .map((entry) => readTexts(path.join(target, entry.name))),
  );
  return nested.flat();
}
