import {editionFile, type Edition} from '@site/lib/takeAlong';
import {cacheName, cachesOf, wholeCaches} from './caches';

/** Files that are on their way at the same time. */
const atOnce = 6;

/**
 * Stores the edition that the site has now in a cache of its own, beside what is stored: files that
 * have not changed come from there, and those that an interrupted attempt has left are not fetched
 * again. It counts as stored when all is there.
 * @param report how much of it is there, from 0 to 1
 * @throws when a file does not come, or is not of this build: then nothing has changed for the reader
 */
export async function storeEdition(site: string, report: (part: number) => void): Promise<void> {
  const list = await fetchNew(site + editionFile);
  const edition = (await list.clone().json()) as Edition;
  const name = cacheName(site, edition);
  const whole = await wholeCaches(site);
  if (whole.includes(name)) {
    return;
  }
  for (const other of await cachesOf(site)) {
    if (other !== name && !whole.includes(other)) {
      await caches.delete(other);
    }
  }
  const cache = await caches.open(name);
  const stored = await storedFiles(site, whole.at(-1));
  const files = Object.entries(edition.files);
  let bytes = 0;
  const storeNext = async () => {
    for (let file = files.shift(); file; file = files.shift()) {
      const [path, [size, hash]] = file;
      const address = site + path;
      if (!(await cache.match(address))) {
        await cache.put(address, (await stored(path, hash)) ?? (await fetchFile(address, hash)));
      }
      bytes += size;
      report(bytes / edition.bytes);
    }
  };
  await Promise.all(Array.from({length: atOnce}, storeNext));
  await cache.put(site + editionFile, list);
}

type StoredFiles = (path: string, hash: string) => Promise<Response | undefined>;

/** What a whole cache holds of the same bytes. */
async function storedFiles(site: string, name: string | undefined): Promise<StoredFiles> {
  if (name === undefined) {
    return () => Promise.resolve(undefined);
  }
  const cache = await caches.open(name);
  const list = await cache.match(site + editionFile);
  const {files} = (await list?.json()) as Edition;
  return async (path, hash) => (files[path]?.[1] === hash ? cache.match(site + path) : undefined);
}

/** @throws when it is not what the list says: the site may have become a newer one meanwhile */
async function fetchFile(address: string, hash: string): Promise<Response> {
  const {headers, bytes} = await fetchNew(address).then(async (response) => ({
    headers: response.headers,
    bytes: await response.arrayBuffer(),
  }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (btoa(String.fromCharCode(...digest)) !== hash) {
    throw new Error(`${address} is of another build`);
  }
  return new Response(bytes, {headers});
}

async function fetchNew(address: string): Promise<Response> {
  // Asks the site whether what the browser keeps is what it has now.
  const response = await fetch(address, {cache: 'no-cache'});
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response;
}
