import {stringify} from 'yaml';

import {answerName} from '../../content-model/answers.ts';
import {experimentsIn, type Experiment, type Rerun} from '../../content-model/experiments.ts';
import type {ContentPage} from '../../content-model/model.ts';
import {differenceOf} from './sameOutput.ts';

const heading = `# 글의 명령을 다시 실행해 적힌 결과와 같았던 것입니다. npm run rerun이 씁니다. 손으로 고치지 않습니다.
# id는 명령과 결과의 해시입니다. 글을 고치면 표시는 저절로 사라집니다.

`;

/** Commands of a page that do not give what it prints. */
export interface FailedStep {
  /** `docs/docker/pid-1.md:86` */
  place: string;
  /** Korean. */
  message: string;
}

/**
 * Runs the experiments of pages.
 * @param run see runExperiment
 */
export async function rerun(
  pages: readonly ContentPage[],
  run: (experiment: Experiment) => Promise<(string | undefined)[]>,
): Promise<{passed: Rerun[]; failed: FailedStep[]}> {
  const passed: Rerun[] = [];
  const failed: FailedStep[] = [];
  for (const page of pages) {
    for (const experiment of experimentsIn(page.root)) {
      const outputs = await run(experiment);
      for (const [index, {node, expected = '', hash}] of experiment.steps.entries()) {
        const output = outputs[index];
        const difference = output === undefined ? undefined : differenceOf(expected, output);
        if (output !== undefined && difference === undefined) {
          passed.push({id: hash, at: answerName({page, id: experiment.id})});
          continue;
        }
        const place = `${page.file}:${node.position?.start.line ?? 1}`;
        const message = difference
          ? `다시 실행한 결과가 다릅니다. 적힌 것 "${difference.expected}", 나온 것 "${difference.actual}"`
          : '끝까지 실행되지 않았습니다. 기다리거나 셸을 끝내는 명령이 있는지 봐 주세요';
        failed.push({place, message});
      }
    }
  }
  return {passed, failed};
}

/** The text of data/rerun.yaml. */
export function rerunsText(reruns: readonly Rerun[]): string {
  const options = {collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0} as const;
  const lines = reruns.map((one) => `- ${stringify(one, options).trim()}\n`);
  return heading + (lines.join('') || '[]\n');
}
