import {spawnSync} from 'node:child_process';

import * as z from 'zod';

import {answerName, hashOfAnswer, type Answer} from './answers.ts';
import {parseDataFile, shortText, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';

/**
 * What was compared with its sources in a version, in its folder: a released version keeps its
 * marks when the working one goes on. `npm run verify` writes it.
 */
export const verificationsFile = 'verified.yaml';

/** That somebody opened the sources of an answer and found it right. */
export interface Verification {
  /** See answerName. */
  id: string;
  date: string;
  /** With the versions that the sources were about: `Docker 29`. */
  products: string[];
  /** Of the answer as it was then; see hashOfAnswer. */
  hash: string;
}

/** After so many days a mark says that it is old. */
const freshDays = 180;

const verificationSchema = z.strictObject({
  id: shortText,
  date: z.iso.date('"2026-11-28"처럼 적어 주세요'),
  products: z.array(shortText).max(20, '20개까지만 적어 주세요'),
  hash: z.string().regex(/^[0-9a-f]{16}$/, 'npm run verify가 쓴 값이 아닙니다. 다시 실행해 주세요'),
}) satisfies z.ZodType<Verification>;

const parseText = rememberByText((text) =>
  parseDataFile<Verification>(text, {
    file: verificationsFile,
    noun: '확인',
    rule: 'verification-data',
    schema: verificationSchema,
  }),
);

/**
 * Parses the marks of a version; see parseDataFile.
 * @param folder of the version, from the root: `docs` or `versioned_docs/version-3.0`
 */
export function parseVerifications(folder: string, text: string): DataFile<Verification> {
  const {findings, ...data} = parseText(text);
  const file = `${folder}/${verificationsFile}`;
  return {...data, findings: findings.map((finding) => ({...finding, file}))};
}

/** The mark of an answer, or undefined: one of a text that has changed since is none. */
export function verificationOf(
  answer: Answer,
  verifications: ReadonlyMap<string, Verification>,
): Verification | undefined {
  const verification = verifications.get(answerName(answer));
  return verification?.hash === hashOfAnswer(answer) ? verification : undefined;
}

/** Whether a mark was more than 180 days old on a day, `2026-11-28`. */
export function isOld({date}: Verification, day: string): boolean {
  return Date.parse(day) - Date.parse(date) > freshDays * 24 * 60 * 60 * 1000;
}

/**
 * The day to which a build counts the age of marks: that of the last commit, so that the same
 * sources make the same pages on any day. Undefined without git: then no mark is old.
 */
export function dayOfSources(root: string): string | undefined {
  const {status, stdout} = spawnSync('git', ['log', '-1', '--format=%cs'], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() || undefined : undefined;
}
