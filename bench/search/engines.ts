import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {launchBrowser} from '../../lib/node/browser.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {createSearch} from '../../lib/search/search.ts';
import type {SearchIndex} from '../../lib/search/searchIndex.ts';
import {buildPeer, peers} from '../pages/peers.ts';
import {serveForBench} from '../pages/serve.ts';

/** For each query the addresses that an engine finds, best first. */
export type Engine = (queries: readonly string[]) => Promise<string[][]>;

/** Engines on the same sections, by name. Those of others are installed in bench/. */
export const engines = new Map<string, (index: SearchIndex) => Engine>([
  ['꼬리물기', ours],
  ['MiniSearch', miniSearch],
  ['Pagefind', pagefind],
  ['easyops search-local', easyops],
]);

function ours(index: SearchIndex): Engine {
  const search = createSearch(index);
  return (queries) =>
    Promise.resolve(queries.map((query) => search(query).results.map(({document}) => document.url)));
}

interface MiniSearchLike {
  addAll: (documents: object[]) => void;
  search: (query: string) => {id: string}[];
}

/** MiniSearch as its documentation begins: prefixes and a little fuzziness. */
function miniSearch({documents}: SearchIndex): Engine {
  return async (queries) => {
    const {default: MiniSearch} = await importFromBench<{
      default: new (options: object) => MiniSearchLike;
    }>('minisearch');
    const search = new MiniSearch({
      fields: ['heading', 'page', 'text'],
      searchOptions: {prefix: true, fuzzy: 0.2},
    });
    search.addAll(
      documents.map(({url, heading, page, text}) => ({id: url, heading, page, text})),
    );
    return queries.map((query) => search.search(query).map(({id}) => id));
  };
}

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
function pagefind({documents}: SearchIndex): Engine {
  return async (queries) => {
    const {createIndex, close} = await importFromBench<PagefindLike>('pagefind');
    const folder = mkdtempSync(path.join(tmpdir(), 'kkori-pagefind-'));
    mkdirSync(path.join(folder, 'pagefind'));
    const {index} = await createIndex({forceLanguage: 'ko'});
    for (const {url, page, heading, text} of documents) {
      const content = `${page} ${heading} ${text}`;
      await index.addCustomRecord({url, content, language: 'ko', meta: {title: heading}});
    }
    await index.writeFiles({outputPath: path.join(folder, 'pagefind')});
    await close();
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
      rmSync(folder, {recursive: true});
    }
  };
}

/** easyops' plugin in a plain Docusaurus of the same pages, asked on its search page. */
function easyops(): Engine {
  return async (queries) => {
    const [docusaurus] = peers;
    if (!docusaurus) {
      throw new Error('bench/pages/peers.ts에 Docusaurus가 없습니다.');
    }
    const folder = buildPeer({
      ...docusaurus,
      name: 'easyops-search',
      label: 'easyops search-local',
      syntax: {...docusaurus.syntax, readsHeadingIds: true},
    });
    const server = await serveForBench(folder);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${server.origin}search/?q=${encodeURIComponent(queries[0] ?? '')}`);
      const answers: string[][] = [];
      for (const query of queries) {
        await page.locator('input[type="search"]:not(.navbar *)').fill(query);
        await page.waitForFunction(
          (sought) => document.title.includes(sought) || document.querySelector('h1')?.innerText.includes(sought),
          query,
        );
        // Its worker answers after the title has changed.
        await page.waitForTimeout(200);
        answers.push(
          await page
            .locator('.container :is(article, section) a')
            .evaluateAll((links) =>
              links.slice(0, 10).map((link) => {
                const {pathname, hash} = new URL((link as HTMLAnchorElement).href);
                return pathname + hash;
              }),
            ),
        );
      }
      return answers;
    } finally {
      await browser.close();
      server.close();
    }
  };
}

async function importFromBench<Module>(name: string): Promise<Module> {
  const require = createRequire(path.join(repositoryRoot, 'bench/package.json'));
  const folder = path.join(repositoryRoot, 'bench/node_modules', name);
  const entry = name === 'pagefind' ? path.join(folder, 'lib/index.js') : require.resolve(name);
  const loaded = (await import(pathToFileURL(entry).href)) as Module & {default: Module};
  // CommonJS comes as the default export.
  return 'default' in loaded && name === 'pagefind' && !('createIndex' in loaded)
    ? loaded.default
    : loaded;
}
