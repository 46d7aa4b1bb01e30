import {readFileSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';

import {launchBrowser} from '../../lib/node/browser.ts';
import {buildPeer, peers} from '../pages/peers.ts';
import {serveForBench} from '../serve.ts';
import type {Engine} from './engine.ts';

/** As many results as its search page asks for. */
const limit = 100;

/** easyops' plugin in a plain Docusaurus of the same pages, asked through its own worker. */
export const easyops: Engine = {
  label: 'easyops 0.55.3',
  run: async (_, queries) => {
    const docusaurus = peers.find(({name}) => name === 'docusaurus');
    if (!docusaurus) {
      throw new Error('bench/pages/peers.ts에 Docusaurus가 없습니다.');
    }
    const folder = buildPeer({
      ...docusaurus,
      name: 'easyops-search',
      label: 'easyops search-local',
      syntax: {...docusaurus.syntax, readsHeadingIds: true},
    });
    const index = readFileSync(path.join(folder, 'search-index.json'));
    return {
      answers: await ask(folder, queries),
      indexBytes: brotliCompressSync(index).length,
    };
  },
};

async function ask(folder: string, queries: readonly string[]): Promise<string[][]> {
  const server = await serveForBench(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const worker = page.waitForEvent('worker');
    await page.goto(`${server.origin}search/?q=docker`);
    const script = (await worker).url();
    // A second worker of the same script, in the protocol of Comlink, with which the page
    // talks to its own. As text, since the bench's compiler would add calls of its own.
    return await page.evaluate<string[][]>(`(async () => {
      const call = (port, message) => new Promise((resolve, reject) => {
        const id = Math.random().toString(36);
        const listen = ({data}) => {
          if (data.id !== id) {
            return;
          }
          port.removeEventListener('message', listen);
          if (data.type === 'HANDLER' && data.name === 'throw') {
            reject(new Error(JSON.stringify(data.value)));
          } else {
            resolve(data.value);
          }
        };
        port.addEventListener('message', listen);
        port.postMessage({id, path: [], argumentList: [], ...message});
      });
      const search = await call(new Worker(${JSON.stringify(script)}), {type: 'CONSTRUCT'});
      search.start();
      const all = [];
      for (const query of ${JSON.stringify(queries)}) {
        const argumentList = ['/', '', query, ${limit}].map((value) => ({type: 'RAW', value}));
        const results = await call(search, {type: 'APPLY', path: ['search'], argumentList});
        // A heading and the text below it are results of their own, but one section.
        const urls = results.map(({document}) => document.u + (document.h ?? ''));
        all.push([...new Set(urls)].slice(0, 10));
      }
      return all;
    })()`);
  } finally {
    await browser.close();
    server.close();
  }
}
