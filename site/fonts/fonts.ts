import {createHash} from 'node:crypto';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import subsetFont from 'subset-font';

import {glyphsOf} from './glyphs.ts';

/** A static directory of the site that only this plugin writes to, from the root of the repository. */
export const fontsStaticDirectory = '.cache/static';

const faces = [
  {weight: 400, file: 'Pretendard-Regular'},
  {weight: 700, file: 'Pretendard-Bold'},
];

/**
 * Self-hosted Pretendard (SIL OFL 1.1), cut to the characters that the sources
 * of the site contain; anything that the subset lacks falls back to the reader's
 * own font. The files carry a hash in their name and are asked for in the head.
 */
export default function fonts({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'fonts',
    async loadContent() {
      const folder = path.join(siteDir, fontsStaticDirectory, 'fonts');
      await rm(folder, {recursive: true, force: true});
      await mkdir(folder, {recursive: true});
      const glyphs = await glyphsOf(siteDir);
      return Promise.all(faces.map(({file}) => writeSubset(folder, file, glyphs)));
    },
    injectHtmlTags({content}) {
      const names = content as string[];
      const urls = names.map((name) => `${baseUrl}fonts/${name}`);
      return {
        headTags: [
          ...urls.map((href) => ({
            tagName: 'link',
            attributes: {rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: true},
          })),
          {tagName: 'style', attributes: {}, innerHTML: urls.map(fontFaces).join('')},
        ],
      };
    },
  };
}

async function writeSubset(folder: string, file: string, glyphs: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const whole = require.resolve(`pretendard/dist/web/static/woff2/${file}.woff2`);
  // Not the alternates that a feature could swap in: a fifth of the bytes, never shown.
  const subset = await subsetFont(await readFile(whole), glyphs, {
    targetFormat: 'woff2',
    noLayoutClosure: true,
  });
  const hash = createHash('sha256').update(subset).digest('hex').slice(0, 10);
  const name = `${file}.${hash}.woff2`;
  await writeFile(path.join(folder, name), subset);
  return name;
}

/**
 * Text takes the font only when it is there before the first paint (`optional`):
 * lines never break anew under the reader's eyes. Labels of diagrams take it
 * whenever it comes (`swap`): they were measured with it, and move nothing.
 */
function fontFaces(url: string, index: number): string {
  const face = (family: string, display: string) =>
    `@font-face{font-family:${family};font-weight:${faces[index]?.weight};` +
    `font-display:${display};src:url(${url}) format("woff2")}`;
  return face('Pretendard', 'optional') + face('Pretendard-diagram', 'swap');
}
