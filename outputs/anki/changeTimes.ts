import {lineTimes} from '../../content-model/lineTimes.ts';
import type {ContentPage, ContentVersion} from '../../content-model/model.ts';
import {pageOf} from '../../lib/practice/practiceSet.ts';

/** Where no history tells: older than what any other build says. */
const unknown = 1;

/**
 * Tells when the answer to a question was last changed, in seconds since 1970.
 * @param siteDir root of the repository
 */
export function changeTimes(siteDir: string) {
  const timesIn = lineTimes(siteDir);
  const times = new Map<string, number[] | undefined>();
  return ({pages}: ContentVersion, question: string): number => {
    const page = pages.find(({slug}) => slug.slice(1) === pageOf(question));
    if (!page) {
      return unknown;
    }
    if (!times.has(page.file)) {
      times.set(page.file, timesIn(page.file));
    }
    const lines = times.get(page.file)?.slice(...linesOf(page, question));
    return lines?.reduce((latest, time) => Math.max(latest, time), unknown) ?? unknown;
  };
}

/** Where a question stands with its answer: the lines from one number, of 0, to below another. */
function linesOf({root, followUps}: ContentPage, question: string): [from: number, to: number] {
  const lineOf = (index: number) => root.children[index]?.position?.start.line ?? Infinity;
  const followUp = followUps.find(({id}) => question.endsWith(`#${id}`));
  if (followUp) {
    return [lineOf(followUp.start) - 1, lineOf(followUp.end) - 1];
  }
  // Also what the front matter says: the title is the question.
  return [0, lineOf(followUps[0]?.start ?? Infinity) - 1];
}
