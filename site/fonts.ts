import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {faces, fontFace, typeface} from '../lib/node/typeface.ts';

/**
 * The whole fonts for `npm start`. A build has those that are cut to what its finished pages show
 * (outputs/fonts).
 */
export default function fonts({baseUrl}: LoadContext): Plugin {
  if (process.env.NODE_ENV === 'production') {
    return {name: 'fonts'};
  }
  const rules = faces.flatMap((face) => {
    const url = `${baseUrl}fonts/${path.basename(face.woff2)}`;
    return [
      fontFace(typeface.family, face, url, 'optional'),
      fontFace(typeface.diagramFamily, face, url, 'swap'),
    ];
  });
  return {
    name: 'fonts',
    injectHtmlTags: () => ({
      headTags: [{tagName: 'style', attributes: {}, innerHTML: rules.join('')}],
    }),
    configureWebpack() {
      const whole = {directory: path.dirname(faces[0].woff2), publicPath: `${baseUrl}fonts`};
      // Docusaurus passes it on; the bundler's own types do not know it.
      const devServer: object = {devServer: {static: [whole]}};
      return devServer;
    },
  };
}
