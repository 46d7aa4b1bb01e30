import {createSearch, type Search} from '@site/lib/search/search';
import type {SearchIndex} from '@site/lib/search/searchIndex';

const loaded = new Map<string, Promise<unknown>>();

/**
 * Loads the index of a version once.
 * @throws when it is missing or damaged; the next call tries again
 */
export function loadSearch(address: string): Promise<Search> {
  return once(address, async () => {
    const index = (await fetchJson(address)) as Partial<SearchIndex> | null;
    if (!Array.isArray(index?.documents) || !Array.isArray(index.concepts) || !index.postings) {
      throw new Error(`${address} is not a search index`);
    }
    return createSearch(index as SearchIndex);
  });
}

/**
 * Loads the texts that excerpts are cut from once.
 * @throws when they are missing or damaged; the next call tries again
 */
export function loadTexts(address: string): Promise<string[]> {
  return once(address, async () => {
    const texts = await fetchJson(address);
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

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response.json();
}
