/**
 * Without what editors and web pages leave behind unseen (zero-width and control characters,
 * fillers, odd spaces), and with plain letters for those that only look like them.
 */
export function cleaned(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (character) =>
        character.normalize('NFKC'),
      )
      .replace(/[\p{Zs}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|(?!\u200d)\p{Cf}/gu, '')
      .replace(/(?<!\p{Emoji})\ufe0f|[\u115f\u1160\u3164\uffa0\u2800\ufffc\ufffd]/gu, '')
      .replace(/[^\P{Cc}\n\t]|[\p{Cn}\p{Co}\p{Cs}]/gu, '')
      // Hangul in parts has been put together above; what still stands on a letter has no place.
      .replace(/(?![\ufe0f\u20e3])\p{M}/gu, '')
      .replace(
        /[\u1100-\u1112]/g,
        (initial) => 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'[initial.charCodeAt(0) - 0x1100] ?? '',
      )
  );
}
