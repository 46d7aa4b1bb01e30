import * as z from 'zod';

import {entryId, parseDataFile, shortText, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';

/** Path of the one list of products, from the root of the repository. */
export const productsFile = 'data/products.yaml';

/** Something whose releases change what is right. */
export interface Product {
  id: string;
  /** As readers know it: Docker. */
  name: string;
  /** Newest release that the working version was compared with. */
  version: string;
  /** The part of it that readers know: `29` of `29.7.0`. */
  line: string;
  /** How the keys of references begin whose subject it is. */
  sources: string[];
  /** Where its releases are listed; see newestIn. */
  releases: string;
}

const number = z
  .string('따옴표로 감싸 적어 주세요 (예: "29.7.0")')
  .regex(/^\d+(\.\d+){0,3}$/, '"29.7.0"처럼 수를 점으로 이어 적어 주세요');

const productSchema = z
  .strictObject({
    id: entryId,
    name: shortText.max(30, '30자 이내로 줄여 주세요'),
    version: number,
    line: number,
    sources: z.array(
      z.string().regex(/^[a-z0-9-]+-$/, '출처 키의 앞부분을 "docker-"처럼 적습니다'),
    ),
    releases: z.url({protocol: /^https$/, error: 'https://로 시작하는 주소를 씁니다'}),
  })
  .refine(({version, line}) => `${version}.`.startsWith(`${line}.`), {
    path: ['line'],
    error: 'version의 앞부분이어야 합니다 (예: "29.7.0"이면 "29")',
  }) satisfies z.ZodType<Product>;

/** Parses the text of data/products.yaml; see parseDataFile. */
export const parseProducts = rememberByText((text): DataFile<Product> =>
  parseDataFile<Product>(text, {
    file: productsFile,
    noun: '제품',
    rule: 'product-data',
    schema: productSchema,
  }),
);
