/** Path of a version's search index below the built site. */
export function searchIndexFile(version: string): string {
  return `search/${version}/index.json`;
}
