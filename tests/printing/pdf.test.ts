import assert from 'node:assert/strict';
import {statSync} from 'node:fs';
import path from 'node:path';
import {before, describe, it} from 'node:test';

import {readBuiltSite, versionsOf} from '../../lib/node/builtSite.ts';
import {buildFolder} from '../site.ts';
import {expectationsOf, missingWords, type Expectations} from './bookExpectations.ts';
import {pdfUaFaults} from './pdfUa.ts';
import {readPdf, type ReadPdf} from './readPdf.ts';

const released = versionsOf(readBuiltSite(buildFolder)).filter(({isReleased}) => isReleased);

for (const version of released) {
  describe(`버전 ${version.label}의 PDF`, () => {
    const file = path.join(buildFolder, 'pdf', `${version.name}.pdf`);
    let pdf: ReadPdf;
    let expected: Expectations;
    let text = '';
    before(async () => {
      pdf = await readPdf(file);
      expected = expectationsOf(version);
      text = pdf.pages.join('\n');
    });

    it('글의 모든 낱말이 차례대로 있다', () => {
      const missing = missingWords(expected.words, text);
      assert.ok(expected.words.length > 3000, `${expected.words.length} words`);
      assert.ok(
        missing.length <= expected.words.length / 1000,
        `${missing.length} of ${expected.words.length}: ${missing.slice(0, 40).join(' ')}`,
      );
      assert.equal(text, text.normalize('NFC'));
      assert.ok(
        pdf.pages.every((page) => squeezed(page).length > 50),
        '빈 쪽이 있다',
      );
    });

    it('다이어그램이 모두, 대체 텍스트와 글자를 갖고 있다', () => {
      assert.deepEqual(pdf.alternatives, expected.alternatives);
      assert.deepEqual(diagramsWithout(expected, text), []);
    });

    it('책갈피는 사이드바와 질문에 하나씩 맞고, 그 제목이 있는 쪽을 연다', () => {
      assert.deepEqual(
        pdf.outline.map(({title, depth}) => ({title, depth})),
        expected.outline,
      );
      for (const {title, page, depth} of pdf.outline) {
        const isQuestion = depth > 0;
        assert.ok(
          !isQuestion || squeezed(pdf.pages[page - 1] ?? '').includes(squeezed(title)),
          `${title}: ${page}쪽`,
        );
      }
    });

    it('차례의 쪽 번호가 모두 맞다', () => {
      const entries = pdf.links.filter(
        ({page, target}) => page < firstPage(pdf) && typeof target === 'number',
      );
      assert.equal(entries.length >= expected.outline.length, true);
      const numbers = entries.map(({text: entry}) => Number(/(\d+)\s*$/.exec(entry)?.[1]));
      assert.deepEqual(
        numbers,
        entries.map(({target}) => target),
      );
    });

    it('책 안의 링크가 모두 책 안의 자리로 이어진다', () => {
      const internal = pdf.links.filter(
        ({page, target}) => page >= firstPage(pdf) && typeof target !== 'string',
      );
      assert.deepEqual(
        internal.filter(({target}) => target === undefined),
        [],
      );
      assert.deepEqual(
        linksWithout(
          expected.internalLinks,
          internal.map((link) => link.text),
        ),
        [],
      );
    });

    it('바깥 링크가 모두 있고, 이 컴퓨터나 파일을 가리키는 링크는 없다', () => {
      const addresses = pdf.links
        .map(({target}) => target)
        .filter((target) => typeof target === 'string');
      assert.deepEqual(
        expected.addresses.filter((address) => !addresses.includes(address)),
        [],
      );
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

    it('한 쪽에 10KB를 넘지 않는다', () => {
      const perPage = statSync(file).size / pdf.pages.length;
      assert.ok(perPage <= 10_000, `${perPage} bytes a page`);
    });

    it('빠진 꼬리질문, 그림, 링크를 이 시험들이 알아챈다', () => {
      const question = expected.outline.at(-2)?.title ?? '';
      const withoutQuestion = squeezed(text).replaceAll(squeezed(question), '');
      assert.notDeepEqual(missingWords(question.split(' '), withoutQuestion), []);
      const label = expected.diagrams[0]?.[0] ?? '';
      assert.notDeepEqual(diagramsWithout(expected, text.replaceAll(label, '')), []);
      const texts = pdf.links.map((link) => link.text);
      const first = texts.indexOf(expected.internalLinks[0] ?? '');
      assert.notDeepEqual(linksWithout(expected.internalLinks, texts.toSpliced(first, 1)), []);
    });
  });
}

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** The first page after the contents: where the outline begins. */
const firstPage = ({outline}: ReadPdf) => outline[0]?.page ?? 0;

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
