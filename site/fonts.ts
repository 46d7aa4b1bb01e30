import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {faces, typeface, type Face} from '../lib/node/typeface.ts';

/**
 * Self-hosted fonts, asked for in the head of every page. The files of a build are made of its
 * finished pages, which then learn their names (outputs/fonts); `npm start` serves the whole fonts.
 */
export default function fonts({baseUrl}: LoadContext): Plugin {
  const isBuild = process.env.NODE_ENV === 'production';
  const urls = faces.map(
    (face) => baseUrl + (isBuild ? fontFile(face) : `fonts/${path.basename(face.woff2)}`),
  );
  return {
    name: 'fonts',
    injectHtmlTags() {
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
    configureWebpack() {
      const whole = {directory: path.dirname(faces[0].woff2), publicPath: `${baseUrl}fonts`};
      // Docusaurus passes it on; the bundler's own types do not know it.
      const devServer: object = {devServer: {static: [whole]}};
      return isBuild ? {} : devServer;
    },
  };
}

/** Where pages ask for a font, below the site's own address, until it is made and has a hash in its name. */
export function fontFile({name}: Face): string {
  return `fonts/${name}.woff2`;
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
  return face(typeface.family, 'optional') + face(typeface.diagramFamily, 'swap');
}
