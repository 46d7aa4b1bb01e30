import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Element, Nodes} from 'hast';
import {select, selectAll} from 'hast-util-select';

import {docusaurus} from '../../lib/pageMarkup.ts';
import {builtPages as pages} from '../site.ts';

const hangul = /[가-힣]/;
/** Names that are the same in Korean. */
const properNames = /^(GitHub|1\.0)$/;

describe('화면의 말', () => {
  for (const page of pages) {
    const {address, root, html} = page;
    it(`/${address}: 이름표와 도움말이 모두 한국어다`, () => {
      assert.match(html, /<html[^>]*lang="?ko/);
      const names = selectAll('[aria-label], [title], [alt], [placeholder]', root).flatMap(
        ({properties}: Element) =>
          [properties.ariaLabel, properties.title, properties.alt, properties.placeholder].filter(
            (value): value is string => typeof value === 'string' && value !== '',
          ),
      );
      assert.deepEqual(
        names.filter((name) => !hangul.test(name) && !properNames.test(name)),
        [],
      );
    });

    it(`/${address}: 깨진 글자가 없다`, () => {
      assert.doesNotMatch(html, /[\0\uFFFD]/);
    });

    it(`/${address}: 그대로 드러난 ** 나 [@ 가 없다`, () => {
      const article = select(docusaurus.article, root);
      const text = article ? textBesideCode(article) : '';
      assert.doesNotMatch(text, /\*\*|\[@|:::|\{#/);
    });
  }
});

/** In code such marks are meant. */
function textBesideCode(node: Nodes): string {
  if (node.type === 'text') {
    return node.value;
  }
  const isCode = node.type === 'element' && ['code', 'pre', 'svg'].includes(node.tagName);
  return 'children' in node && !isCode ? node.children.map(textBesideCode).join('') : '';
}
