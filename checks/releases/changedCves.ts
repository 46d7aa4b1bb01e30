import type {Answer} from '../../content-model/answers.ts';
import {verificationOf, type Verification} from '../../content-model/verifications.ts';

/** A vulnerability whose record says something else than when an answer was compared with it. */
export interface ChangedCve {
  cve: string;
  /** Korean. */
  reason: string;
  /** `docs/a.md:3` */
  places: string[];
}

/** What we read of a record (https://cveproject.github.io/cve-schema/schema/docs/). */
interface CveRecord {
  cveMetadata?: {state?: string};
  /** Of who gave the number out, usually the maker; what others add is apart. */
  containers?: {cna?: {providerMetadata?: {dateUpdated?: string}}};
}

/** Where the record of a vulnerability is. */
export function addressOfCve(cve: string): string {
  return `https://cveawg.mitre.org/api/cve/${cve}`;
}

/** Each vulnerability that answers name, with the lines that name it. */
export function namedCves(
  answers: readonly Answer[],
): Map<string, {answer: Answer; places: string[]}[]> {
  const found = new Map<string, {answer: Answer; places: string[]}[]>();
  for (const answer of answers) {
    const {file, text} = answer.page;
    const lines = text.split('\n');
    const placesOf = new Map<string, Set<string>>();
    for (const {position} of answer.nodes) {
      const [start = 1, end = 0] = [position?.start.line, position?.end.line];
      for (let line = start; line <= end; line += 1) {
        for (const [cve] of (lines[line - 1] ?? '').matchAll(/\bCVE-\d{4}-\d{4,}\b/g)) {
          placesOf.set(cve, (placesOf.get(cve) ?? new Set()).add(`${file}:${line}`));
        }
      }
    }
    for (const [cve, places] of placesOf) {
      found.set(cve, [...(found.get(cve) ?? []), {answer, places: [...places]}]);
    }
  }
  return found;
}

/**
 * What changed in a record since the answers that name the vulnerability were verified, or
 * undefined. An answer without a mark has to be read anyway, and is not looked at.
 * @param record undefined when the list has none of this number
 */
export function changedCveOf(
  cve: string,
  record: unknown,
  named: readonly {answer: Answer; places: string[]}[],
  verifications: ReadonlyMap<string, Verification>,
): ChangedCve | undefined {
  const {cveMetadata, containers} = (record ?? {}) as CveRecord;
  if (cveMetadata?.state !== 'PUBLISHED') {
    const reason = record === undefined ? 'CVE 목록에 없습니다' : '취소되었습니다';
    return {cve, reason, places: named.flatMap(({places}) => places)};
  }
  const updated = containers?.cna?.providerMetadata?.dateUpdated?.slice(0, '2026-11-28'.length);
  const places = named.flatMap(({answer, places: own}) => {
    const mark = verificationOf(answer, verifications);
    return mark && updated !== undefined && updated > mark.date ? own : [];
  });
  return places.length > 0
    ? {cve, reason: `${updated}에 고쳤습니다`, places: [...new Set(places)]}
    : undefined;
}
