import {stringify} from 'yaml';

import {citationsOf} from '../lib/citations.ts';
import {answerName, answersOf, hashOfAnswer, type Answer} from '../content-model/answers.ts';
import {versionIn, workingFolder, type ContentModel} from '../content-model/model.ts';
import type {Product} from '../content-model/products.ts';
import {isOld, verificationOf, type Verification} from '../content-model/verifications.ts';

const heading = `# 출처를 열어 읽고 맞음을 확인한 답입니다. npm run verify -- 글#id가 씁니다. 손으로 고치지 않습니다.
# hash는 그때의 답입니다. 답을 고치면 확인은 저절로 사라집니다.

`;
const nearestShown = 3;

/**
 * Answers of the working version, in the order of reading, by what their marks say: of the last
 * 180 days, older, of a text that has changed since, or none.
 */
export type VerificationState = Record<'verified' | 'old' | 'changed' | 'never', Answer[]>;

/** @param day to which the age of the marks is counted: `2026-11-28` */
export function verificationState(model: ContentModel, day: string): VerificationState {
  const {pages, verifications} = versionIn(model, workingFolder);
  const state: VerificationState = {verified: [], old: [], changed: [], never: []};
  for (const answer of pages.flatMap(answersOf)) {
    const mark = verificationOf(answer, verifications);
    const kind = mark
      ? isOld(mark, day)
        ? 'old'
        : 'verified'
      : verifications.has(answerName(answer))
        ? 'changed'
        : 'never';
    state[kind].push(answer);
  }
  return state;
}

/**
 * Marks answers of the working version as compared with their sources on a day.
 *
 * @param names as answerName says them, or with the path of the page's file
 * @returns what verified.yaml says from now on, without the marks of answers that have changed
 *   since, and the new marks
 * @throws Error in Korean that names the nearest answers when there is none of a name
 */
export function verify(
  model: ContentModel,
  names: readonly string[],
  day: string,
): {text: string; marked: Verification[]} {
  const {pages, verifications} = versionIn(model, workingFolder);
  const answers = pages.flatMap(answersOf);
  const wanted = new Set(names.map((name) => answerNamed(name, answers)));
  const marked: Verification[] = [];
  const kept = answers.flatMap((answer) => {
    if (!wanted.has(answer)) {
      return verificationOf(answer, verifications) ?? [];
    }
    const mark = {
      id: answerName(answer),
      date: day,
      products: productsOf(answer, [...model.products.entries.values()]),
      hash: hashOfAnswer(answer),
    };
    marked.push(mark);
    return mark;
  });
  return {text: heading + linesOf(kept), marked};
}

/** One mark a line: what two people verify at a time merges without a conflict. */
function linesOf(marks: readonly Verification[]): string {
  if (marks.length === 0) {
    return '[]\n';
  }
  return marks
    .map(
      (mark) =>
        `- ${stringify(mark, {collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0}).trim()}\n`,
    )
    .join('');
}

/** The products whose sources an answer cites, with the versions that readers know. */
function productsOf({nodes}: Answer, products: readonly Product[]): string[] {
  const keys = citationsOf({type: 'root', children: [...nodes]}).map(({key}) => key);
  return products
    .filter(({sources}) => keys.some((key) => sources.some((start) => key.startsWith(start))))
    .map(({name, line}) => `${name} ${line}`);
}

function answerNamed(written: string, answers: readonly Answer[]): Answer {
  const name = written
    .replace(/^\/?docs\//, '')
    .replace(/(?:\.md|\/)(?=#|$)/, '')
    .replace(/#$/, '');
  const found = answers.find(
    (answer) => answerName(answer) === name || nameByFile(answer) === name,
  );
  if (found) {
    return found;
  }
  const [page] = name.split('#');
  const known = answers.map(answerName);
  const near = known
    .map((other) => ({other, distance: distanceBetween(name, other)}))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, nearestShown)
    .map(({other}) => other);
  const inMain = answers.find(
    (answer) => answer.id === '' && [answerName(answer), nameByFile(answer)].includes(page ?? ''),
  );
  const hint = inMain ? ` 글의 본문은 ${answerName(inMain)}로 한꺼번에 확인합니다.` : '';
  throw new Error(`없는 답입니다: ${written}. 가까운 것: ${near.join(', ')}.${hint}`);
}

function nameByFile({page, id}: Answer): string {
  return answerName({page: {slug: `/${page.path.replace(/\.md$/, '')}`}, id});
}

/** Levenshtein's distance. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + Number(letter !== other),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
