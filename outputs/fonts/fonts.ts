import {createHash} from 'node:crypto';

import {visit} from 'unist-util-visit';

import {isPracticeFile} from '../../lib/practice/practiceSet.ts';
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
  async make({pages, files: made}) {
    const {regular, bold} = charactersByWeight(
      pages.map(({root}) => root),
      [...made].flatMap(([file, sheet]) => (file.endsWith('.css') ? [String(sheet)] : [])),
    );
    const written = [...made]
      .filter(([file]) => file.endsWith('.js') || isPracticeFile(file))
      .flatMap(([, script]) => charactersOfScript(String(script)));
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

/** Where the page asks for the font early, and where its style says what it is for. */
function replaceAddress({root}: BuiltPage, from: string, to: string): void {
  visit(root, 'element', ({tagName, properties, children}) => {
    const [style] = children;
    if (tagName === 'style' && style?.type === 'text') {
      style.value = style.value.replaceAll(from, to);
    } else if (tagName === 'link' && typeof properties.href === 'string') {
      properties.href = properties.href.replace(from, to);
    }
  });
}
