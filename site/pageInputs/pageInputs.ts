import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {readContentModel} from '../../content-model/model.ts';
import {hashOf, hashOfCode} from '../../lib/node/buildCache.ts';
import {pageInputs} from '../../markdown/index.ts';

/** The code that makes a page of Markdown. */
const code = ['content-model', 'lib', 'markdown'];

/**
 * Tells the bundler what a page is made of besides its own file: it keeps one small file for each
 * page, which changes when those inputs do, and which the page depends on. So the bundler's cache
 * may be used, and in `npm start` an edited definition renews just the pages that show it.
 */
export default function pageInputsPlugin({siteDir, generatedFilesDir}: LoadContext): Plugin {
  const folder = path.join(generatedFilesDir, '..', '.cache', 'page-inputs');
  return {
    name: 'page-inputs',
    getPathsToWatch: () => [
      `${siteDir}/{docs,versioned_docs}/**/*.{md,yaml}`,
      `${siteDir}/data/*.yaml`,
    ],
    loadContent() {
      const model = readContentModel(siteDir);
      const codeHash = hashOfCode(...code);
      for (const version of model.versions) {
        for (const page of version.pages) {
          const inputs = JSON.stringify(pageInputs(page, version, model));
          writeIfChanged(inputsFile(folder, page.file), hashOf([codeHash, inputs]));
        }
      }
    },
    configureWebpack() {
      return {
        module: {
          rules: [
            {
              test: /\.md$/,
              enforce: 'pre',
              include: [path.join(siteDir, 'docs'), path.join(siteDir, 'versioned_docs')],
              use: [
                {
                  loader: path.join(siteDir, 'site/pageInputs/dependOnInputs.cjs'),
                  options: {
                    inputsOf: (file: string) => inputsFile(folder, path.relative(siteDir, file)),
                  },
                },
              ],
            },
          ],
        },
      };
    },
  };
}

function inputsFile(folder: string, page: string): string {
  return path.join(folder, page);
}

function writeIfChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, 'utf8') === text) {
      return;
    }
  } catch {
    mkdirSync(path.dirname(file), {recursive: true});
  }
  writeFileSync(file, text);
}
