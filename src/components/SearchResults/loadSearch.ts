import {createSearch, type Search} from '@site/lib/search/search';
import type {SearchIndex} from '@site/lib/search/searchIndex';

const loaded = new Map<string, Promise<Search>>();

/**
 * Loads the index of a version once.
 * @throws when it is missing or damaged; the next call tries again
 */
export function loadSearch(address: string): Promise<Search> {
  const known = loaded.get(address);
  if (known) {
    return known;
  }
  const loading = fetchSearch(address);
  loaded.set(address, loading);
  loading.catch(() => loaded.delete(address));
  return loading;
}

async function fetchSearch(address: string): Promise<Search> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  const index = (await response.json()) as Partial<SearchIndex> | null;
  if (!Array.isArray(index?.documents) || !Array.isArray(index.concepts) || !index.postings) {
    throw new Error(`${address} is not a search index`);
  }
  return createSearch(index as SearchIndex);
}
