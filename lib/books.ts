/**
 * What the link to a version's book says of its files. Their sizes are known only
 * after the pages are built: a page is rendered with placeholders, which
 * outputs/ replaces in the finished HTML (ARCHITECTURE.md).
 */
export interface BookFacts {
  pdfBytes: number;
  pageCount: number;
  epubBytes: number;
}

/** Docusaurus' name of the working version, which has no book. */
export const workingVersion = 'current';

/** Stands for the size of a file, and is what a page says where nothing replaces it. */
export function sizePlaceholder(version: string, format: 'pdf' | 'epub'): string {
  return `@book-size ${version} ${format}@`;
}

/** `1.2 MB, 24쪽` */
export function pdfSize({pdfBytes, pageCount}: BookFacts): string {
  return `${formatBytes(pdfBytes)}, ${pageCount}쪽`;
}

/** `310 KB` */
export function epubSize({epubBytes}: BookFacts): string {
  return formatBytes(epubBytes);
}

/** In SI units, as browsers and shops show sizes of files. */
function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
