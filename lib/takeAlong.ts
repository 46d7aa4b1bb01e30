/**
 * What a reader can take along, by its path below the built site, and what the page that offers it
 * says of its size: that is known only when all is made, so the page is rendered with placeholders,
 * which outputs/offline replaces.
 */

/** A version's pages in a folder that opens without a server. */
export function folderFile(version: string): string {
  return `offline/${version}.zip`;
}

/** A version's questions as a deck of Anki. */
export function deckFile(version: string): string {
  return `anki/${version}.apkg`;
}

/** The list of the files of the latest version, which a browser can store as a whole. */
export const editionFile = 'offline/edition.json';

/** What it says. */
export interface Edition {
  /** Label of the version, e.g. `3.0`. */
  version: string;
  /** Tells one build from another. */
  build: string;
  /** Of all files. */
  bytes: number;
  /** What comes over the line at most: a host that packs better than gzip sends less. */
  packedBytes: number;
  /** Address below the site's own → how many bytes, and their SHA-256 in base64. */
  files: Record<string, [bytes: number, hash: string]>;
}

/** The worker that stores it and answers with it. */
export const workerFile = 'sw.js';

/** The page that says what an address without a connection does not. */
export const notStoredAddress = 'not-stored/';
/** The page that offers all of this. */
export const takeAlongAddress = 'take/';

/** A version as an object: `3.0을`, `4.2를`, as its last digit is read. */
export function asObject(version: string): string {
  return version + (/[2459]$/.test(version) ? '를' : '을');
}

/** Stands for the size of a file or of what it lists. */
export function fileSizePlaceholder(path: string): string {
  return `@size of ${path}@`;
}
