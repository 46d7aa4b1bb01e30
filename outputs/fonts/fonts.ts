import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';

import {visit} from 'unist-util-visit';

import {filesBelow} from '../../lib/node/buildCache.ts';
import {faces} from '../../lib/node/typeface.ts';
import {fontFile} from '../../site/fonts.ts';
import type {BuiltPage} from '../builtSite.ts';
import type {Output, OutputFile} from '../output.ts';
import {charactersByWeight, charactersOfScript} from './charactersByWeight.ts';
import {subsetFace} from './subsetFace.ts';

/** Whatever the pages say: dates, numbers, and what readers type. */
const ascii = Array.from({length: 0x7f - 0x20}, (_, index) => String.fromCodePoint(0x20 + index));

/** The fonts of the site, each with what the pages set in its weight, named by their content. */
export default {
  label: '글꼴',
  async make({folder, pages}) {
    const {regular, bold} = charactersByWeight(
      pages.map(({root}) => root),
      textsOf(folder, '.css'),
    );
    const written = textsOf(folder, '.js').flatMap(charactersOfScript);
    const characters = {400: [...ascii, ...regular, ...written], 700: [...ascii, ...bold]};
    const files: OutputFile[] = [];
    for (const face of faces) {
      const content = await subsetFace(face, characters[face.weight]);
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
      const file = fontFile(face).replace('.woff2', `.${hash}.woff2`);
      files.push({path: file, content});
      pages.forEach((page) => replaceAddress(page, fontFile(face), file));
    }
    return files;
  },
} satisfies Output;

function textsOf(folder: string, extension: string): string[] {
  return filesBelow(path.join(folder, 'assets'))
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(file, 'utf8'));
}

/** In the tree as in the text: the security policy hashes the style that says where the fonts are. */
function replaceAddress(page: BuiltPage, from: string, to: string): void {
  page.html = page.html.replaceAll(from, to);
  visit(page.root, 'element', ({tagName, children}) => {
    const [style] = children;
    if (tagName === 'style' && style?.type === 'text') {
      style.value = style.value.replaceAll(from, to);
    }
  });
}
