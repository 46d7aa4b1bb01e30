import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {unzipSync} from 'fflate';
import {toHtml} from 'hast-util-to-html';

import {identityOf, readBuiltSite, versionsOf} from '../builtSite.ts';
import type {Book} from './book.ts';
import {bookHtml} from './bookHtml.ts';
import {composeBook} from './composeBook.ts';
import {createEpub, xmlOf} from './epub.ts';
import {makePdf} from './pdf/makePdf.ts';

const sidebar = `<ul class="theme-doc-sidebar-menu">
  <li><a class="menu__link" href="/kkori/docs/b/">나</a></li>
  <li><a class="menu__link" href="/kkori/docs/a/">가</a></li>
  <li><a class="menu__link" href="/kkori/docs/references/">참고 문헌</a></li>
  <li><a class="menu__link" href="https://example.com/">바깥</a></li>
</ul>`;

const page = (address: string, article: string, site: string, menu: string) => `<!doctype html>
<meta name="docusaurus_version" content="1.0">
<meta property="og:url" content="${site}${address}">
<link rel="canonical" href="${site}${address}">
${menu}<div class="theme-doc-markdown">${article}</div>`;

const home = (site: string) => `<!doctype html><meta property="og:url" content="${site}">
<meta name="description" content="부제"><b class="navbar__title">책</b>`;

const marker = (key: string, number: number) =>
  `<sup><span><a href="#ref-${key}" id="cite-${key}-1" role="doc-biblioref">${number}</a></span></sup>`;

const pageList = (...keys: string[]) => `<h2 id="references">참고 자료</h2>
<section role="doc-bibliography"><ol>${keys.map((key) => `<li id="ref-${key}">${key}</li>`).join('')}</ol></section>`;

const entry = (key: string) => `<li id="ref-${key}"><div data-reference-text="">
<a href="https://example.org/${key}">${key} 문서</a><span>기관 · 2026 확인</span></div>
<div><p>나 <a href="/kkori/docs/b/#cite-${key}-1" role="doc-backlink">a</a></p></div></li>`;

const articles: Record<string, string> = {
  'docs/b/': `<h1>나는 무엇인가요?</h1>
    <ul hidden data-also-asked=""><li>숨긴 질문</li></ul>
    <p id="same">같은 id${marker('two', 1)}. <a href="/kkori/docs/a/#same">가로 가기</a>,
    <a href="/kkori/docs/next/a/">다른 버전</a>, <a href="https://example.org/two">출처</a>,
    <a href="https://example.net/x">바깥</a></p>
    <div class="theme-admonition theme-admonition-tip"><div><mdxadmonitiontitle>제목의 <code>코드</code></mdxadmonitiontitle></div><div><p>본문</p></div></div>
    <details><summary>접힌 것</summary><p>그 안 ✅</p></details>
    <table><thead><tr><th>머리</th><th style="text-align:right">수</th></tr></thead>
    <tbody><tr><td>몸</td><td style="text-align:right">1</td></tr></tbody></table>
    <p><img src="/kkori/img/a.png" alt="사진"></p>
    <div data-kind="follow-up"><details data-follow-up=""><summary><span>꼬리질문 1</span>
    <h3 id="why">왜요?</h3></summary><div><p>그래서요.</p></div></details>
    <span><a href="#why" aria-label="링크 복사: 왜요?"></a></span></div>
    ${pageList('two')}`,
  'docs/a/': `<h1>가</h1>
    <section class="interview-answer"><p class="interview-answer-label">면접 답변</p><p>짧게 말합니다.</p><p class="verification" data-label>확인 2026-11 · Docker 29</p></section>
    <p id="same">같은 id${marker('one', 1)}, <span><span aria-describedby="term-vm-definition"><a
    href="/kkori/docs/b/#same">VM</a></span><span data-tooltip="" id="term-vm-definition" role="tooltip">용어의
    뜻</span></span>을</p>${pageList('one')}`,
  'docs/references/': `<h1>참고 문헌</h1><h2 id="standards">표준</h2><ul>${entry('one')}${entry('two')}</ul>`,
};

