/** Path of a version's search index below the built site. */
export function searchIndexFile(version: string): string {
  return `search/${version}/index.json`;
}

/** Path of the texts of its sections, in its order: search finds without them, and shows parts of them. */
export function searchTextsFile(version: string): string {
  return `search/${version}/texts.json`;
}
