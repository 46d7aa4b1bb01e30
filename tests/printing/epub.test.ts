import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {unzipSync} from 'fflate';
import {fromXml} from 'xast-util-from-xml';
import type {Element, Nodes} from 'xast';

import {identityOf, versionsOf} from '../../outputs/builtSite.ts';
import {composeBook} from '../../outputs/book/composeBook.ts';
import {createEpub} from '../../outputs/book/epub.ts';
import {namesOfWoff2} from '../../outputs/fonts/readWoff2.ts';
import {buildFolder, builtPages} from '../site.ts';
import {expectationsOf, missingWords} from './bookExpectations.ts';

const released = versionsOf(builtPages).filter(({isReleased}) => isReleased);

for (const version of released) {
  describe(`버전 ${version.label}의 EPUB`, () => {
    const file = path.join(buildFolder, 'epub', `${version.name}.epub`);
    const bytes = readFileSync(file);
    const files = unzipSync(bytes);
    const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
    const manifest = elements(fromXml(text('EPUB/package.opf')), 'item').map(
      ({attributes}) => attributes,
    );
    const documents = manifest
      .filter((item) => item['media-type'] === 'application/xhtml+xml')
      .map(({href}) => ({name: String(href), root: fromXml(text(`EPUB/${href}`))}));

    it('첫 파일은 압축하지 않은 mimetype이고, 목록에 있는 파일이 모두 있다', () => {
      assert.match(bytes.toString('latin1', 30, 58), /^mimetypeapplication\/epub\+zip/);
      assert.deepEqual(
        manifest.map(({href}) => `EPUB/${href}`).sort(),
        Object.keys(files)
          .filter((name) => name.startsWith('EPUB/') && name !== 'EPUB/package.opf')
          .sort(),
      );
    });

    it('다른 시간대에서 다시 만들어도 빌드가 만든 것과 바이트까지 같다', async () => {
      process.env.TZ = 'Pacific/Kiritimati';
      const again = await createEpub(
        composeBook(version, identityOf(builtPages), buildFolder),
        buildFolder,
      );
      assert.ok(bytes.equals(again));
    });

    it('글의 모든 낱말이 차례대로 있다', () => {
      const {words, captions} = expectationsOf(version);
      const chapters = documents.filter(({name}) => /^c\d+\.xhtml$/.test(name));
      const whole = chapters.map(({root}) => textOf(root)).join('\n');
      const missing = missingWords(words, whole);
      assert.ok(missing.length <= words.length / 1000, missing.slice(0, 40).join(' '));
      const squeezed = (some: string) => some.replace(/\s+/g, '');
      const compact = squeezed(whole);
      assert.deepEqual(
        captions.filter((caption) => !compact.includes(squeezed(caption))),
        [],
      );
    });

    it('표지의 역할은 그림의 것이다', () => {
      const covers = documents
        .flatMap(({root}) => elements(root))
        .filter(({attributes}) => attributes.role === 'doc-cover');
      assert.deepEqual(
        covers.map(({name}) => name),
        ['img'],
      );
    });

    it('모든 링크가 책 안의 자리나 공개된 주소로 이어지고, id가 겹치지 않는다', () => {
      const ids = new Map(
        documents.map(({name, root}) => [
          name,
          elements(root).flatMap(({attributes}) => (attributes.id ? [attributes.id] : [])),
        ]),
      );
      for (const [name, own] of ids) {
        assert.equal(new Set(own).size, own.length, name);
      }
      const broken = documents.flatMap(({name, root}) =>
        elements(root, 'a')
          .map(({attributes}) => String(attributes.href))
          .filter((href) => {
            if (/^https?:/.test(href)) {
              return /\/\/(localhost|127\.)/.test(href);
            }
            const [target = '', id] = href.split('#');
            const own = ids.get(target || name);
            return !own || (id !== undefined && !own.includes(id));
          })
          .map((href) => `${name}: ${href}`),
      );
      assert.deepEqual(broken, []);
    });

    it('그림의 글꼴은 우리 이름으로, 저작권과 라이선스의 전문과 함께 있다', async () => {
      const fonts = Object.keys(files).filter((name) => name.endsWith('.woff2'));
      assert.equal(fonts.length, 2);
      for (const font of fonts) {
        const names = await namesOfWoff2(files[font] ?? new Uint8Array());
        assert.equal(names.get(1), 'Kkori Sans', font);
        assert.match(names.get(13) ?? '', /SIL Open Font License/, font);
      }
      assert.ok(manifest.every(({href}) => !/pretendard/i.test(String(href))));
      const license = documents.find(({name}) => name === 'licenses.xhtml');
      assert.match(
        license ? textOf(license.root) : '',
        /with Reserved Font Name Pretendard[^]*SIL OPEN FONT LICENSE Version 1\.1/,
      );
      assert.match(text('EPUB/package.opf'), /<itemref idref="item-licenses\.xhtml"/);
    });

    it('차례는 사이드바와 질문 그대로이고, 그림마다 설명이 있다', () => {
      const navigation = documents.find(({name}) => name === 'nav.xhtml');
      assert.ok(navigation);
      const [contents] = elements(navigation.root, 'nav').filter(
        ({attributes}) => attributes['epub:type'] === 'toc',
      );
      assert.ok(contents);
      assert.deepEqual(
        elements(contents, 'a').map(textOf),
        expectationsOf(version).outline.map(({title}) => title),
      );
      const drawings = documents.flatMap(({root}) =>
        elements(root).filter(({attributes}) => attributes.role === 'img'),
      );
      assert.equal(drawings.length, expectationsOf(version).diagrams.length);
      assert.ok(drawings.every(({attributes}) => (attributes['aria-label'] ?? '').length > 20));
    });
  });
}

function elements(node: Nodes, name?: string): Element[] {
  const own = node.type === 'element' && (name === undefined || node.name === name) ? [node] : [];
  return 'children' in node
    ? [...own, ...node.children.flatMap((child) => elements(child, name))]
    : own;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') {
    return node.value;
  }
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
