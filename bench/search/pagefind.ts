import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {launchBrowser} from '../../lib/node/browser.ts';
import type {Corpus} from './corpus.ts';
import {serveForBench} from '../serve.ts';
import {importFromBench, type Engine} from './engine.ts';

interface PagefindLike {
  createIndex: (options: object) => Promise<{
    index: {
      addCustomRecord: (record: object) => Promise<unknown>;
      writeFiles: (options: object) => Promise<unknown>;
    };
  }>;
  close: () => Promise<unknown>;
}

/** Pagefind, one record a section, asked through its own script in the browser. */
export const pagefind: Engine = {
  label: 'Pagefind 1.6.0',
  run: async (corpus, queries) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kkori-pagefind-'));
    try {
      await writeIndex(corpus, path.join(folder, 'pagefind'));
      return {answers: await ask(folder, queries), indexBytes: indexBytes(folder)};
    } finally {
      rmSync(folder, {recursive: true});
    }
  },
};

async function writeIndex({index: {documents}, texts}: Corpus, outputPath: string): Promise<void> {
  const {createIndex, close} = await importFromBench<PagefindLike>('pagefind/lib/index.js');
  const {index} = await createIndex({forceLanguage: 'ko'});
  for (const [number, {url, page, heading}] of documents.entries()) {
    const content = `${page} ${heading} ${texts[number] ?? ''}`;
    await index.addCustomRecord({url, content, language: 'ko', meta: {title: heading}});
  }
  await index.writeFiles({outputPath});
  await close();
}

/** Its data, which it compresses itself, without its program. */
function indexBytes(folder: string): number {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => /\.(pf_\w+|json)$/.test(file))
    .reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
}

async function ask(folder: string, queries: readonly string[]): Promise<string[][]> {
  const server = await serveForBench(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}pagefind/pagefind.js`);
    // As text, since the bench's compiler would rewrite the import.
    return await page.evaluate<string[][]>(`(async () => {
      const pagefind = await import('/pagefind/pagefind.js');
      const all = [];
      for (const query of ${JSON.stringify(queries)}) {
        const {results} = await pagefind.search(query);
        const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        all.push(data.map(({raw_url, url}) => raw_url ?? url));
      }
      return all;
    })()`);
  } finally {
    await browser.close();
    server.close();
  }
}
