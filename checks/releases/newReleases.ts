import type {Page} from '../../content-model/markdown.ts';
import type {Product} from '../../content-model/products.ts';
import {newerFirst} from '../../content-model/versions.ts';

/** A release that the working version was not compared with, and the lines that it may touch. */
export interface NewRelease {
  product: string;
  version: string;
  /** `docs/a.md:3` */
  places: string[];
}

/** What we read of a release, of GitHub's or of kernel.org's. */
interface ListedRelease {
  tag_name?: string;
  version?: string;
  prerelease?: boolean;
  draft?: boolean;
}

/**
 * The newest stable version that a list of releases names: what GitHub's API lists for a repository
 * (https://docs.github.com/rest/releases/releases), or kernel.org's releases.json.
 * @returns undefined when it names none
 */
export function newestIn(feed: unknown): string | undefined {
  const list = Array.isArray(feed) ? feed : ((feed as {releases?: unknown}).releases ?? []);
  const versions = (list as ListedRelease[]).flatMap((release) => {
    const name = release.tag_name ?? release.version ?? '';
    const isEarly = release.prerelease === true || release.draft === true;
    return isEarly ? [] : (/^(?:docker-)?v?(\d+\.\d+(?:\.\d+)?)$/.exec(name)?.[1] ?? []);
  });
  return versions.sort(newerFirst)[0];
}

/**
 * What is new in a product, or undefined: a version that is newer than the one that the pages were
 * compared with, and the lines of the pages that name the product with a version.
 */
export function newReleaseOf(
  {name, version}: Product,
  newest: string | undefined,
  pages: readonly Page[],
): NewRelease | undefined {
  if (newest === undefined || newerFirst(newest, version) >= 0) {
    return undefined;
  }
  const named = new RegExp(`${name}(?: Engine)? v?\\d+\\.\\d`);
  const places = pages.flatMap(({file, text}) =>
    text.split('\n').flatMap((line, index) => (named.test(line) ? [`${file}:${index + 1}`] : [])),
  );
  return {product: name, version: newest, places};
}
