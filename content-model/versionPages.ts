import path from 'node:path';

import {comparePlaces} from '../lib/sections.ts';
import {readPages, type Page} from './markdown.ts';

/** A page with its place in its version. */
export interface VersionPage extends Page {
  /** Path below the folder of the version, e.g. `containers/cgroups.md`. */
  path: string;
  title: string;
  /** The shorter title of the sidebar. */
  label: string;
  /** Address below the version's own: `/containers/cgroups`, or what `slug` says. */
  slug: string;
}

/**
 * The pages of a version in the order of reading.
 * @param root of the repository
 * @param folder of the version: `docs` or `versioned_docs/version-1.0`
 */
export function versionPages(root: string, folder: string): VersionPage[] {
  return readPages(root, folder)
    .map((page): VersionPage => {
      const pagePath = path.posix.relative(folder, page.file);
      const {title, sidebar_label: label, slug} = page.frontMatter ?? {};
      return {
        ...page,
        path: pagePath,
        title: String(title),
        label: String(label ?? title),
        slug: typeof slug === 'string' ? slug : `/${pagePath.replace(/\.md$/, '')}`,
      };
    })
    .sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
}

/** The folder of the version that a page belongs to, from the root: `docs` or `versioned_docs/version-1.0`. */
export function versionFolderOf(root: string, file: string): string {
  const [first = '', second = ''] = path.relative(root, file).split(path.sep);
  return first === 'versioned_docs' ? `${first}/${second}` : first;
}

function placeOf({path: pagePath, frontMatter}: VersionPage) {
  return {path: pagePath, position: Number(frontMatter?.sidebar_position)};
}
