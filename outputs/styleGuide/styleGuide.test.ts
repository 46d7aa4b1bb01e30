import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {selectAll} from 'hast-util-select';
import {toHtml} from 'hast-util-to-html';

import {parseHtml} from '../../lib/node/parseHtml.ts';
import {builtPage} from '../builtSite.ts';
import {fillSpecimens} from './styleGuide.ts';

const page = builtPage(
  'docs/a/',
  `<head><meta property="og:url" content="https://example.com/docs/a/"></head><body>
  <h2 id="outside">글 밖</h2><div class="theme-doc-markdown">
  <details><summary id="q">질문</summary><p aria-describedby="q d"><a href="#q">안</a> <a href="#ref">밖</a></p></details>
  <svg><path marker-end="url(#arrow)"/></svg></div>`,
);

function filled(...selectors: string[]): string {
  const guide = parseHtml(
    selectors.map((selector) => `<div data-specimen="${selector}">빈 곳</div>`).join(''),
  );
  fillSpecimens(guide, [page]);
  return toHtml(selectAll('div', guide));
}

describe('견본', () => {
  it('글의 부품을 제 id로 가져오고, 밖으로 가는 링크는 그 글로 잇는다', () => {
    const html = filled('details');
    assert.match(html, /<summary id="specimen-1-q">/);
    assert.match(html, /aria-describedby="specimen-1-q d"/);
    assert.match(html, /<a href="#specimen-1-q">안/);
    assert.match(html, /<a href="\/docs\/a\/#ref">밖/);
    assert.doesNotMatch(html, /data-specimen|빈 곳/);
  });

  it('답 안의 것을 보이려 하면 답을 편다', () => {
    assert.match(filled('details'), /<details open>/);
  });

  it('두 번 가져와도 id가 겹치지 않는다', () => {
    assert.deepEqual(filled('summary', 'summary').match(/id="[^"]*"/g), [
      'id="specimen-1-q"',
      'id="specimen-2-q"',
    ]);
  });

  it('그림 안의 가리킴도 함께 바꾼다', () => {
    assert.match(filled('svg'), /url\(#specimen-1-arrow\)/);
  });

  it('글에 없는 부품은 무엇인지 한국어로 알린다', () => {
    assert.throws(() => filled('#outside'), /어느 글에도 없습니다: #outside/);
  });
});
