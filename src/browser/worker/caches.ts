import {editionFile, type Edition} from '@site/lib/takeAlong';

/**
 * What is stored of the site: one cache for each build of an edition. A cache is whole when it holds
 * the list of its files, which comes into it last.
 * @param site address of the site, below which its caches have their names
 */
export async function wholeCaches(site: string): Promise<string[]> {
  const names = await cachesOf(site);
  const isWhole = await Promise.all(
    names.map(async (name) => (await caches.open(name)).match(site + editionFile)),
  );
  // In the order in which they were made: the one that is read comes before a newer one.
  return names.filter((_, index) => isWhole[index]);
}

/** Names of all caches of the site, whole or not. */
export async function cachesOf(site: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(`${site} `));
}

/** Removes all that is stored of the site. */
export async function forgetCaches(site: string): Promise<void> {
  await Promise.all((await cachesOf(site)).map((name) => caches.delete(name)));
}

export function cacheName(site: string, {version, build}: Edition): string {
  return `${site} ${version} ${build}`;
}