describe('책 엮기', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kkori-book-'));
    writeSite('https://example.com/kkori/', articles);
    mkdirSync(path.join(folder, 'img'));
    // One white pixel.
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8////fwAJ+wP9KobjigAAAABJRU5ErkJggg==';
    writeFileSync(path.join(folder, 'img/a.png'), Buffer.from(pixel, 'base64'));
  });
  after(() => rmSync(folder, {recursive: true}));

  function writeSite(site: string, pages: Record<string, string>, menu = sidebar): void {
    writeFileSync(path.join(folder, 'index.html'), home(site));
    for (const [address, article] of Object.entries(pages)) {
      mkdirSync(path.join(folder, address), {recursive: true});
      writeFileSync(path.join(folder, address, 'index.html'), page(address, article, site, menu));
    }
  }

  function compose(): Book {
    const pages = readBuiltSite(folder);
    const [version] = versionsOf(pages);
    assert.ok(version);
    return composeBook(version, identityOf(pages), folder);
  }

  const htmlOf = (book: Book) => book.chapters.map(({content}) => toHtml(content)).join('\n');

  it('사이드바의 차례대로 글을 엮고, 질문을 모은다', () => {
    assert.deepEqual(
      compose().chapters.map(({id, label, questions}) => [
        id,
        label,
        questions.map(({text}) => text),
      ]),
      [
        ['c1', '나', ['나는 무엇인가요?', '왜요?']],
        ['c2', '가', []],
        ['c3', '참고 문헌', []],
      ],
    );
  });

  it('접힌 것은 펴고, 화면에만 쓰는 것과 숨긴 것은 뺀다', () => {
    const html = htmlOf(compose());
    assert.match(
      html,
      /<section class="question follow-up"><header><p class="kind">꼬리질문 1<\/p>/,
    );
    assert.match(html, /<p class="box-title">접힌 것<\/p><p>그 안 ✅<\/p>/);
    assert.match(html, /<p class="box-title">제목의 <code>코드<\/code><\/p>/);
    assert.doesNotMatch(html, /<details|숨긴 질문|링크 복사/);
  });

  it('면접 답변은 상자로, 용어는 낱말만 남긴다', () => {
    const html = htmlOf(compose());
    assert.match(
      html,
      /<div class="interview-answer"><p class="answer-title">면접 답변<\/p><p>짧게 말합니다.<\/p><p class="verification">확인 2026-11 · Docker 29<\/p><\/div>/,
    );
    assert.match(html, /<\/sup>, (<span id="c\d+-term-1">)?VM(<\/span>)?을<\/p>/);
    assert.doesNotMatch(html, /용어의\s+뜻/);
  });

  it('사이드바의 묶음은 여러 겹이어도 첫 겹은 부를 여는 쪽이, 안쪽은 다음 글의 위에 놓이는 제목이 된다', async () => {
    const category = (label: string, items: string) =>
      `<li><details><summary>${label}</summary><ul>${items}</ul></details></li>`;
    const [b = '', a = '', references = ''] = sidebar.match(/<li>.*<\/li>/g) ?? [];
    const nested = `<ul class="theme-doc-sidebar-menu">${category('첫째', category('안쪽', b) + a)}${references}</ul>`;
    writeSite('https://example.com/kkori/', articles, nested);
    const book = compose();
    writeSite('https://example.com/kkori/', articles);
    assert.deepEqual(
      book.chapters.map(({label, depth, isPart}) => [label, depth, isPart]),
      [
        ['첫째', 0, true],
        ['안쪽', 1, true],
        ['나', 2, false],
        ['가', 1, false],
        ['참고 문헌', 0, false],
      ],
    );
    const html = bookHtml(book, {paper: 'a4', isPlain: false});
    const [opener = '', ...others] = html.match(/<section class="right bleed opener">/g) ?? [];
    assert.deepEqual([opener === '', others], [false, []]);
    assert.match(
      html,
      /<h1 class="part-title" id="c1">첫째<\/h1><ul class="chain">.*<div class="inner-part"><h2 class="part-title" id="c2">안쪽<\/h2><\/div><div class="chapter thread"><h3 class="level-1"/s,
    );
    const navigation = Buffer.from(
      unzipSync(await createEpub(book, folder))['EPUB/nav.xhtml'] ?? [],
    ).toString();
    const entry = (file: string, label: string) => `<li><a href="${file}.xhtml">${label}</a>`;
    assert.match(
      navigation.replace(/<li><a href="[^"]*#[^"]*">[^<]*<\/a><\/li>/g, ''),
      new RegExp(
        `<ol>${entry('c1', '첫째')}<ol>${entry('c2', '안쪽')}<ol>${entry('c3', '나')}<ol></ol></li></ol></li>` +
          `${entry('c4', '가')}</li></ol></li>${entry('c5', '참고 문헌')}</li></ol>`,
      ),
    );
  });

  it('id는 책 전체에서 하나뿐이고, 글 사이의 링크는 그 id로 이어진다', () => {
    const html = htmlOf(compose());
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    const target = /<a href="#([^"]+)">가로 가기/.exec(html)?.[1];
    assert.match(html, new RegExp(`<p id="${target}">같은 id<sup[^>]*><a [^>]*>1<`));
  });

  it('쪽마다 있던 참고 자료는 참고 문헌 하나로 합치고, 번호를 거기에 맞춘다', () => {
    const html = htmlOf(compose());
    assert.doesNotMatch(html, /참고 자료/);
    const id = /<li id="([^"]+)" value="2"><p><a href="https:\/\/example.org\/two">/.exec(
      html,
    )?.[1];
    assert.match(html, new RegExp(`<a [^>]*href="#${id}"[^>]*aria-label="참고 문헌 2">2</a>`));
  });

  it('책에 없는 것으로 가는 링크는 공개된 주소로, 참고 문헌에 없는 바깥 주소는 주로 적는다', () => {
    const html = htmlOf(compose());
    assert.match(html, /<a href="https:\/\/example.com\/kkori\/docs\/next\/a\/">다른 버전<\/a>/);
    assert.match(html, /바깥<\/a><sup class="noteref"><a href="#c1-note-2" aria-label="주 2">주2/);
    assert.match(html, /<li id="c1-note-2"><a href="https:\/\/example.net\/x">/);
    assert.doesNotMatch(html, /<a href="https:\/\/example.org\/two">출처<\/a><sup/);
  });

  it('공개된 주소가 없으면 책에 없는 것으로는 잇지 않는다', () => {
    writeSite('http://localhost:3000/kkori/', articles);
    const book = compose();
    writeSite('https://example.com/kkori/', articles);
    assert.match(htmlOf(book), /,\s+다른 버전,/);
    assert.doesNotMatch(htmlOf(book), /localhost/);
    assert.equal(book.url, undefined);
  });

  it('그림이 든 책도 PDF와 EPUB이 된다', async () => {
    const book = compose();
    assert.deepEqual(book.images, ['img/a.png']);
    const {bytes, pageCount} = await makePdf(
      book,
      {paper: 'a5', isPlain: false},
      folder,
      () => undefined,
    );
    // Cover, half-title, title, imprint, guide, contents, three chapters, index, and two empty pages.
    assert.equal(pageCount, 12);
    assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Type3/);
    assert.match(
      Buffer.from(await createEpub(book, folder)).toString('latin1'),
      /EPUB\/img\/a\.png/,
    );
  });

  it('글이 없는 페이지와 없는 그림은 그 페이지를 한국어로 알린다', () => {
    const broken = {
      '<p>제목 없음</p>': /제목\(h1\)이 만들어진 페이지 \/docs\/a\//,
      '<h1>가</h1><img src="/kkori/img/b.png">': /\/docs\/a\/의 그림 img\/b\.png/,
    };
    for (const [article, message] of Object.entries(broken)) {
      writeSite('https://example.com/kkori/', {...articles, 'docs/a/': article});
      assert.throws(compose, message);
    }
    writeSite('https://example.com/kkori/', articles);
  });
});

describe('EPUB의 XML', () => {
  it('코드 속의 ]]>도 글자로 남는다', () => {
    const text = {type: 'text', value: 'a[b[i]]>0'} as const;
    assert.equal(xmlOf({type: 'root', children: [text]}), 'a[b[i]]&gt;0');
  });
});
