import type {Element} from 'hast';
import {h} from 'hastscript';

import {groupBy} from '../../lib/groupBy.ts';
import {initialOf} from '../../lib/hangulInitial.ts';
import type {Book} from './book.ts';
import {entry} from './entry.ts';

/** Of the indexes that a book has: what the contents and the heads of pages call them. */
export function indexesOf({chapters, terms}: Book): {id: string; label: string}[] {
  const hasQuestions = chapters.some(({questions}) => questions.length > 0);
  return [
    ...(hasQuestions ? [{id: 'index-questions', label: '질문 찾아보기'}] : []),
    ...(terms.length > 0 ? [{id: 'index-terms', label: '용어 찾아보기'}] : []),
  ];
}

/** Every question and every term of a book, by the Korean alphabet, with the pages where they stand. */
export function indexes(book: Book): Element[] {
  const questions = book.chapters.flatMap((chapter) => chapter.questions);
  const lists: Record<string, () => Element[]> = {
    'index-questions': () =>
      byInitial(
        questions,
        ({text}) => text,
        ({id, text}) => [entry(id, text)],
      ),
    'index-terms': () =>
      byInitial(
        book.terms,
        ({name}) => name,
        ({name, places}) => [h('span', {className: 'label'}, `${name} `), pageList(places)],
      ),
  };
  return indexesOf(book).map(({id, label}) =>
    h('section', {className: ['index', id], id}, [
      h('h1', {className: 'level-1'}, label),
      ...(lists[id]?.() ?? []),
    ]),
  );
}

/** Links that show the number of the page of each place; the same number once alone (printer.ts). */
export function pageList(places: readonly string[]): Element {
  return h(
    'span',
    {className: 'pages'},
    places.map((id, index) =>
      h('span', [index > 0 ? ', ' : '', h('a', {href: `#${id}`, dataPageOf: id})]),
    ),
  );
}

function byInitial<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  contentOf: (item: Item) => Element[],
): Element[] {
  const sorted = [...items].sort((a, b) => textOf(a).localeCompare(textOf(b), 'ko'));
  return [...groupBy(sorted, (item) => initialOf(textOf(item)))].map(([initial, group]) =>
    h('div', {className: 'letter'}, [
      h('h2', initial),
      h(
        'ul',
        group.map((item) => h('li', contentOf(item))),
      ),
    ]),
  );
}
