import * as z from 'zod';

import {languageNames, referenceTypes, type Reference} from '../lib/references.ts';
import {rememberByText} from './rememberByText.ts';
import {entryId, parseDataFile, shortText, type DataFile} from './dataFile.ts';

/** Path of the one list of references, from the root of the repository. */
export const referencesFile = 'data/references.yaml';

const date = z
  .string('날짜는 따옴표로 감싸 씁니다 (예: "2024-03-01")')
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: '날짜는 "2024", "2024-03", "2024-03-01" 가운데 한 꼴로 씁니다',
    abort: true,
  })
  .refine((text) => !Number.isNaN(Date.parse(text)), '달력에 없는 날짜입니다. 고쳐 주세요');
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'http:// 또는 https://로 시작하는 주소를 씁니다',
});

export const referenceSchema = z.strictObject({
  id: entryId.describe('본문에서 [@id]로 인용하는 이름'),
  type: z.enum(Object.keys(referenceTypes) as Reference['type'][]).describe('자료의 종류'),
  title: shortText.describe('자료의 제목, 적힌 그대로'),
  author: shortText.describe('지은이나 낸 곳'),
  'container-title': shortText.describe('실린 사이트, 책, 저널'),
  issued: date.optional().describe('펴낸 날. 적혀 있을 때만'),
  URL: webAddress.describe('읽을 수 있는 주소'),
  accessed: date.describe('열어서 읽은 날'),
  language: z.enum(Object.keys(languageNames) as Reference['language'][]).describe('자료의 언어'),
  archive: webAddress.optional().describe('주소가 사라졌을 때 볼 보존본'),
}) satisfies z.ZodType<Reference>;

/** Parses the text of data/references.yaml; see parseDataFile. */
export const parseReferences = rememberByText((text): DataFile<Reference> =>
  parseDataFile<Reference>(text, {
    file: referencesFile,
    noun: '출처',
    rule: 'reference-data',
    schema: referenceSchema,
  }),
);
