import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

import {toHtml} from 'hast-util-to-html';

import {parseHtml} from '../../lib/node/parseHtml.ts';
import {bundleBrowser} from './bundleBrowser.ts';
import {deadControlsIn} from './deadControls.ts';
import {runnableIn} from './runnableContent.ts';
import {keepWordsWhole} from './wholeWords.ts';

const deadIn = (html: string) => deadControlsIn(parseHtml(html));

describe('눌러도 아무 일이 없을 것', () => {
  // As Docusaurus' theme renders them for React to bring to life.
  const theirs = {
    탭: '<ul role="tablist" class="tabs"><li role="tab" tabindex="0" aria-selected="true">npm</li></ul><div role="tabpanel">글</div>',
    '접는 상자':
      '<details class="alert details" data-collapsed="true"><summary>더 보기</summary><div style="display:none;overflow:hidden;height:0px"><p>글</p></div></details>',
    '코드의 복사 단추':
      '<div class="codeBlockContent"><pre><code>ls</code></pre><button type="button" aria-label="복사" class="clean-btn">복사</button></div>',
    알림줄:
      '<div class="announcementBar" role="banner"><div>알림</div><button type="button" aria-label="닫기" class="clean-btn close">×</button></div>',
    '살아 있는 코드':
      '<div class="playground"><textarea>1 + 1</textarea><pre contenteditable="true">1</pre></div>',
    '언어 메뉴':
      '<div class="navbar__item dropdown"><a href="#" aria-haspopup="true" aria-expanded="false" role="button">한국어</a></div>',
    '서랍을 여는 단추':
      '<button aria-label="메뉴" aria-expanded="false" class="navbar__toggle" type="button"></button>',
    '사이드바의 묶음':
      '<a class="menu__link" role="button" aria-expanded="true" href="/a/">묶음</a>',
  };
  for (const [name, html] of Object.entries(theirs)) {
    it(`${name}: 알아보고 어디의 무엇인지 말한다`, () => {
      const dead = deadIn(`<main class="page">${html}</main>`);
      assert.ok(dead.length > 0);
      assert.match(dead[0] ?? '', /^<\w+[^>]*> \([\w.-]+ 안\)$/);
    });
  }

  it('이름을 잘못 적은 동작, 보낼 곳이 없는 양식의 단추와 칸도 알아본다', () => {
    assert.deepEqual(deadIn('<p class="a"><button data-behavior="copy-cod">복사</button>'), [
      '<button data-behavior="copy-cod"> (p.a 안)',
    ]);
    assert.equal(deadIn('<form><input name=q><button>찾기</button></form>').length, 2);
  });

  it('등록한 동작과 HTML만으로 되는 것은 둔다', () => {
    const alive = [
      '<button data-behavior="copy-code" type="button">복사</button>',
      '<button popovertarget="drawer" type="button">메뉴</button><div id="drawer" popover></div>',
      '<form action="/search/"><input name="q"><button>찾기</button></form>',
      '<dialog><form method="dialog"><button>닫기</button></form></dialog>',
      '<details><summary>질문</summary><p>답</p></details>',
      '<pre tabindex="0" role="group">ls</pre><a href="#a">글</a>',
      '<svg style="display: none;"></svg>',
    ];
    assert.deepEqual(deadIn(alive.join('')), []);
  });
});

