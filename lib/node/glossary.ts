import {readFileSync} from 'node:fs';
import path from 'node:path';

import * as z from 'zod';

import type {GlossaryEntry} from '../glossary.ts';
import {entryId, parseDataFile, type DataFile} from './dataFile.ts';

/** Path of the one list of terms, from the root of the repository. */
export const glossaryFile = 'data/glossary.yaml';

const names = z.array(z.string().min(1)).optional();

const entrySchema = z.strictObject({
  id: entryId,
  term: z.string().min(1),
  english: z.string().min(1),
  variants: names,
  misspellings: names,
  definition: z.string().regex(/다\.$/, '합니다체의 한 문장으로 씁니다'),
  source: entryId.optional(),
  general: z.literal(true, '일반어이면 true라고 쓰고, 아니면 이 줄을 지웁니다').optional(),
}) satisfies z.ZodType<GlossaryEntry>;

/** Parses the text of data/glossary.yaml; see parseDataFile. */
export function parseGlossary(text: string): DataFile<GlossaryEntry> {
  return parseDataFile<GlossaryEntry>(text, {
    file: glossaryFile,
    noun: '용어',
    rule: 'glossary-data',
    schema: entrySchema,
  });
}

/** Reads data/glossary.yaml below a root folder. Throws when it is not there. */
export function readGlossary(root: string): DataFile<GlossaryEntry> {
  return parseGlossary(readFileSync(path.join(root, glossaryFile), 'utf8'));
}
