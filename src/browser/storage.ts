type Storage = 'localStorage' | 'sessionStorage';

/** What the browser keeps under a key: null for nothing, undefined where it keeps nothing for us at all. */
export function readStored(storage: Storage, key: string): string | null | undefined {
  try {
    return window[storage].getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets it (null). A browser that keeps nothing serves its reader all the same. */
export function writeStored(storage: Storage, key: string, value: string | null): void {
  try {
    if (value === null) {
      window[storage].removeItem(key);
    } else {
      window[storage].setItem(key, value);
    }
  } catch {
    // Denied or full.
  }
}

/** As readStored, of a value that is kept as JSON; undefined when it is none. */
export function readStoredJson(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(readStored(storage, key) ?? 'null');
  } catch {
    return undefined;
  }
}
