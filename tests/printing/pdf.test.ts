import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import type {Element, Properties} from 'hast';
import {visit} from 'unist-util-visit';

import {identityOf, readBuiltSite, versionsOf, type BuiltVersion} from '../../outputs/builtSite.ts';
import type {Chapter} from '../../outputs/book/book.ts';
import {composeBook} from '../../outputs/book/composeBook.ts';
import {papers} from '../../outputs/book/paper.ts';
import {makePdf} from '../../outputs/book/pdf/makePdf.ts';
import {buildFolder} from '../site.ts';
import {expectationsOf, missingWords, type Expectations} from './bookExpectations.ts';
import {pdfUaFaults} from './pdfUa.ts';
import {readPdf, type ReadPdf} from './readPdf.ts';

const pages = readBuiltSite(buildFolder);
const released = versionsOf(pages).filter(({isReleased}) => isReleased);

for (const version of released) {
  describe(`버전 ${version.label}의 PDF`, () => {
    const file = path.join(buildFolder, 'pdf', `${version.name}.pdf`);
    let pdf: ReadPdf;
    let expected: Expectations;
    let text = '';
    before(async () => {
      pdf = await readPdf(file);
      expected = expectationsOf(version);
      // After the contents, and what tells how to practise with the book.
      text = pdf.pages.slice(firstPage(pdf) - 1).join('\n');
    });

    it('글의 모든 낱말이 차례대로 있다', () => {
      const missing = missingWords(expected.words, text);
      assert.ok(expected.words.length > 3000, `${expected.words.length} words`);
      assert.ok(
        missing.length <= expected.words.length / 1000,
        `${missing.length} of ${expected.words.length}: ${missing.slice(0, 40).join(' ')}`,
      );
      const compact = squeezed(text);
      assert.ok(expected.captions.length > 0);
      assert.deepEqual(
        expected.captions.filter((caption) => !compact.includes(squeezed(caption))),
        [],
      );
      assert.equal(text, text.normalize('NFC'));
      // But for what comes before the contents, and the left-hand page before one that opens a part.
      const starts = new Set(pdf.outline.map(({page}) => page));
      assert.deepEqual(
        pdf.pages.flatMap((page, index) =>
          squeezed(page).length > 20 || index + 1 < firstPage(pdf) || starts.has(index + 2)
            ? []
            : [index + 1],
        ),
        [],
        '빈 쪽이 있다',
      );
    });

    it('다이어그램이 모두, 대체 텍스트와 글자를 갖고 있다', () => {
      assert.deepEqual(pdf.alternatives, expected.alternatives);
      assert.deepEqual(diagramsWithout(expected, text), []);
      assert.match(text, /그림 1\. /);
      assert.doesNotMatch(text, /그림 \d+\.\S/);
    });

    it('책갈피는 사이드바와 질문에 하나씩 맞고, 그 제목이 있는 쪽을 연다', () => {
      assert.deepEqual(
        pdf.outline.map(({title, depth}) => ({title, depth})),
        expected.outline.map(({title, depth}) => ({title, depth})),
      );
      for (const [index, {title, page}] of pdf.outline.entries()) {
        assert.ok(
          !expected.outline[index]?.isPrinted ||
            squeezed(pdf.pages[page - 1] ?? '').includes(squeezed(title)),
          `${title}: ${page}쪽`,
        );
      }
    });

    it('차례, 참고 문헌, 찾아보기의 쪽 번호가 모두 맞다', () => {
      const entries = pdf.links.filter(
        ({page, target, text: entry}) =>
          typeof target === 'number' &&
          (page < firstPage(pdf) || (page > lastChapter(pdf) && /\d\s*$/.test(entry))),
      );
      const chapters = expected.outline.filter(({depth}) => depth <= 1);
      assert.ok(entries.length >= chapters.length, `${entries.length} entries`);
      const numbers = entries.map(({text: entry}) => Number(/(\d+)\s*$/.exec(entry)?.[1]));
      assert.deepEqual(
        numbers,
        entries.map(({target}) => target),
      );
    });

    it('책 안의 링크가 모두 책 안의 자리로 이어진다', () => {
      assert.deepEqual(
        internalLinks(pdf).filter(({target}) => target === undefined),
        [],
      );
      assert.deepEqual(missingLinks(pdf, expected), []);
    });

    it('바깥 링크가 모두 있고, 이 컴퓨터나 파일을 가리키는 링크는 없다', () => {
      assert.deepEqual(missingAddresses(pdf, expected), []);
      const addresses = pdf.links
        .map(({target}) => target)
        .filter((target) => typeof target === 'string');
      assert.deepEqual(
        addresses.filter((address) => !/^https?:\/\/(?!localhost|127\.)/.test(address)),
        [],
      );
    });

    it('제목, 지은이, 언어가 적혀 있다', () => {
      assert.equal(pdf.title, `꼬리물기 ${version.label}`);
      assert.equal(pdf.author, '꼬리물기 기여자');
      assert.equal(pdf.language, 'ko');
    });

    it('PDF/UA-1의 기계 검사 규칙을 어긴 곳이 없다', async () => {
      assert.deepEqual(await pdfUaFaults(file), []);
    });

    it('다음 글의 안내만 남은 쪽이 없다', () => {
      // Running heads are shorter.
      const alone = /^[^•]{0,60}이어서 읽을 글:/;
      assert.deepEqual(
        pdf.pages.filter(
          (page) => page.length < 300 && alone.test(page.replace(/\s+/g, ' ').trim()),
        ),
        [],
      );
    });

    it('부가 끝나는 곳 말고는 3분의 1 넘게 빈 쪽이 없고, 얇은 책에서는 둘을 넘지 않는다', () => {
      const bottom = marginOf('bottom');
      const height = 1 - marginOf('top') - bottom;
      const starts = new Set(pdf.outline.filter(({depth}) => depth === 0).map(({page}) => page));
      const isEnd = (page: number) =>
        starts.has(page + 1) || (starts.has(page + 2) && squeezed(pdf.pages[page] ?? '') === '');
      const empty = pdf.below.flatMap((below, index) => {
        const page = index + 1;
        const isText = page >= firstPage(pdf) && page < lastChapter(pdf) && !starts.has(page);
        return isText && !isEnd(page) && (below - bottom) / height > 1 / 3 ? [page] : [];
      });
      assert.ok(empty.length <= (pdf.pages.length < 100 ? 2 : 0), empty.join(', '));
    });

    it('한 쪽에 10KB를 넘지 않는다', () => {
      const perPage = statSync(file).size / pdf.pages.length;
      assert.ok(perPage <= 10_000, `${perPage} bytes a page`);
    });
  });
}

