import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {bookFactsId} from '../lib/anchors.ts';
import {
  bookFactsPlaceholder,
  epubSize,
  pdfSize,
  sizePlaceholder,
  type BookFacts,
} from '../lib/books.ts';
import {identityOf, pageFile, readBuiltSite, type BuiltPage} from './builtSite.ts';
import {writeBooks} from './book/index.ts';
import {searchIndexFiles} from './search/search.ts';
import {openSearchDescription, openSearchFile} from '../site/searchPage.ts';
import {writeSecurityPolicy} from './security/security.ts';

/**
 * The one postBuild of the repository: Docusaurus runs all of them at the same
 * time, so what is made from the built pages is made here, in this order.
 */
export default function outputs({siteDir}: LoadContext): Plugin {
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
      try {
        const pages = readBuiltSite(outDir);
        const {url, title} = identityOf(pages);
        await writeFiles(outDir, [
          ...searchIndexFiles(pages, siteDir),
          {path: openSearchFile, text: openSearchDescription(url, title)},
        ]);
        const facts = await writeBooks({folder: outDir, pages});
        await writeBookFacts(outDir, pages, facts);
        // Last: it hashes what the pages contain.
        await writeSecurityPolicy(outDir);
      } catch (error) {
        // Docusaurus would bury the message under two stacks.
        console.error(`[ERROR] ${(error as Error).message}`);
        process.exit(1);
      }
    },
  };
}

async function writeFiles(
  folder: string,
  files: readonly {path: string; text: string}[],
): Promise<void> {
  for (const {path: name, text} of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, text);
  }
}

/** Puts the sizes of the books in the place of their placeholders, in every page. */
async function writeBookFacts(
  folder: string,
  pages: readonly BuiltPage[],
  facts: ReadonlyMap<string, BookFacts>,
): Promise<void> {
  const replacements = [
    [bookFactsPlaceholder, JSON.stringify(Object.fromEntries(facts))] as const,
    ...[...facts].flatMap(
      ([version, fact]) =>
        [
          [sizePlaceholder(version, 'pdf'), pdfSize(fact)],
          [sizePlaceholder(version, 'epub'), epubSize(fact)],
        ] as const,
    ),
  ];
  for (const {address, html} of pages) {
    const finished = replacements.reduce(
      (text, [placeholder, value]) => text.replaceAll(placeholder, value),
      html,
    );
    await writeFile(path.join(folder, pageFile(address)), finished);
  }
}
