/** Path of a version's search index below the built site. */
export function searchIndexFile(version: string): string {
  return `search/${version}/index.json`;
}

/** Path of the texts of its sections, in its order: search finds without them, and shows parts of them. */
export function searchTextsFile(version: string): string {
  return `search/${version}/texts.json`;
}

/** Path of a part of the index: the words that begin with a letter, or the concepts. */
export function searchPartFile(version: string, part: string): string {
  return `search/${version}/${partFileName(part)}`;
}

/** A letter of Korean is written as its number, which every host serves alike. */
export function partFileName(part: string): string {
  const letter = part.replace('@', '');
  const name = /^[a-z0-9]$/.test(letter) ? letter : letter.charCodeAt(0).toString(16);
  return `${part === letter ? 'words' : 'concepts'}-${name}.json`;
}
