import type {ElementContent} from 'hast';
import {toHtml} from 'hast-util-to-html';

import type {QuestionKind} from '../../lib/page.ts';

/** One version as a book: what the PDF and the EPUB are both made of. */
export interface Book {
  title: string;
  subtitle: string;
  author: string;
  /** Name of the version as readers see it. */
  version: string;
  /** When its sources were last changed, in ISO 8601; undefined without git. */
  updated: string | undefined;
  /** Where the book can be read on the web; undefined where the site has no public address. */
  url: string | undefined;
  repositoryUrl: string | undefined;
  /** The site's mark, as SVG. */
  logo: ElementContent | undefined;
  chapters: Chapter[];
  /** Terms of the glossary that the chapters use. */
  terms: Term[];
  /** Files of the built site that its pictures show: each is the `src` of an `img`. */
  images: readonly string[];
}

/** A page of the site, or a category of the sidebar. */
export interface Chapter {
  /** Id of its title; those of everything in it begin with it. */
  id: string;
  /** As in the sidebar. */
  label: string;
  /** 0 at the top of the sidebar. */
  depth: number;
  /** A category without a page: nothing but a title for the chapters that follow. */
  isPart: boolean;
  /** The whole of it, title included. */
  content: ElementContent[];
  /** Its main question, if it asks any, and its follow-ups, in order. */
  questions: Question[];
}

export interface Question {
  id: string;
  kind: QuestionKind;
  text: string;
}

interface Term {
  name: string;
  /** Ids of its entry in the glossary, and of the places where chapters use it. */
  places: string[];
}

/** On what an entry of the bibliography says of where it is cited. */
export const citedClass = 'cited';

export const bookAuthor = '꼬리물기 기여자';
export const bookLicence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.ko',
};

/** All that a book holds, the same however its pages have come to be trees. */
export function contentOf({chapters, logo, ...book}: Book): string {
  const written = chapters.map(({content, ...chapter}) => ({
    ...chapter,
    content: toHtml({type: 'root', children: content}),
  }));
  return JSON.stringify({...book, logo: logo && toHtml(logo), chapters: written});
}
