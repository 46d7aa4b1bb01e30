import {createSlugger} from '@docusaurus/utils';
import type {Element, ElementContent} from 'hast';
import {toHtml} from 'hast-util-to-html';
import type {Heading, Table} from 'mdast';
import {defaultHandlers, toHast, type Handlers} from 'mdast-util-to-hast';
import {toString} from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';

import type {ContributionGuide} from '../../lib/contributionGuide.ts';
import {highlight} from '../../lib/node/highlight.ts';
import {marked, scrollsMark, tableFrameName} from '../../lib/pageMarkup.ts';
import {markLongCode} from '../../markdown/code.ts';
import {nameTables} from '../../markdown/tables.ts';

// Not the dialect of docs/: GitHub shows this file, and knows no directives.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/** In reach of the keyboard, since it may be wider than its column. */
const scrolling = {...marked(scrollsMark), tabIndex: 0};

/**
 * Turns CONTRIBUTING.md into HTML: links to files lead to the repository, headings have
 * GitHub's ids, code is coloured, comments are gone.
 * @throws Error in Korean when there is no title, or HTML that would be lost
 */
export function readGuide(markdown: string, repositoryUrl: string): ContributionGuide {
  const root = parser.parse(markdown);
  const [title, introduction] = root.children;
  if (title?.type !== 'heading' || title.depth !== 1) {
    throw new Error('CONTRIBUTING.md는 제목(# …)으로 시작해야 합니다.');
  }
  visit(root, 'html', ({value, position}) => {
    if (!/^<!--[^]*-->$/.test(value)) {
      const line = position?.start.line;
      throw new Error(`CONTRIBUTING.md:${line} 주석이 아닌 HTML은 쓸 수 없습니다.`);
    }
  });
  visit(root, 'link', (link) => {
    if (!/^(https?:|#)/.test(link.url)) {
      link.url = `${repositoryUrl}/blob/main/${link.url}`;
    }
  });
  nameTables(root);
  markLongCode(root);
  const slugger = createSlugger();
  const toc: ContributionGuide['toc'] = [];
  const handlers: Handlers = {
    heading(state, node: Heading): Element {
      const value = toString(node);
      const id = slugger.slug(value);
      if (node.depth > 1) {
        toc.push({id, value, level: node.depth});
      }
      return element(`h${node.depth}`, {id}, state.all(node));
    },
    code(_state, {value, lang}: {value: string; lang?: string}): Element {
      const code = element('code', {}, [{type: 'raw', value: highlight(value, lang)}]);
      const name = {role: 'group', ariaLabel: `${lang ?? ''} 코드`.trim()};
      return element('pre', {...name, ...scrolling}, [code]);
    },
    table(state, node: Table): Element {
      const table = defaultHandlers.table(state, node);
      return element('div', {role: 'group', ariaLabel: tableFrameName, ...scrolling}, [table]);
    },
  };
  return {
    title: toString(title),
    description: introduction ? toString(introduction) : '',
    html: toHtml(toHast(root, {handlers}), {allowDangerousHtml: true}),
    toc,
  };
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return {type: 'element', tagName, properties, children};
}
