const initials = [...'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ'];

/** Where a text stands in an index from A to ㅎ: `도커` → `ㄷ`, `docker` → `D`, anything else `#`. */
export function initialOf(text: string): string {
  const first = text.match(/[가-힣A-Za-z]/)?.[0] ?? '#';
  const syllable = first.charCodeAt(0) - 0xac00;
  return syllable >= 0 ? (initials[Math.floor(syllable / 588)] ?? '#') : first.toUpperCase();
}
