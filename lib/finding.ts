/** One thing that a check found wrong in the content. */
export interface Finding {
  /** Path from the root of the repository. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
  /** Korean: what was found, what is expected, how to mend it. */
  message: string;
  /** Id of the rule, e.g. `cited-key-exists`. */
  rule: string;
  /** What a machine can do about it. */
  mend?: Mend;
}

/** Other letters at the place of a finding; or all of the file in whole letters (NFC) and without a BOM. */
export type Mend = {before: string; after: string} | 'normalize';

/** `docs/a.md:3:1 메시지 (rule-id)`, in one line whatever the content says. */
export function formatFinding({file, line, column, message, rule}: Finding): string {
  return inOneLine(`${file}:${line}:${column} ${message} (${rule})`);
}

/**
 * Shows control, bidi and invisible characters by their numbers: what a page says
 * must not move the cursor of a terminal, nor give commands to GitHub Actions,
 * which obeys `::` at the start of a line and `##[` anywhere.
 */
export function inOneLine(text: string): string {
  return text
    .replace(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
    .replaceAll('##[', '# #[');
}

/** Order of reading: file, then line, then column. */
export function compareFindings(a: Finding, b: Finding): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
}
