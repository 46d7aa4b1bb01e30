import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';

import {typeface} from '../../lib/node/typeface.ts';
import {bookLicence, type Book} from './book.ts';
import {coverArt, treatmentOf} from './coverArt.ts';
import {entry} from './entry.ts';
import {indexesOf} from './indexes.ts';
import {papers, type Paper} from './paper.ts';
import {partsOf} from './parts.ts';

/** Id of the contents: what their pages are known by. */
export const contentsId = 'contents';

/** On what begins on a right-hand page. */
export const rightClass = 'right';

/** The cover, of the colours of its edition. */
export function cover(book: Book, paper: Paper): Element {
  const {width, height} = papers[paper];
  const {ink} = treatmentOf(book);
  return h('section', {className: ['bleed', 'cover'], style: `color: ${ink}`}, [
    coverArt(book, width, height),
    h('p', {className: 'book-title'}, book.title),
    h('p', {className: 'book-subtitle'}, book.subtitle),
    h('p', {className: 'edition'}, [h('span', '버전 '), book.version]),
  ]);
}

/** What comes before the contents: half-title, title page, imprint and how to practise. */
export function frontPages(book: Book, {isPlain}: {isPlain: boolean}): Element[] {
  return [
    h('section', {className: [rightClass, 'half-title']}, [h('p', book.title)]),
    titlePage(book),
    h('section', {className: 'imprint'}, [imprint(book)]),
    h('section', {className: [rightClass, 'guide']}, [
      h('h1', {className: 'level-1'}, '이 책으로 연습하는 법'),
      ...practice(isPlain),
      h('h2', {className: 'level-2'}, '이 책의 표시'),
      signs(),
    ]),
  ];
}

/** Title, subtitle, edition and author. */
export function titlePage(book: Book): Element {
  return h('section', {className: [rightClass, 'title-page']}, [
    h('p', {className: 'book-title'}, book.title),
    h('p', {className: 'book-subtitle'}, book.subtitle),
    h('p', {className: 'edition'}, `버전 ${book.version}`),
    h('p', {className: 'author'}, book.author),
  ]);
}

/** Who made the book, when, from what, and on which terms it may be passed on. */
export function imprint(book: Book): Element {
  const facts: [string, ElementContent[]][] = [
    ['책', [text(`${book.title} ${book.version}`)]],
    ['지은이', [text(book.author)]],
    ...fact('마지막 수정', book.updated && text(koreanDate(book.updated))),
    ...fact('읽는 곳', book.url && address(book.url)),
    ...fact('소스', book.repositoryUrl && address(book.repositoryUrl)),
    [
      '라이선스',
      [
        h('a', {href: bookLicence.url}, bookLicence.name),
        text(' 출처를 밝히면 누구나 나누고 고쳐 쓸 수 있습니다.'),
      ],
    ],
    [
      '글꼴',
      [
        text(
          `${typeface.reservedName}, D2Coding, Noto Emoji. SIL Open Font License 1.1을 따릅니다.`,
        ),
      ],
    ],
  ];
  return h(
    'dl',
    {className: 'facts'},
    facts.map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
  );
}

function fact(name: string, value: ElementContent | '' | undefined): [string, ElementContent[]][] {
  return value ? [[name, [value]]] : [];
}

function practice(isPlain: boolean): ElementContent[] {
  const steps = [
    [
      '소리 내어 답합니다.',
      '질문만 읽고 답을 가린 채 60초 동안 말합니다. 말이 멈춘 곳이 아직 모르는 곳입니다.',
    ],
    ...(isPlain
      ? []
      : [
          [
            '먼저 적어 봅니다.',
            '질문 아래의 빈 줄에 꼭 말할 낱말을 두세 개만 적습니다. 적은 것은 다음에 볼 때의 나에게 남는 기록입니다.',
          ],
        ]),
    [
      '면접 답변과 견줍니다.',
      '굵은 초록 줄이 그어진 글이 면접에서 그대로 말할 수 있는 답입니다. 빠뜨린 문장에 밑줄을 긋습니다.',
    ],
    [
      '꼬리를 뭅니다.',
      '답한 말에서 다음 질문이 나옵니다. 꼬리질문까지 막힘없이 답했다면 꼬꼬무로 내려갑니다.',
    ],
    [
      '날을 두고 다시 묻습니다.',
      '하루, 사흘, 일주일 뒤에 막혔던 질문만 다시 답합니다. 책 끝의 질문 찾아보기에서 아무 질문이나 골라도 좋습니다.',
    ],
  ];
  return [
    h(
      'p',
      '읽을 때는 아는 것 같던 답도 막상 물으면 막힙니다. 그래서 이 책은 답보다 질문을 먼저 읽도록 짰습니다.',
    ),
    h(
      'ol',
      {className: 'steps'},
      steps.map(([title = '', body = '']) => h('li', [h('strong', title), text(` ${body}`)])),
    ),
  ];
}

function signs(): Element {
  const entries: [string, string][] = [
    ['질문', '한 장을 여는 질문입니다. 초록 점에서 실이 시작됩니다.'],
    ['꼬리질문', '그 답에서 이어지는 질문입니다. 실에 꿴 고리 하나로 보입니다.'],
    ['꼬꼬무', '한 걸음 더 들어가는 질문입니다. 고리가 두 겹입니다.'],
    ['기본 · 심화', '누구나 받는 질문과, 경험을 깊이 물을 때 나오는 질문입니다.'],
    [
      '확인 2026-11',
      '그달에 출처를 열어 답이 맞는지 확인했다는 뜻입니다. 뒤에는 확인한 제품의 판을 적었습니다.',
    ],
    ['위에 붙은 수', '책 끝의 참고 문헌 번호입니다. 참고 문헌에는 그 출처를 쓴 쪽이 있습니다.'],
  ];
  return h(
    'dl',
    {className: 'signs'},
    entries.map(([sign, meaning]) => h('div', [h('dt', sign), h('dd', meaning)])),
  );
}

/** Parts and their chapters, each with the number of its page once that is known. */
export function contents(book: Book): Element {
  return h('nav', {className: 'contents', id: contentsId}, [
    h('h1', {className: 'level-1'}, '차례'),
    h(
      'ol',
      partsOf(book.chapters)
        .map(({title, number, chapters}) => {
          const list = chapters.map((chapter) => h('li', entry(chapter.id, chapter.label)));
          return title
            ? h('li', {className: 'part'}, [
                entry(title.id, title.label, `${number}부`),
                h('ol', list),
              ])
            : h(
                'li',
                {className: 'part'},
                list.flatMap(({children}) => children),
              );
        })
        .concat(
          indexesOf(book).map(({id, label}) => h('li', {className: 'part'}, entry(id, label))),
        ),
    ),
  ]);
}

const text = (value: string): ElementContent => ({type: 'text', value});
const address = (url: string) => h('a', {href: url}, url.replace(/^https?:\/\/|\/$/g, ''));

/** `2026년 11월 24일`, in UTC as on the pages. */
function koreanDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}년 ${month}월 ${day}일`;
}
