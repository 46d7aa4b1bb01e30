import {readFileSync} from 'node:fs';
import path from 'node:path';

import {LineCounter, parseDocument, isMap, isSeq, type Document} from 'yaml';
import * as z from 'zod';

import type {Finding} from '../finding.ts';
import {languageNames, referenceTypes, type Reference, type References} from '../references.ts';

z.config(z.locales.ko());

/** Path of the one list of references, from the root of the repository. */
export const referencesFile = 'data/references.yaml';

const date = z
  .string('날짜는 따옴표로 감싸 씁니다 (예: "2024-03-01")')
  .regex(
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    '날짜는 "2024", "2024-03", "2024-03-01" 가운데 한 꼴로 씁니다',
  );
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'http:// 또는 https://로 시작하는 주소를 씁니다',
});

const referenceSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      '인용 키는 영문 소문자, 숫자, 붙임표로만 씁니다 (예: docker-security)',
    ),
  type: z.enum(Object.keys(referenceTypes) as Reference['type'][]),
  title: z.string().min(1),
  author: z.string().min(1),
  'container-title': z.string().min(1),
  issued: date.optional(),
  URL: webAddress,
  accessed: date,
  language: z.enum(Object.keys(languageNames) as Reference['language'][]),
  archive: webAddress.optional(),
}) satisfies z.ZodType<Reference>;

export interface ReferenceData {
  references: References;
  /** Line of each entry in the file, from 1. */
  lines: ReadonlyMap<string, number>;
  findings: Finding[];
}

/**
 * Parses the text of data/references.yaml. Never throws: what is wrong with an
 * entry (YAML, a missing or unknown field, a key used twice) is a finding, and
 * the entry is left out.
 */
export function parseReferences(text: string): ReferenceData {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {lineCounter});
  const references = new Map<string, Reference>();
  const lines = new Map<string, number>();
  const findings: Finding[] = [];
  const report = (offset: number, message: string) => {
    const {line, col} = lineCounter.linePos(offset);
    findings.push({file: referencesFile, line, column: col, message, rule: 'reference-data'});
  };

  for (const error of document.errors) {
    report(error.pos[0], `YAML을 읽을 수 없습니다: ${error.message.split('\n')[0]}`);
  }
  if (findings.length > 0) {
    return {references, lines, findings};
  }
  if (!isSeq(document.contents)) {
    report(0, '출처 목록은 "- id: …"로 시작하는 항목의 목록이어야 합니다');
    return {references, lines, findings};
  }
  for (const item of document.contents.items) {
    const offset = isMap(item) ? (item.range?.[0] ?? 0) : 0;
    const parsed = referenceSchema.safeParse(isMap(item) ? item.toJSON() : item);
    if (!parsed.success) {
      const id = isMap(item) ? String(item.get('id') ?? '이름 없는 항목') : '항목';
      for (const issue of parsed.error.issues) {
        const field = issue.path.join('.');
        if (isMap(item) && field && !item.has(field)) {
          report(
            offset,
            `출처 "${id}"에 ${field} 항목이 없습니다. "${field}: …" 줄을 추가해 주세요`,
          );
          continue;
        }
        report(
          fieldOffset(document, document.contents.items.indexOf(item), field) ?? offset,
          `출처 "${id}"${field ? `의 ${field}` : ''}: ${issue.message}`,
        );
      }
      continue;
    }
    const reference = parsed.data;
    const first = lines.get(reference.id);
    if (first !== undefined) {
      report(
        offset,
        `${first}번째 줄에 이미 있는 인용 키입니다: "${reference.id}". 하나로 합치거나 다른 키를 씁니다`,
      );
      continue;
    }
    references.set(reference.id, reference);
    lines.set(reference.id, lineCounter.linePos(offset).line);
  }
  return {references, lines, findings};
}

/** Reads data/references.yaml below a root folder. Throws when it is not there. */
export function readReferences(root: string): ReferenceData {
  return parseReferences(readFileSync(path.join(root, referencesFile), 'utf8'));
}

function fieldOffset(document: Document, index: number, field: string): number | undefined {
  const node = document.getIn([index, field], true) as {range?: [number]} | undefined;
  return node?.range?.[0];
}
