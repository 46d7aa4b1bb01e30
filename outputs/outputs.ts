import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {bookFactsId} from '../lib/anchors.ts';
import {bookFactsPlaceholder} from '../lib/books.ts';
import {reportStep} from '../lib/node/reportStep.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import books from './book/index.ts';
import {pageFile, readBuiltSite} from './builtSite.ts';
import fonts from './fonts/fonts.ts';
import type {Output} from './output.ts';
import search from './search/search.ts';
import security from './security/security.ts';

/** What is made of the finished pages, in this order. */
const outputs: Output[] = [
  search,
  // Writes the sizes of the books into the pages.
  books,
  // Writes their names into the pages.
  fonts,
  // Last: it hashes what the pages contain.
  security,
];

/**
 * The one postBuild of the repository: Docusaurus runs all of them at the same time. Every page is
 * read and parsed once, handed through the outputs, and written once; a failure writes nothing.
 */
export default function outputsPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'outputs',
    injectHtmlTags() {
      return {
        postBodyTags: [
          {
            tagName: 'script',
            attributes: {type: 'application/json', id: bookFactsId},
            innerHTML: bookFactsPlaceholder,
          },
        ],
      };
    },
    async postBuild({outDir}) {
      await makeOutputs(siteDir, outDir);
    },
  };
}

async function makeOutputs(siteDir: string, folder: string): Promise<void> {
  const pages = readBuiltSite(folder);
  const files = new Map<string, string | Uint8Array>();
  for (const {label, make} of outputs) {
    reportStep(label);
    for (const {path: file, content} of await make({siteDir, folder, pages})) {
      files.set(file, content);
    }
  }
  reportStep('파일 쓰기, 링크 확인');
  for (const {address, html} of pages) {
    files.set(pageFile(address), html);
  }
  for (const [file, content] of files) {
    await writeWholeFile(path.join(folder, file), content);
  }
}
