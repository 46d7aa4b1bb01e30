import {readStoredJson, writeStored} from './storage';

const key = 'kkori-search-words';

/** Leaves the words that a search found for the page that a click on its result opens. */
export function leaveSearchWords(url: string, words: readonly string[]): void {
  writeStored('sessionStorage', key, JSON.stringify({url, words}));
}

/** The words that a search has left for this place, once; undefined when it led nowhere or elsewhere. */
export function takeSearchWords(): string[] | undefined {
  const stored = readStoredJson('sessionStorage', key) as {url?: unknown; words?: unknown} | null;
  if (stored?.url !== location.href || !Array.isArray(stored.words)) {
    return undefined;
  }
  writeStored('sessionStorage', key, null);
  return stored.words.filter((word): word is string => typeof word === 'string');
}
