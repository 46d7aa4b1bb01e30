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
}

/** `docs/a.md:3:1 메시지 (rule-id)` */
export function formatFinding({file, line, column, message, rule}: Finding): string {
  return `${file}:${line}:${column} ${message} (${rule})`;
}

/** Order of reading: file, then line, then column. */
export function compareFindings(a: Finding, b: Finding): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
}
