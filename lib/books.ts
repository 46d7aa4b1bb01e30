/**
 * What the link to a version's book says of its files. Their sizes are known only
 * after the pages are built: a page is rendered with placeholders, which
 * outputs/ replaces in the finished HTML (ARCHITECTURE.md).
 */
export type BookFacts = Record<BookFormat, FileSize>;

/** The PDF is of A5, the other of A4. */
export const bookFormats = ['pdf', 'pdf-a4', 'epub'] as const;
type BookFormat = (typeof bookFormats)[number];

interface FileSize {
  bytes: number;
  pageCount?: number;
}

/** Docusaurus' name of the working version, which has no book. */
export const workingVersion = 'current';

/** Stands for the size of a file, and is what a page says where nothing replaces it. */
export function sizePlaceholder(version: string, format: BookFormat): string {
  return `@book-size ${version} ${format}@`;
}

/** `1.2 MB, 24쪽`, or `310 KB` of what has no pages. */
export function writtenSize({bytes, pageCount}: FileSize): string {
  return pageCount === undefined ? formatBytes(bytes) : `${formatBytes(bytes)}, ${pageCount}쪽`;
}

/** In SI units, as browsers and shops show sizes of files. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
