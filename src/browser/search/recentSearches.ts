import {readStoredJson, writeStored} from '../storage';

const key = 'kkori-recent-searches';
const most = 5;

/** Searches that led somewhere, the latest first; kept in this browser alone. */
export function readRecentSearches(): string[] {
  const stored = readStoredJson('localStorage', key);
  return Array.isArray(stored)
    ? stored.filter((item): item is string => typeof item === 'string').slice(0, most)
    : [];
}

export function rememberSearch(query: string): void {
  const others = readRecentSearches().filter((item) => item !== query);
  writeStored('localStorage', key, JSON.stringify([query, ...others].slice(0, most)));
}

/** @param query the only one to forget, or all of them when left out */
export function forgetSearches(query?: string): void {
  const others = readRecentSearches().filter((item) => query !== undefined && item !== query);
  writeStored('localStorage', key, others.length > 0 ? JSON.stringify(others) : null);
}
