import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import subsetFont from 'subset-font';

import {glyphsOf} from './glyphs.ts';

const family = 'Pretendard';
const faces = [
  {weight: 400, file: 'Pretendard-Regular'},
  {weight: 700, file: 'Pretendard-Bold'},
];

/**
 * Self-hosted Pretendard (SIL OFL 1.1), cut to the characters that the sources
 * of the site contain. Runs before bundling, so that the files get a content
 * hash; anything that the subset lacks falls back to the reader's own font.
 */
export default function fonts({siteDir, generatedFilesDir}: LoadContext): Plugin {
  const folder = path.join(generatedFilesDir, 'fonts');
  const styleSheet = path.join(folder, 'fonts.css');
  return {
    name: 'fonts',
    async loadContent() {
      const glyphs = await glyphsOf(siteDir);
      await mkdir(folder, {recursive: true});
      for (const {file} of faces) {
        const subset = await subsetFont(await readFile(fontFile(file)), glyphs, {
          targetFormat: 'woff2',
        });
        await writeFile(path.join(folder, `${file}.woff2`), subset);
      }
      await writeFile(styleSheet, [...faces.map(fontFace), fallbackFace].join('\n'));
    },
    getClientModules() {
      return [styleSheet];
    },
  };
}

function fontFile(name: string): string {
  const require = createRequire(import.meta.url);
  return require.resolve(`pretendard/dist/web/static/woff2/${name}.woff2`);
}

function fontFace({weight, file}: (typeof faces)[number]): string {
  return `@font-face {
  font-family: '${family}';
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url('./${file}.woff2') format('woff2');
}`;
}

/**
 * Until Pretendard is there, Noto Sans KR (Android, ChromeOS, Linux) in Pretendard's
 * measure, so that lines do not break anew when it arrives. From the fonts' own
 * tables: a mixed Korean sentence is 15.67em wide in Pretendard 1.3.9 and 16.58em in
 * Noto Sans KR; ascent and descent are Pretendard's 0.952 and 0.241, divided by that.
 */
const fallbackFace = `@font-face {
  font-family: '${family}-fallback';
  src: local('Noto Sans KR'), local('Noto Sans CJK KR'), local('NotoSansCJKkr-Regular');
  size-adjust: 94.5%;
  ascent-override: 100.8%;
  descent-override: 25.5%;
  line-gap-override: 0%;
}`;
