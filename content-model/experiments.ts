import {createHash} from 'node:crypto';

import type {Code, Root} from 'mdast';
import * as z from 'zod';

import {headingId} from '../lib/page.ts';
import {parseDataFile, shortText, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';

/** What an author writes after `bash`: the commands take part in `npm run rerun`. */
export const rerunWord = 'rerun';

/** Path of the list of what gave the printed result, from the root; `npm run rerun` writes it. */
export const rerunsFile = 'data/rerun.yaml';

/** The commands below one heading, which a reader types into one shell. */
export interface Experiment {
  /** Of the heading; empty above the first one. */
  id: string;
  /** Blocks that begin with a comment of a name alone, such as `# zombie.py`: name → text. */
  files: Record<string, string>;
  steps: Step[];
}

/** One block of commands and what the page says that it prints. */
export interface Step {
  node: Code;
  commands: string;
  /** Undefined when no block of `text` follows. */
  expected: string | undefined;
  /** Of all that its result depends on: the files, the commands up to its own, and the result. */
  hash: string;
}

/** A step that gave the printed result. */
export interface Rerun {
  /** The hash of the step. */
  id: string;
  /** Where it stands, for people: `docker/pid-1#try-signals`. */
  at: string;
}

const fileName = /^(?:#|\/\/) ([\w-]+\.[a-z]+)\n/;

/** Whether commands ask to be run again. */
export function asksForRerun({meta}: Code): boolean {
  return meta === rerunWord;
}

/** The experiments of a page whose commands ask to be run again. */
export function experimentsIn({children}: Root): Experiment[] {
  const experiments: Experiment[] = [];
  let current: Experiment = {id: '', files: {}, steps: []};
  let printing: Step | undefined;
  for (const node of children) {
    if (node.type === 'heading') {
      current = {id: headingId(node) ?? '', files: {}, steps: []};
      printing = undefined;
    }
    if (node.type !== 'code') {
      continue;
    }
    if (node.lang === 'text') {
      if (printing) {
        printing.expected = [printing.expected ?? [], node.value].flat().join('\n');
      }
      continue;
    }
    printing = undefined;
    const name = fileName.exec(node.value)?.[1];
    if (name !== undefined) {
      current.files[name] = node.value;
    }
    if (asksForRerun(node)) {
      printing = {node, commands: node.value, expected: undefined, hash: ''};
      current.steps.push(printing);
      if (current.steps.length === 1) {
        experiments.push(current);
      }
    }
  }
  for (const {files, steps} of experiments) {
    for (const [index, step] of steps.entries()) {
      const typed = steps.slice(0, index + 1).map(({commands}) => commands);
      step.hash = createHash('sha256')
        .update(JSON.stringify([files, typed, step.expected]))
        .digest('hex')
        .slice(0, 16);
    }
  }
  return experiments;
}

const rerunSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/, 'npm run rerun이 쓴 값이 아닙니다. 다시 실행해 주세요'),
  at: shortText,
}) satisfies z.ZodType<Rerun>;

/** Parses the text of data/rerun.yaml; see parseDataFile. */
export const parseReruns = rememberByText((text): DataFile<Rerun> =>
  parseDataFile<Rerun>(text, {
    file: rerunsFile,
    noun: '다시 실행',
    rule: 'rerun-block',
    schema: rerunSchema,
  }),
);
