import {toString} from 'mdast-util-to-string';

import {answerName, answersOf} from '../content-model/answers.ts';
import {contentPage, workingFolder} from '../content-model/model.ts';
import type {Page} from '../content-model/markdown.ts';
import {interviewAnswerDirective} from '../lib/page.ts';
import {versionFolder} from './versions.ts';

/** Syllables that one says in 60 to 90 seconds, and in 30 to 60. */
const spoken = {main: [300, 450], followUp: [150, 300]} as const;

/** What one would say in the interview, measured. */
export interface AnswerLength {
  file: string;
  /** See answerName. */
  name: string;
  /** Syllables of Hangul, without citations. */
  syllables: number;
  isMain: boolean;
  isInBounds: boolean;
}

/** The lengths of all answers of the working version, in the order of its files. */
export function answerLengths(pages: readonly Page[]): AnswerLength[] {
  return pages
    .filter((page) => versionFolder(page) === workingFolder)
    .flatMap((page) => answersOf(contentPage(workingFolder, page)))
    .flatMap((answer): AnswerLength[] => {
      const box = answer.nodes.find(
        (node) => node.type === 'containerDirective' && node.name === interviewAnswerDirective,
      );
      if (!box) {
        return [];
      }
      const words = toString(box).replace(/\[@[^\]]*\]/g, '');
      const syllables = words.match(/[가-힣]/g)?.length ?? 0;
      const isMain = answer.id === '';
      const [least, most] = isMain ? spoken.main : spoken.followUp;
      return [
        {
          file: answer.page.file,
          name: answerName(answer),
          syllables,
          isMain,
          isInBounds: syllables >= least && syllables <= most,
        },
      ];
    });
}

/** In Korean: how many answers are as long as they should be, and those that are not. */
export function describeLengths(lengths: readonly AnswerLength[]): string[] {
  const count = (ofKind: readonly AnswerLength[]) =>
    `${ofKind.filter(({isInBounds}) => isInBounds).length}/${ofKind.length}`;
  const mains = lengths.filter(({isMain}) => isMain);
  const followUps = lengths.filter(({isMain}) => !isMain);
  const stray = lengths.filter(({isInBounds}) => !isInBounds);
  return [
    `면접 답변의 길이(음절): 글의 답 ${spoken.main.join('~')}에 든 것 ${count(mains)}, 꼬리질문 ${spoken.followUp.join('~')}에 든 것 ${count(followUps)}`,
    ...stray.map(({name, syllables}) => `  ${syllables} ${name}`),
  ];
}