describe('한 곳씩 빠진 책', () => {
  const version = released.at(-1) as BuiltVersion;
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-mutant-'));
  const expected = expectationsOf(version);
  after(() => rmSync(folder, {recursive: true}));

  /** The PDF of the version, of a book from which `change` has taken something. */
  async function mutant(change: (chapters: Chapter[]) => void): Promise<ReadPdf> {
    const book = composeBook(version, identityOf(pages), buildFolder);
    change(book.chapters);
    const {bytes} = await makePdf(
      book,
      {paper: 'a5', isPlain: false},
      buildFolder,
      () => undefined,
    );
    const file = path.join(folder, 'mutant.pdf');
    writeFileSync(file, bytes);
    return readPdf(file);
  }

  it('꼬리질문이 하나 빠지면 책갈피와 낱말로 알아챈다', async () => {
    const pdf = await mutant((chapters) => {
      const question = firstOf(chapters, ({properties}) => hasClass(properties, 'question'));
      const chapter = chapters.find(({questions}) => questions.length > 1);
      chapter?.questions.splice(1, 1);
      question.children = [];
    });
    assert.equal(pdf.outline.length, expected.outline.length - 1);
    const missing = missingWords(expected.words, pdf.pages.slice(firstPage(pdf) - 1).join('\n'));
    assert.ok(missing.length > expected.words.length / 1000, `${missing.length}`);
  });

  it('그림이 하나 빠지면 대체 텍스트로 알아챈다', async () => {
    const pdf = await mutant((chapters) => {
      const diagram = firstOf(chapters, ({properties}) => hasClass(properties, 'diagram'));
      diagram.properties = {};
      diagram.children = [];
    });
    assert.deepEqual(pdf.alternatives, expected.alternatives.slice(1));
  });

  it('책 안의 링크와 바깥 링크가 하나씩 빠지면 알아챈다', async () => {
    const address = expected.addresses.at(-1) ?? '';
    const pdf = await mutant((chapters) => {
      const isInside = ({properties}: Element) => String(properties.href).startsWith('#');
      delete firstOf(chapters, isInside).properties.href;
      for (const {content} of chapters) {
        visit({type: 'root', children: content}, 'element', ({properties}) => {
          properties.href = properties.href === address ? undefined : properties.href;
        });
      }
    });
    assert.equal(missingLinks(pdf, expected).length, 1);
    assert.deepEqual([...new Set(missingAddresses(pdf, expected))], [address]);
  });
});

function firstOf(chapters: readonly Chapter[], matches: (element: Element) => boolean): Element {
  let found: Element | undefined;
  for (const {content} of chapters) {
    visit({type: 'root', children: content}, 'element', (element) => {
      found ??= matches(element) ? element : undefined;
    });
  }
  assert.ok(found);
  return found;
}

const hasClass = ({className}: Properties, name: string) =>
  Array.isArray(className) && className.includes(name);

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** The first page after the contents: where the outline begins. */
const firstPage = ({outline}: ReadPdf) => outline[0]?.page ?? 0;

/** Share of the page's height. */
const marginOf = (side: 'top' | 'bottom') => papers.a5[side] / papers.a5.height;

/** Where the bibliography begins, which nothing but the indexes follows. */
const lastChapter = ({outline}: ReadPdf) => outline.at(-1)?.page ?? 0;

const internalLinks = (pdf: ReadPdf) =>
  pdf.links.filter(({page, target}) => page >= firstPage(pdf) && typeof target !== 'string');

/** Links to places of the book that it does not have. */
function missingLinks(pdf: ReadPdf, {internalLinks: expected}: Expectations): string[] {
  return linksWithout(
    expected,
    internalLinks(pdf).map(({text}) => text),
  );
}

function missingAddresses(pdf: ReadPdf, {addresses}: Expectations): string[] {
  const found = pdf.links.map(({target}) => target);
  return addresses.filter((address) => !found.includes(address));
}

/** Drawings some label of which the text does not have. */
function diagramsWithout({diagrams}: Expectations, text: string): string[] {
  const compact = squeezed(text);
  return diagrams
    .map((words) => words.filter((word) => !compact.includes(squeezed(word))).join(' '))
    .filter(Boolean);
}

/** Links that are not there, each as often as it should be. One that breaks over lines is several. */
function linksWithout(expected: readonly string[], found: readonly string[]): string[] {
  const texts = found.map(squeezed);
  const joined = texts.join('');
  const counts = new Map<string, number>();
  return expected.map(squeezed).filter((text) => {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    const isMarker = text.length <= 3;
    const times = isMarker
      ? texts.filter((other) => other === text).length
      : joined.split(text).length - 1;
    return times < count;
  });
}
