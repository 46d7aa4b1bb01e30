import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import type {Element, ElementContent, Root} from 'hast';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import type {Book, Chapter} from './book.ts';
import {contents, cover} from './coverAndContents.ts';

/** Margins of each size of paper. */
export const papers = {
  a4: '25mm 23mm 23mm',
  a5: '20mm 15mm 18mm',
  letter: '25mm 25mm 23mm',
} as const;
export type Paper = keyof typeof papers;

export function isPaper(name: string): name is Paper {
  return Object.hasOwn(papers, name);
}

/** The whole book as one HTML document for a paged browser. */
export function bookHtml(book: Book, paper: Paper): string {
  const root: Root = {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: 'ko', dataPaper: paper}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('title', `${book.title} ${book.version}`),
          h('style', styleSheet(book, paper)),
        ]),
        h('body', [cover(book), contents(book), ...sections(book.chapters)]),
      ]),
    ],
  };
  return toHtml(root);
}

/** A chapter each, on pages of its own, below the titles of the parts that begin with it. */
function sections(chapters: readonly Chapter[]): Element[] {
  let parts: ElementContent[] = [];
  return chapters.flatMap(({id, isPart, content}) => {
    parts.push(...content);
    if (isPart) {
      return [];
    }
    const section = h('section', {className: 'chapter', style: `page: ${id}`}, parts);
    parts = [];
    return [section];
  });
}

/** Its rules name the characters of each file, so that only those in the book are read. */
function emojiFont(): string {
  const rules = createRequire(import.meta.url).resolve('@fontsource/noto-emoji/400.css');
  return readFileSync(rules, 'utf8').replaceAll('./files/', '/fonts/noto-emoji/');
}

function styleSheet({title, version, chapters}: Book, paper: Paper): string {
  const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');
  const string = (text: string) =>
    `"${text.replace(/["\\\n]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
  return [
    emojiFont(),
    `@page { size: ${paper}; margin: ${papers[paper]} } @page cover { margin: 0 }`,
    read('src/css/diagrams.css'),
    read('outputs/book/book.css'),
    `@page { @top-left { content: ${string(`${title} ${version}`)} } }`,
    // Chromium has no string-set: a page of its own for each chapter carries its name.
    ...chapters.map(({id, label}) => `@page ${id} { @top-right { content: ${string(label)} } }`),
  ].join('\n');
}
