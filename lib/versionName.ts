/** What a page calls its version: `버전 2.0`; `다음` alone would read as the next page. */
export function versionInWords(label: string): string {
  return /^\d/.test(label) ? `버전 ${label}` : `‘${label}’ 버전`;
}

/** The label of a version from what versionInWords made of it. */
export function versionLabelOf(words: string): string {
  return words.replace(/^버전 |^‘|’ 버전$/g, '');
}
