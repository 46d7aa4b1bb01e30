import * as z from 'zod';

import type {SearchWord} from '../lib/searchWords.ts';
import {entryId, parseDataFile, shortText, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';

/** Path of the words that search knows beside the glossary, from the root of the repository. */
export const searchWordsFile = 'data/search-words.yaml';

const schema = z.strictObject({
  id: entryId,
  kind: z.enum(['name', 'general', 'synonym', 'plain'], {
    error: 'name, general, synonym, plain 가운데 하나를 적어 주세요',
  }),
  words: z
    .array(
      shortText
        .max(60, '60자 이내로 줄여 주세요')
        .regex(/[가-힣a-z0-9]/i, '글자가 없습니다. 낱말로 적어 주세요'),
    )
    .min(1, '낱말을 하나는 적어 주세요')
    .max(500, '500개까지만 적어 주세요'),
}) satisfies z.ZodType<SearchWord>;

/** Parses the text of data/search-words.yaml; see parseDataFile. */
export const parseSearchWords = rememberByText((text): DataFile<SearchWord> =>
  parseDataFile<SearchWord>(text, {
    file: searchWordsFile,
    noun: '검색 낱말',
    rule: 'search-words',
    schema,
  }),
);
