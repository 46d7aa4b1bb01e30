import {lastLook} from '@site/lib/practice/plan';
import {lastLookSheet} from '@site/lib/practice/sheets';
import {button, element} from '../element';
import type {Practice} from './practice';

/** The questions to read on the last day, on one sheet of paper: each with what its answer begins with. */
export function lastLookPage(practice: Practice, leave: () => void): Node[] {
  const day = practice.interviewDay() ?? practice.today();
  const questions = lastLook(practice.set, practice.state().questions, day);
  return [
    element(
      'section',
      {class: 'practice-sheet'},
      element('h2', {}, '마지막 날에 볼 한 장'),
      element(
        'p',
        {},
        '기본 질문부터, 그날 가장 흔들릴 것입니다. 첫 문장만 보고 나머지를 말해 보세요.',
      ),
      lastLookSheet<HTMLElement>(
        element,
        questions.flatMap((id) => practice.find(id)?.question ?? []),
      ),
      element(
        'p',
        {class: 'practice-row'},
        button('돌아가기', leave),
        button('인쇄', () => print()),
      ),
    ),
  ];
}