describe('한 줄에 남는 낱말', () => {
  const cases = {
    '<h1>--cap-add=ALL은 같은가요?</h1>':
      '<h1><span class="unbroken">--cap-add=ALL</span>은 같은가요?</h1>',
    '<h3>Type 1 - <b>Hyper-V</b>, -v</h3>':
      '<h3>Type 1 - <b><span class="unbroken">Hyper-V</span></b>, <span class="unbroken">-v</span></h3>',
    '<p><a class="table-of-contents__link">a-b</a></p>':
      '<p><a class="table-of-contents__link"><span class="unbroken">a-b</span></a></p>',
    '<p>CVE-2022-0492는 밖(호스트)에서</p>':
      '<p><span class="unbroken">CVE-2022-0492</span>는 밖(호스트<span class="unbroken">)에서</span></p>',
    // Books look in a reference for its parts.
    '<div data-reference-text><a>Top-Level</a><span>2026</span></div>':
      '<div data-reference-text><a>Top-Level</a><span>2026</span></div>',
    // These break in their own way; and a word that is wider than a column must break somewhere.
    '<p><code>a-b</code></p><pre><code><span>a-b</span></code></pre><svg><text>a-b</text></svg>':
      '<p><code>a-b</code></p><pre><code><span>a-b</span></code></pre><svg><text>a-b</text></svg>',
    '<h2>a-very-long-name-of-a-thing</h2>': '<h2>a-very-long-name-of-a-thing</h2>',
  };
  for (const [html, expected] of Object.entries(cases)) {
    it(html, () => {
      const root = parseHtml(html);
      keepWordsWhole(root);
      assert.equal(toHtml(root), toHtml(parseHtml(expected)));
    });
  }
});

describe('페이지의 스크립트', () => {
  it('같은 소스에서는 이름과 바이트가 같고, 파일은 서로를 바뀐 이름으로 부른다', async () => {
    const [first, second] = await Promise.all([
      bundleBrowser('/kkori/', ['./algolia']),
      bundleBrowser('/kkori/', ['./algolia']),
    ]);
    assert.deepEqual(first, second);
    const [main, ...wanted] = first.files;
    assert.ok(main);
    assert.match(
      first.files.map(({path}) => path.replace(/\w{10}(?=\.js$)/, '')).join(' '),
      /^assets\/js\/main\.\.js assets\/js\/interview\.\.js assets\/js\/practice\.\.js assets\/js\/search\.\.js assets\/js\/store\.\.js assets\/js\/walkThrough\.\.js$/,
    );
    for (const {path} of wanted) {
      assert.ok(String(main.content).includes(`import("./${path.replace(/.*\//, '')}")`));
    }
    assert.ok(first.loader.includes(`/kkori/${main.path}`));
  });

  it('Algolia를 쓰는 사이트만 그것의 코드를 받는다', async () => {
    const {files} = await bundleBrowser('/', []);
    const algolia = files.find(({path}) => path.includes('/algolia.'));
    assert.ok(brotliCompressSync(algolia?.content ?? '').length < 36 * 1024);
  });
});

describe('글 속에서 실행되는 것', () => {
  const inArticle = (html: string) =>
    runnableIn(parseHtml(`<script>a()</script><div class="theme-doc-markdown">${html}</div>`));

  for (const [html, found] of [
    ['<script>b()</script>', 'script'],
    ['<svg><script>b()</script></svg>', 'script'],
    ['<style>p{}</style>', 'style'],
    ['<iframe srcdoc="<p>"></iframe>', 'iframe'],
    ['<object data="/a.pdf"></object>', 'object'],
    ['<base href="/x/">', 'base'],
    ['<p onclick="b()">글</p>', 'p onclick'],
    ['<img src="/a.png" onerror="b()">', 'img onerror'],
    ['<a href=" java\nscript:b()">글</a>', undefined],
    ['<a href="JavaScript:b()">글</a>', 'a href'],
    ['<a href="&#1;javascript:b()">글</a>', 'a href'],
    ['<a href="data:text/html,x">글</a>', 'a href'],
  ] as const) {
    it(`${html}: ${found ?? '브라우저가 지우는 줄바꿈까지'}`, () => {
      assert.ok(inArticle(html).includes(found ?? 'a href'), html);
    });
  }

  it('글 밖의 것과 보통의 글은 두고 본다', () => {
    assert.deepEqual(inArticle('<p><a href="/docs/javascript:/">글</a> onclick</p>'), []);
    assert.deepEqual(inArticle('<img src="data:image/png;base64,AA==" alt="글">'), []);
  });
});
