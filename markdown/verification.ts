import type {Paragraph, Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';

import {answersOf} from '../content-model/answers.ts';
import {pageAt, type ContentPage, type ContentVersion} from '../content-model/model.ts';
import {isOld, verificationOf, type Verification} from '../content-model/verifications.ts';
import {findFollowUps, interviewAnswerDirective} from '../lib/page.ts';
import {labelMark, marked, verificationClass} from '../lib/pageMarkup.ts';
import type {Context, Inputs} from './context.ts';

/**
 * Says at the end of what one would say in the interview when it was compared with its sources:
 *
 *     <p class="verification" data-label>확인 2026-11 · Docker 29</p>
 */
const verification: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const model = content();
    const {version, page} = pageAt(model, siteDir, file.path);
    if (!page) {
      return;
    }
    const answers = new Map<string, readonly RootContent[]>([
      ['', root.children],
      ...findFollowUps(root).map(({id = '', answer}) => [id, answer] as const),
    ]);
    for (const [id, mark] of marksOf(page, version)) {
      const box = answers
        .get(id)
        ?.find(
          (node) => node.type === 'containerDirective' && node.name === interviewAnswerDirective,
        );
      if (box?.type === 'containerDirective') {
        box.children.push(line(mark, model.day));
      }
    }
  };

export default verification;

/** The marks of the page, and the day to which their age is counted. */
export const verificationInputs: Inputs = (page, version, {day}) => {
  const marks = [...marksOf(page, version)];
  return marks.map(([id, mark]) => [id, textOf(mark, day)]);
};

function marksOf(page: ContentPage, {verifications}: ContentVersion): Map<string, Verification> {
  return new Map(
    answersOf(page).flatMap((answer) => {
      const mark = verificationOf(answer, verifications);
      return mark ? [[answer.id, mark] as const] : [];
    }),
  );
}

function line(mark: Verification, day: string | undefined): Paragraph {
  return {
    type: 'paragraph',
    data: {hProperties: {className: [verificationClass], ...marked(labelMark)}},
    children: [{type: 'text', value: textOf(mark, day)}],
  };
}

function textOf(mark: Verification, day: string | undefined): string {
  // Commas, since a line may end in one.
  const parts = [`확인 ${mark.date.slice(0, '2026-11'.length)}`, mark.products.join(', ')];
  const age = day !== undefined && isOld(mark, day) ? '180일이 지난 확인' : '';
  return [...parts, age].filter(Boolean).join(' · ');
}
