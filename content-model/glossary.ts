import * as z from 'zod';

import type {GlossaryEntry} from '../lib/glossary.ts';
import {rememberByText} from './rememberByText.ts';
import {entryId, parseDataFile, shortText, type DataFile} from './dataFile.ts';

/** Path of the one list of terms, from the root of the repository. */
export const glossaryFile = 'data/glossary.yaml';

const name = shortText
  .max(60, '60자 이내로 줄여 주세요')
  .regex(/[가-힣a-z0-9]/i, '글자가 없습니다. 낱말로 적어 주세요');
const names = z.array(name).max(50, '50개까지만 적어 주세요').optional();

export const glossarySchema = z.strictObject({
  id: entryId.describe('바뀌지 않는 영문 이름'),
  term: name.describe('글에서 쓰는 이름'),
  english: name.describe('영문 이름'),
  variants: names.describe('다르게 적은 것. 검색이 알아듣습니다'),
  misspellings: names.describe('잘못 적은 것. 검사가 알립니다'),
  definition: shortText
    .regex(/[가-힣]니다\.$/, '합니다체의 한 문장으로 씁니다')
    .describe('한 문장의 풀이'),
  source: entryId.optional().describe('풀이의 출처. references.yaml의 id'),
  general: z
    .literal(true, '일반어이면 true라고 쓰고, 아니면 이 줄을 지웁니다')
    .optional()
    .describe('이 분야 밖에서도 흔히 쓰는 말'),
}) satisfies z.ZodType<GlossaryEntry>;

/** Parses the text of data/glossary.yaml; see parseDataFile. */
export const parseGlossary = rememberByText((text): DataFile<GlossaryEntry> =>
  parseDataFile<GlossaryEntry>(text, {
    file: glossaryFile,
    noun: '용어',
    rule: 'glossary-data',
    schema: glossarySchema,
  }),
);
