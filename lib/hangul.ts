import {convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong} from 'es-hangul';

/** Letters in the order of keystrokes: `컨테` → `ㅋㅓㄴㅌㅔ`, `값` → `ㄱㅏㅂㅅ`; others stay. */
export function jamoOf(text: string): string {
  return disassemble(text);
}

/** Initial consonants of the syllables: `도커` → `ㄷㅋ`. */
export function choseongOf(text: string): string {
  return getChoseong(text);
}

/** Whether the text is initial consonants alone, as in `ㄷㅋ`. */
export function isChoseong(text: string): boolean {
  return /^[ㄱ-ㅎ]+$/.test(text);
}

export function isHangul(text: string): boolean {
  return /^[가-힣ㄱ-ㅎㅏ-ㅣ]+$/.test(text);
}

/**
 * What the same keys give on the other keyboard layout: `ehzj` → `도커`,
 * `애찯ㄱ` → `docker`.
 * @returns undefined when the keys give no Korean text
 */
export function otherLayout(text: string): string | undefined {
  if (isHangul(text)) {
    return convertHangulToQwerty(text).toLowerCase();
  }
  if (!/^[a-z]+$/i.test(text)) {
    return undefined;
  }
  try {
    // Only ㄲ ㄸ ㅃ ㅆ ㅉ ㅒ ㅖ take Shift; any other capital is a slip of its own.
    return convertQwertyToHangul(text.replace(/[A-Z](?<![QWERTOP])/g, (key) => key.toLowerCase()));
  } catch {
    // es-hangul refuses what no syllable can begin with, e.g. `photo`.
    return undefined;
  }
}

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions,
 * substitutions and swaps of neighbours.
 * @returns the distance, or `limit + 1` as soon as it is above `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let beforePrevious: number[] = [];
  let previous = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let distance = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest > limit) {
      return limit + 1;
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
