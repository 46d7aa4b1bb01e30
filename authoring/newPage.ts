import {stringify} from 'yaml';

import {interviewAnswerDirective, kindLabels} from '../lib/page.ts';
import {readContentModel} from '../content-model/model.ts';

/** Front matter of a page, in the order in which it is written. */
interface NewFrontMatter {
  title: string;
  description: string;
  sidebar_label: string;
  sidebar_position: number;
}

/** What stands for text that a person has yet to write: the check refuses it in a page. */
export const gaps = {
  description: '(여기에 이 글이 무엇에 답하는지 한 문장으로 적어 주세요)',
  label: '(여기에 차례에 보일 짧은 이름을 적어 주세요)',
  track: '(여기에 docs/tracks.yaml의 길을 적어 주세요)',
  question: '(여기에 질문을 적어 주세요)',
  answer: '(여기에 답을 적어 주세요)',
  interviewAnswer: '(여기에 면접에서 말할 답을 3~5문장으로 적고 출처를 인용해 주세요)',
  imageText: '(여기에 그림 설명을 적어 주세요)',
  alsoAsked: '(여기에 같은 질문을 다르게 묻는 말을 적어 주세요)',
} as const;

/** The box for what one would say in the interview, empty. */
export const interviewAnswerGap = `:::${interviewAnswerDirective}\n\n${gaps.interviewAnswer}\n\n:::`;

/** The `---` block that begins a page. Difficulty is a guess that a person has to mend. */
export function frontMatterBlock(values: NewFrontMatter): string {
  return `---\n${stringify({...values, difficulty: '기본', tracks: [gaps.track]}, {lineWidth: 0}).trim()}\n---`;
}

/** A page to be filled in, for one question. */
export function newPage(question: string, position: number): string {
  const alsoAsked = `:::also-asked\n\n- ${gaps.alsoAsked}\n\n:::`;
  const followUp = (id: string) =>
    [`### ${gaps.question} {#${id}}`, alsoAsked, interviewAnswerGap, gaps.answer].join('\n\n');
  return `${[
    frontMatterBlock({
      title: question,
      description: gaps.description,
      sidebar_label: gaps.label,
      sidebar_position: position,
    }),
    alsoAsked,
    interviewAnswerGap,
    gaps.answer,
    `## ${kindLabels['follow-up']} {#follow-ups}`,
    followUp('follow-up-1'),
    `## ${kindLabels['deep-dive']} {#deep-dives}`,
    followUp('deep-dive-1'),
  ].join('\n\n')}\n`;
}

/**
 * The `sidebar_position` after those of the pages of a folder.
 * @param folder from the root of the repository: `docs/docker`
 */
export function nextPosition(root: string, folder: string): number {
  const positions = readContentModel(root)
    .versions.flatMap(({pages}) => pages)
    .filter(({file}) => file.startsWith(`${folder}/`))
    .map(({frontMatter}) => frontMatter.sidebar_position ?? 0);
  return Math.max(0, ...positions) + 1;
}
