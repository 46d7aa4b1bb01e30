import {versionFolderOf} from '../content-model/model.ts';
import {newerFirst} from '../content-model/versions.ts';
import type {Page} from '../content-model/markdown.ts';

/** Version 1.0 is history: its text was written before these rules, and stays as it was released. */
export function followsSecondFormat({file}: {file: string}): boolean {
  return !file.startsWith('versioned_docs/version-1.0/');
}

/** Folder of the version that a page belongs to: `docs` or `versioned_docs/version-2.0`. */
export function versionFolder({file}: {file: string}): string {
  return versionFolderOf(file);
}

/** Path of a page below the folder of its version. */
export function pathInVersion(page: {file: string}): string {
  return page.file.slice(versionFolder(page).length + 1);
}

/** Address of a page below that of its version: what `slug` says, or its path. */
export function addressOf(page: Page): string {
  const slug = page.frontMatter?.slug;
  return typeof slug === 'string' ? slug : `/${pathInVersion(page).replace(/\.md$/, '')}`;
}

const byFile = new WeakMap<readonly Page[], ReadonlyMap<string, Page>>();

/** The page of a file, or undefined. */
export function pageOfFile(pages: readonly Page[], file: string): Page | undefined {
  const known = byFile.get(pages) ?? new Map(pages.map((page) => [page.file, page]));
  byFile.set(pages, known);
  return known.get(file);
}

/** The newest released version that has pages, e.g. `versioned_docs/version-2.0`, or undefined. */
export function newestVersion(pages: readonly Page[]): string | undefined {
  const folders = new Set(
    pages.map(versionFolder).filter((folder) => folder.startsWith('versioned_docs/version-')),
  );
  return [...folders].sort(newerFirst)[0];
}
