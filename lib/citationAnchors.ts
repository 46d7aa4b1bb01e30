/** Anchor of one use, e.g. `cite-docker-run-2`. */
export function citationAnchor(citation: {key: string; occurrence: number}): string {
  return `cite-${citation.key}-${citation.occurrence}`;
}

/** Anchor of an entry in a list of references, e.g. `ref-docker-run`. */
export function referenceAnchor(key: string): string {
  return `ref-${key}`;
}

/** a, b, … z, aa, ab …: the label of the nth back-reference (n from 1). */
export function backlinkLabel(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26));
  return n > 26 ? backlinkLabel(Math.floor((n - 1) / 26)) + letter : letter;
}
