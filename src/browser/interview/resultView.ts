import {asSentence} from '@site/lib/practice/interview';
import {sources} from '@site/lib/practice/sheets';
import {copy} from '../clipboard';
import {button, element} from '../element';
import {notify} from '../notice';
import {withCode} from '../practice/withCode';
import type {Answer} from './interview';
import {playButton} from './recorder';

/** More sentences than that fit on a sheet of paper only when each is cut to a line. */
const crowd = 30;

/** The interview on one page: what was said of each answer, how long it took, and what to read. */
export function resultView(
  answers: readonly Answer[],
  ways: {leave: () => void; again: () => void; saveLog: (() => void) | undefined},
): Node[] {
  const title = element('h1', {tabindex: '-1'}, '면접 결과');
  const count = (of: (answer: Answer) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0);
  const toRead = answers.filter(({question, said}) => said.length < question.units.length);
  const total = `질문 ${answers.length}개에 ${minutesOf(count(({seconds}) => seconds))} 동안 답했고, 답의 문장 ${count(({question}) => question.units.length)}개 가운데 ${count(({said}) => said.length)}개를 말했습니다.`;
  const missedUnits = count(({question, said}) => question.units.length - said.length);
  const page = element(
    'div',
    {class: 'practice-round interview-page', 'data-crowded': missedUnits > crowd ? '' : undefined},
    title,
    element('p', {}, total),
    element(
      'p',
      {class: 'practice-row'},
      button('인쇄', () => print()),
      button('결과 복사', () => {
        void copy([total, '', ...answers.map(lineOf)].join('\n')).then((isCopied) =>
          notify(
            isCopied ? '결과를 복사했습니다' : '복사하지 못했습니다. 브라우저가 복사를 막았습니다',
          ),
        );
      }),
      ...(ways.saveLog ? [button('지원자의 기록으로 내보내기', ways.saveLog)] : []),
    ),
    element('h2', {}, '다시 읽을 글'),
    toRead.length > 0
      ? element(
          'ul',
          {class: 'interview-reading'},
          ...[...new Set(toRead.map(({page: own}) => own))].map(({label, questions}) =>
            element('li', {}, element('a', {href: questions[0]?.url}, label)),
          ),
        )
      : element('p', {}, '빠뜨린 문장이 없습니다.'),
    element('h2', {}, '질문마다'),
    ...(answers.some(({sound}) => sound)
      ? [element('p', {class: 'practice-kind'}, '녹음은 이 창을 떠나면 사라집니다.')]
      : []),
    element('ol', {class: 'interview-results'}, ...answers.map(resultOf)),
    element(
      'div',
      {class: 'practice-bar'},
      button('처음으로', ways.leave),
      button('한 번 더', ways.again, {class: 'practice-primary'}),
    ),
  );
  // When it is in the page.
  queueMicrotask(() => title.focus());
  return [page];
}

function resultOf({question, page, wording, said, seconds, sound, chain}: Answer): HTMLElement {
  const missed = question.units.filter((_, index) => !said.includes(index));
  return element(
    'li',
    {'data-kind': question.kind},
    element('a', {href: question.url, target: '_blank'}, ...withCode(asSentence(wording))),
    element(
      'p',
      {class: 'practice-kind'},
      `${chain}번째 주제 · 문장 ${said.length} / ${question.units.length} · ${seconds}초`,
    ),
    ...(missed.length > 0
      ? [
          element(
            'ul',
            {class: 'interview-missed', 'aria-label': '빠뜨린 문장'},
            ...missed.map((unit) => element('li', {}, ...withCode(unit))),
          ),
        ]
      : []),
    sources<HTMLElement>(element, page, question),
    ...(sound ? [playButton(sound)] : []),
  );
}

function lineOf({wording, said, question, seconds}: Answer): string {
  return `- ${asSentence(wording)} (문장 ${said.length}/${question.units.length}, ${seconds}초) ${new URL(question.url, location.href).href}`;
}

function minutesOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}분 ${seconds % 60}초` : `${seconds}초`;
}
