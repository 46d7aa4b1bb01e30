import {readFileSync} from 'node:fs';
import path from 'node:path';

import type {Finding} from '../lib/finding.ts';
import {groupBy} from '../lib/groupBy.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';

/**
 * Mends in the working version and its data what a machine can (spelling, letters that nobody
 * sees, Hangul in parts), and touches nothing else.
 * @param root of the repository
 * @returns the lines that changed, as a diff shows them
 */
export async function mendContent(root: string, findings: readonly Finding[]): Promise<string[]> {
  const mendable = findings.filter(
    ({file, mend}) => mend !== undefined && /^(?:docs|data)\/[^\0]*\.(?:md|yaml)$/.test(file),
  );
  const diff: string[] = [];
  for (const [file, ofFile] of groupBy(mendable, (finding) => finding.file)) {
    const before = readFileSync(path.join(root, file), 'utf8');
    const after = mendText(before, ofFile);
    if (after !== before) {
      await writeWholeFile(path.join(root, file), after);
      diff.push(...changedLines(file, before, after));
    }
  }
  return diff;
}

/** A text with the mends of its findings; where the letters are not where they should be, as it was. */
export function mendText(text: string, findings: readonly Finding[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.replace(/^\ufeff/, '').split(newline);
  // From the end, so that no mend moves the place of another.
  const backwards = [...findings].sort((a, b) => b.line - a.line || b.column - a.column);
  for (const {line, column, mend} of backwards) {
    const old = lines[line - 1] ?? '';
    if (mend === undefined || mend === 'normalize') {
      continue;
    }
    const {before, after} = mend;
    // Of front matter and diagrams only the line is known.
    const at = old.startsWith(before, column - 1)
      ? column - 1
      : old.indexOf(before) === old.lastIndexOf(before)
        ? old.indexOf(before)
        : -1;
    if (at !== -1) {
      lines[line - 1] = old.slice(0, at) + after + old.slice(at + before.length);
    }
  }
  const mended = lines.join(newline);
  const isNormalized = findings.some(({mend}) => mend === 'normalize');
  return isNormalized
    ? mended.normalize('NFC')
    : text.startsWith('\ufeff')
      ? `\ufeff${mended}`
      : mended;
}

function changedLines(file: string, before: string, after: string): string[] {
  const [old, mended] = [before.split('\n'), after.split('\n')];
  return [
    `--- ${file}`,
    ...old.flatMap((line, index) =>
      line === mended[index] ? [] : [`@@ ${index + 1} @@`, `-${line}`, `+${mended[index]}`],
    ),
  ];
}
