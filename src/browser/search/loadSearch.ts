import {createSearch, type SearchEngine} from '@site/lib/search/search';
import type {Postings, SearchIndex} from '@site/lib/search/searchIndex';
import {partFileName} from '@site/lib/search/searchIndexFile';
import {readJson} from '../readJson';

const loaded = new Map<string, Promise<unknown>>();

/**
 * Loads the index of a version once, without its parts.
 * @throws when it is missing or damaged; the next call tries again
 */
export function loadSearch(address: string): Promise<SearchEngine> {
  return once(address, async () => {
    const index = (await readJson(address)) as Partial<SearchIndex> | null;
    if (!Array.isArray(index?.documents) || !Array.isArray(index.concepts)) {
      throw new Error(`${address} is not a search index`);
    }
    return createSearch(index as SearchIndex);
  });
}

/**
 * Loads parts of an index, each once, and gives them to its search.
 * @param address of the index
 * @throws when one is missing or damaged; the next call tries again
 */
export async function loadParts(
  engine: SearchEngine,
  address: string,
  parts: readonly string[],
): Promise<void> {
  await Promise.all(
    parts.map((part) => {
      // In a folder opened from disk it is a script: `index.json.js`.
      const place = address.replace('index.json', partFileName(part));
      return once(place, async () => engine.add(part, (await readJson(place)) as Postings));
    }),
  );
}

/**
 * Loads the texts that excerpts are cut from once.
 * @throws when they are missing or damaged; the next call tries again
 */
export function loadTexts(address: string): Promise<string[]> {
  return once(address, async () => {
    const texts = await readJson(address);
    if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string')) {
      throw new Error(`${address} is no list of texts`);
    }
    return texts as string[];
  });
}

function once<Content>(address: string, load: () => Promise<Content>): Promise<Content> {
  const known = loaded.get(address);
  if (known) {
    return known as Promise<Content>;
  }
  const loading = load();
  loaded.set(address, loading);
  loading.catch(() => loaded.delete(address));
  return loading;
}
