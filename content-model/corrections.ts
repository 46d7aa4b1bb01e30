import * as z from 'zod';

import {entryId, parseDataFile, shortText, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';
import {isVersionName, newerFirst} from './versions.ts';

/** Path of the one list of corrections, from the root of the repository. */
export const correctionsFile = 'data/corrections.yaml';

/** The page that has all corrections, below the folder of a version. */
export const correctionsPage = 'corrections.md';

/** Something that a released version says wrongly, and what is right. */
export interface Correction {
  /** Of its heading on the page of corrections. */
  id: string;
  title: string;
  /** The version that is wrong, and the one from which on it is right. */
  of: string;
  in: string;
  /** Where the wrong version says it: `containers/cgroups#oomkilled`, or the page alone. */
  at: string;
  said: string;
  /** With its sources: `[@key]`. */
  right: string;
  why: string;
  /** Where the working version has it: `containers/cgroups.md#oomkilled`. */
  see: string;
}

const words = shortText.max(500, '500자 이내로 줄여 주세요');
const version = z
  .string('따옴표로 감싸 적어 주세요 (예: "3.0")')
  .refine(isVersionName, '"3.0"처럼 두 수를 점으로 이어 적어 주세요');

const correctionSchema = z
  .strictObject({
    id: entryId,
    title: shortText.max(60, '60자 이내로 줄여 주세요'),
    of: version,
    in: version,
    at: z
      .string()
      .regex(
        /^[a-z0-9/-]+(#[a-z0-9-]+)?$/,
        '글의 주소#id로 적어 주세요 (예: virtualization#hypervisor)',
      ),
    said: words,
    right: words,
    why: words,
    see: z
      .string()
      .regex(
        /^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$/,
        'docs/ 아래의 경로#id로 적어 주세요 (예: containers/cgroups.md#oomkilled)',
      ),
  })
  .refine((correction) => newerFirst(correction.in, correction.of) < 0, {
    path: ['in'],
    error: '틀린 버전(of)보다 뒤의 버전이어야 합니다',
  }) satisfies z.ZodType<Correction>;

/** Parses the text of data/corrections.yaml; see parseDataFile. */
export const parseCorrections = rememberByText((text): DataFile<Correction> =>
  parseDataFile<Correction>(text, {
    file: correctionsFile,
    noun: '바로잡은 것',
    rule: 'correction-data',
    schema: correctionSchema,
  }),
);

/** Keys of the references that a correction cites. */
export function sourcesOf({right, why}: Correction): string[] {
  const marks = `${right} ${why}`.match(/\[@[^\]]*\]/g) ?? [];
  return marks.flatMap((mark) =>
    mark
      .slice(1, -1)
      .split(';')
      .map((key) => key.trim().slice(1)),
  );
}

/**
 * What the page of corrections says below the heading of one.
 * @param label of the page that `see` names
 * @param latest name of the latest released version, which has no path of its own
 */
export function composeCorrection(correction: Correction, label: string, latest: string): string {
  const {of, at, said, right, why, see} = correction;
  const [page, id] = at.split('#');
  const address = `/docs/${of === latest ? '' : `${of}/`}${page}/${id === undefined ? '' : `#${id}`}`;
  return [
    `- **${of}의 설명**: ${said} ([${of}의 글](${address}))`,
    `- **바른 설명**: ${right}`,
    `- **이유**: ${why}`,
    `- **${correction.in}의 글**: [${label}](${see})`,
  ].join('\n');
}

/** `### 제목 {#id}`, what stands below it, and where, in the text of the page of corrections. */
export interface WrittenCorrection {
  id: string;
  /** From 1. */
  line: number;
  title: string;
  body: string;
  /** Offsets of the body. */
  start: number;
  end: number;
}

/** The headings of depth 3 of the page of corrections, with what stands below each. */
export function writtenCorrections(text: string): WrittenCorrection[] {
  return [...text.matchAll(/^### (.*) \{#([a-z0-9-]+)\}\n/gm)].map(
    ({0: heading, 1: title = '', 2: id = '', index}) => {
      const start = index + heading.length;
      const length = text.slice(start).search(/^#{1,3} /m);
      const end = length === -1 ? text.length : start + length;
      const line = text.slice(0, index).split('\n').length;
      return {id, line, title, body: text.slice(start, end).trim(), start, end};
    },
  );
}
