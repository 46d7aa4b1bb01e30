import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';
import {reportStep} from '../lib/node/reportStep.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import anki from './anki/anki.ts';
import books from './book/index.ts';
import {readBuiltSite} from './builtSite.ts';
import fonts from './fonts/fonts.ts';
import type {Output} from './output.ts';
import offline from './offline/offline.ts';
import finishedPages from './pages/pages.ts';
import writtenPages from './pages/writtenPages.ts';
import practice from './practice/practice.ts';
import search from './search/search.ts';
import security from './security/security.ts';
import styleGuide from './styleGuide/styleGuide.ts';
import styles from './styles/styles.ts';

/** What is made of the finished pages, in this order. */
const outputs: Output[] = [
  search,
  practice,
  anki,
  // Writes the sizes of the books into the pages.
  books,
  // Copies parts of the pages as far as they are those of a reader.
  styleGuide,
  // Takes out what the search and the practice have read.
  finishedPages,
  // Keeps what the pages and their scripts name.
  styles,
  // Draws what the pages and their scripts say, and writes the names of its files into the pages.
  fonts,
  // Hashes what the pages contain: after it none changes.
  security,
  writtenPages,
  // Packs what the others have made.
  offline,
];

/**
 * The one postBuild of the repository: Docusaurus runs all of them at the same time. Every page is
 * read and parsed once, handed through the outputs, and written once; a failure writes nothing.
 */
export default function outputsPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'outputs',
    async postBuild({outDir}) {
      await makeOutputs(siteDir, outDir);
    },
  };
}

async function makeOutputs(siteDir: string, folder: string): Promise<void> {
  const pages = readBuiltSite(folder);
  // Whole and at once: else the heads would be parsed apart first.
  pages.forEach((page) => void page.root);
  const files = new Map<string, string | Uint8Array>();
  for (const {label, make} of outputs) {
    reportStep(label);
    for (const {path: file, content} of await make({siteDir, folder, pages, files})) {
      files.set(file, content);
    }
  }
  reportStep('파일 쓰기, 링크 확인');
  for (const [file, content] of files) {
    await writeWholeFile(path.join(folder, file), content);
  }
}
