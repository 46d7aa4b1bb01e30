const key = 'kkori-recent-searches';
const most = 5;

/** Searches that led somewhere, the latest first; kept in this browser alone. */
export function readRecentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((item): item is string => typeof item === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const others = readRecentSearches().filter((item) => item !== query);
  write([query, ...others].slice(0, most));
}

export function forgetSearches(): void {
  write([]);
}

function write(searches: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // A browser that keeps nothing still searches.
  }
}
