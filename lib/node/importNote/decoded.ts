/** Text of a percent-encoded address; the address itself where it is not encoded right. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
