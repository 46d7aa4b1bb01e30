import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import type {Element, ElementContent, Root} from 'hast';
import {minifyWhitespace} from 'hast-util-minify-whitespace';
import {selectAll} from 'hast-util-select';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {hasClass, interviewAnswerClass} from '../../lib/pageMarkup.ts';
import {citedClass, type Book} from './book.ts';
import {partArt} from './coverArt.ts';
import {contents, cover, frontPages, rightClass} from './frontPages.ts';
import {indexes, pageList} from './indexes.ts';
import {pageRules, papers, type Paper} from './paper.ts';
import {partsOf, type Part} from './parts.ts';

export interface Layout {
  paper: Paper;
  /** Without the lines to write on. */
  isPlain: boolean;
}

/** The whole book as one HTML document for a paged browser: each child of its body begins a page. */
export function bookHtml(book: Book, layout: Layout): string {
  const {paper} = layout;
  const root: Root = {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: 'ko'}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('title', `${book.title} ${book.version}`),
          h('style', styleSheet(paper)),
        ]),
        h(
          'body',
          [
            cover(book, paper),
            ...frontPages(book, layout),
            contents(book),
            ...partsOf(book.chapters).flatMap((part) => [
              ...opener(book, part, paper),
              body(part, layout),
            ]),
            ...indexes(book),
          ]
            .flatMap((pages) => (hasClass(pages, rightClass) ? [emptyPage(), pages] : [pages]))
            .map(withMargin),
        ),
      ]),
    ],
  };
  // What is left of white space is printed, at the ends of lines too: copied and spoken
  // text keeps its words.
  minifyWhitespace(root);
  return toHtml(root);
}

/** Nothing is printed outside of the area of the text, in which the thread therefore has a margin. */
function withMargin(pages: Element): Element {
  return hasClass(pages, 'bleed')
    ? pages
    : {...pages, children: [h('div', {className: 'measure'}, pages.children)]};
}

/** Chromium knows no `break-before: right`: layOut.ts shows this where the page before is a right one. */
function emptyPage(): Element {
  return h('section', {className: 'empty', hidden: true, ariaHidden: 'true'});
}

/** A page of colour that names the part and its questions. */
function opener(book: Book, {title, number, chapters}: Part, paper: Paper): Element[] {
  if (!title) {
    return [];
  }
  const {width, height} = papers[paper];
  return [
    h('section', {className: [rightClass, 'bleed', 'opener']}, [
      partArt(book, number, width, height),
      h('p', {className: 'number'}, `${number}부`),
      ...forPaper(title.content, true),
      h(
        'ul',
        {className: 'chain'},
        chapters.map(({label}) => h('li', label)),
      ),
    ]),
  ];
}

/** Chapters one after another. The thread of one with questions runs from its title to its last answer. */
function body({chapters}: Part, {isPlain}: Layout): Element {
  return h(
    'section',
    {className: 'body'},
    chapters.map(({content, questions, isPart}) =>
      h(
        'div',
        {
          className: [
            isPart ? 'inner-part' : 'chapter',
            ...(questions.length > 0 ? ['thread'] : []),
          ],
        },
        forPaper(content, isPlain),
      ),
    ),
  );
}

/** What paper alone has: lines to write on before an answer, and pages in place of letters. */
function forPaper(nodes: readonly ElementContent[], isPlain: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') {
      return [{...node}];
    }
    if (hasClass(node, citedClass)) {
      const places = selectAll('a', node).map(({properties}) => String(properties.href).slice(1));
      return places.length === 0
        ? []
        : [h('p', {className: citedClass}, ['→ ', pageList(places), '쪽'])];
    }
    const isAnswer = hasClass(node, interviewAnswerClass) && !isPlain;
    return [
      ...(isAnswer ? [linesToWriteOn()] : []),
      {...node, children: forPaper(node.children, isPlain)},
    ];
  });
}

/** Not read aloud: for a pen alone. */
function linesToWriteOn(): Element {
  return h('div', {className: 'write', ariaHidden: 'true'}, [
    h('p', '먼저 적어 보기'),
    h('div'),
    h('div'),
    h('div'),
  ]);
}

/** Its rules name the characters of each file, so that only those in the book are read. */
function emojiFont(): string {
  const rules = createRequire(import.meta.url).resolve('@fontsource/noto-emoji/400.css');
  return readFileSync(rules, 'utf8').replaceAll('./files/', '/fonts/noto-emoji/');
}

function styleSheet(paper: Paper): string {
  const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');
  return [
    emojiFont(),
    pageRules(paper),
    read('src/css/diagrams.css'),
    read('outputs/book/book.css'),
  ].join('\n');
}
