import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';

/** Where text that a reader sees comes from. */
const sources = [
  'docs',
  'versioned_docs',
  'data',
  'src',
  'lib',
  'i18n',
  'docusaurus.config.ts',
  'node_modules/@docusaurus/theme-translations/locales/ko/theme-common.json',
];

const textFile = /\.(md|ya?ml|tsx?|json)$/;

/**
 * Every character in the sources of the site, sorted, with all of ASCII: more
 * than any page shows, and the same for the same sources.
 */
export async function glyphsOf(siteDir: string): Promise<string> {
  const characters = new Set<string>();
  for (let code = 0x20; code < 0x7f; code += 1) {
    characters.add(String.fromCodePoint(code));
  }
  for (const source of sources) {
    for (const text of await readTexts(path.join(siteDir, source))) {
      for (const character of text.normalize('NFC')) {
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
