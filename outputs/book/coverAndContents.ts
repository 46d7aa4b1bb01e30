import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';

import {kindLabels} from '../../lib/page.ts';
import {bookLicence, type Book} from './book.ts';

/** Title, version, date of the sources, address and licence. */
export function cover(book: Book): Element {
  const facts: [string, ElementContent[]][] = [
    ['버전', [text(book.version)]],
    ...(book.updated
      ? [['마지막 수정', [text(koreanDate(book.updated))]] as [string, ElementContent[]]]
      : []),
    ...(book.url ? [['읽는 곳', [address(book.url)]] as [string, ElementContent[]]] : []),
    ...(book.repositoryUrl
      ? [['소스', [address(book.repositoryUrl)]] as [string, ElementContent[]]]
      : []),
    ['라이선스', [h('a', {href: bookLicence.url}, bookLicence.name), text(` · ${book.author}`)]],
  ];
  return h('section', {className: 'cover'}, [
    h('div', {className: 'mark', ariaHidden: 'true'}, book.logo ? [book.logo] : []),
    h('p', {className: 'book-title'}, book.title),
    h('p', {className: 'book-subtitle'}, book.subtitle),
    h(
      'ul',
      {className: 'facts'},
      facts.map(([name, value]) =>
        h('li', [h('span', {className: 'name'}, name), text(' '), ...value]),
      ),
    ),
  ]);
}

/** Chapters and their questions, each with the number of its page once that is known. */
export function contents({chapters}: Book): Element {
  return h('section', {className: 'contents'}, [
    h('h1', {className: 'level-1'}, '차례'),
    h(
      'ol',
      chapters.map(({id, label, depth, isPart, questions}) =>
        h('li', {className: [`depth-${Math.min(depth, 3)}`, ...(isPart ? ['part'] : [])]}, [
          entry(id, [h('span', {className: 'label'}, label)]),
          ...(questions.length > 0
            ? [
                h(
                  'ol',
                  questions.map((question) =>
                    h('li', {className: question.kind}, [
                      entry(question.id, [
                        h('span', {className: 'kind'}, kindLabels[question.kind]),
                        text(' '),
                        h('span', {className: 'label'}, question.text),
                      ]),
                    ]),
                  ),
                ),
              ]
            : []),
        ]),
      ),
    ),
  ]);
}

function entry(id: string, label: ElementContent[]): Element {
  return h('a', {href: `#${id}`}, [
    ...label,
    h('span', {className: 'dots'}),
    h('span', {className: 'page', dataPageOf: id}),
  ]);
}

const text = (value: string): ElementContent => ({type: 'text', value});
const address = (url: string) => h('a', {href: url}, url.replace(/^https?:\/\/|\/$/g, ''));

/** `2026년 11월 24일`, in UTC as on the pages. */
function koreanDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}년 ${month}월 ${day}일`;
}
