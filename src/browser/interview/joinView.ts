import {chainsOf} from '@site/lib/practice/interview';
import {interviewSheet} from '@site/lib/practice/sheets';
import {copy} from '../clipboard';
import {button, element} from '../element';
import {notify} from '../notice';
import type {Interview} from './interview';

interface Ways {
  asInterviewer: () => void;
  asCandidate: () => void;
  showSheet: () => void;
  leave: () => void;
}

/** Where the two of a code part: who asks, and who answers. */
export function joinView({seed}: Interview, ways: Ways): Node[] {
  const title = element('h2', {tabindex: '-1'}, `코드 ${seed}`);
  const share = async () => {
    if (matchMedia('(hover: none)').matches && 'share' in navigator) {
      await navigator.share({title: '모의 면접', url: location.href}).catch(() => undefined);
    } else {
      notify(
        (await copy(location.href))
          ? '링크를 복사했습니다'
          : '복사하지 못했습니다. 주소창의 주소를 보내 주세요',
      );
    }
  };
  return [
    element(
      'section',
      {class: 'practice-today', 'aria-label': `코드 ${seed}`},
      title,
      element(
        'p',
        {},
        '다른 한 사람에게 이 페이지의 링크를 보내거나 코드를 알려 주세요. 그리고 한 사람씩 고르세요.',
      ),
      element(
        'p',
        {class: 'practice-row'},
        button('면접관으로', ways.asInterviewer, {class: 'practice-primary'}),
        button('지원자로', ways.asCandidate, {class: 'practice-primary'}),
      ),
      element(
        'p',
        {class: 'practice-row'},
        button('링크 보내기', () => void share(), {class: 'practice-quiet'}),
        button('면접관 자료 인쇄', ways.showSheet, {class: 'practice-quiet'}),
        button('처음으로', ways.leave, {class: 'practice-quiet'}),
      ),
    ),
  ];
}

/** The questions of a code on paper, for the interviewer of a study group. */
export function sheetView({seed, pages}: Interview, leave: () => void): Node[] {
  return [
    element(
      'section',
      {class: 'practice-sheet'},
      element('h1', {}, `면접관 자료 · 코드 ${seed}`),
      ...interviewSheet<HTMLElement>(element, chainsOf(pages, seed), seed),
      element(
        'p',
        {class: 'practice-row'},
        button('돌아가기', leave),
        button('인쇄', () => print()),
      ),
    ),
  ];
}
