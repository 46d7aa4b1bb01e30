import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

/**
 * React 18 ends a block of its output with zero bytes where a Korean letter does not
 * fit in any more (facebook/react#31134). The parser of HTML drops them in text, but
 * in attributes, which screen readers read out, turns each into U+FFFD.
 */
export async function mendCharacters(folder: string): Promise<void> {
  const files = await readdir(folder, {recursive: true});
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(path.join(folder, file), 'utf8');
    if (html.includes('\uFFFD')) {
      await writeFile(path.join(folder, file), html.replaceAll('\uFFFD', ''));
    }
  }
}
