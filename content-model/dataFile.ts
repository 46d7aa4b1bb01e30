import {isMap, isSeq, type Document} from 'yaml';
import * as z from 'zod';

import type {Finding} from '../lib/finding.ts';
import {parsePlainYaml} from './plainYaml.ts';

z.config(z.locales.ko());

/** Far above what people write, far below what would hold up the machine that checks. */
const maximumEntries = 5000;

/** What a missing file says. The gate refuses a repository that lacks one it needs. */
export const noEntries = '[]';

/** The entries of a file of data/, by id, and what is wrong with the others. */
export interface DataFile<Entry> {
  entries: ReadonlyMap<string, Entry>;
  /** Line of each entry in the file, from 1. */
  lines: ReadonlyMap<string, number>;
  findings: Finding[];
}

/** What a file of data/ is a list of. */
interface Description<Entry> {
  /** Path from the root of the repository. */
  file: string;
  /** Korean noun of one entry. */
  noun: string;
  rule: string;
  schema: z.ZodType<Entry>;
}

/** An id of ASCII words joined by dashes. */
export const entryId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'id는 영문 소문자, 숫자, 붙임표로만 씁니다 (예: docker-security)',
  );

/** What a reader reads in one line. */
export const shortText = z
  .string()
  .max(300, '300자 이내로 줄여 주세요')
  .regex(/^\S(.*\S)?$/, '비우지 말고, 앞뒤 빈칸 없이 한 줄로 적어 주세요');

/**
 * Parses a YAML list of entries with an `id`. Never throws: what is wrong with an
 * entry (YAML, a missing or unknown field, an id used twice) is a finding, and
 * the entry is left out.
 */
export function parseDataFile<Entry extends {id: string}>(
  text: string,
  {file, noun, rule, schema}: Description<Entry>,
): DataFile<Entry> {
  const entries = new Map<string, Entry>();
  const lines = new Map<string, number>();
  const findings: Finding[] = [];
  if (text === noEntries) {
    return {entries, lines, findings};
  }
  const {document, lineCounter, faults} = parsePlainYaml(text);
  const report = (offset: number, message: string) => {
    const {line, col} = lineCounter.linePos(offset);
    findings.push({file, line, column: col, message, rule});
  };

  for (const {offset, message} of faults) {
    report(offset, message);
  }
  if (findings.length > 0) {
    return {entries, lines, findings};
  }
  if (!isSeq(document.contents)) {
    report(0, `${noun} 목록은 "- id: …"로 시작하는 항목의 목록이어야 합니다`);
    return {entries, lines, findings};
  }
  const {items} = document.contents;
  if (items.length > maximumEntries) {
    report(0, `${noun} 항목이 ${maximumEntries}개를 넘습니다. 쓰지 않는 것을 지워 주세요`);
    return {entries, lines, findings};
  }
  for (const [index, item] of items.entries()) {
    const offset = isMap(item) ? (item.range?.[0] ?? 0) : 0;
    const parsed = schema.safeParse(isMap(item) ? item.toJSON() : item);
    if (!parsed.success) {
      const id = isMap(item) ? String(item.get('id') ?? '이름 없는 항목') : '항목';
      for (const issue of parsed.error.issues) {
        const field = issue.path.join('.');
        if (isMap(item) && field && !item.has(String(issue.path[0]))) {
          report(
            offset,
            `${noun} "${id}"에 ${field} 항목이 없습니다. "${field}: …" 줄을 추가해 주세요`,
          );
          continue;
        }
        report(
          fieldOffset(document, index, issue.path) ?? offset,
          `${noun} "${id}"${field ? `의 ${field}` : ''}: ${issue.message}`,
        );
      }
      continue;
    }
    const entry = parsed.data;
    const first = lines.get(entry.id);
    if (first !== undefined) {
      report(
        offset,
        `${first}번째 줄에 이미 있는 id입니다: "${entry.id}". 하나로 합치거나 다른 id를 씁니다`,
      );
      continue;
    }
    entries.set(entry.id, entry);
    lines.set(entry.id, lineCounter.linePos(offset).line);
  }
  return {entries, lines, findings};
}

function fieldOffset(
  document: Document,
  index: number,
  path: readonly PropertyKey[],
): number | undefined {
  const node = document.getIn([index, ...path], true) as {range?: [number]} | undefined;
  return node?.range?.[0];
}
