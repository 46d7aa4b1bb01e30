import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';

import {zipSync, type Zippable} from 'fflate';
import type {Element, ElementContent} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toXast} from 'hast-util-to-xast';
import {h, s} from 'hastscript';
import {toXml} from 'xast-util-to-xml';
import {x} from 'xastscript';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {faces, typeface} from '../../lib/node/typeface.ts';
import {licenseText} from '../../site/licenses/readLicenses.ts';
import {charactersByWeight} from '../fonts/charactersByWeight.ts';
import {subsetFace} from '../fonts/subsetFace.ts';
import {bookLicence, type Book, type Chapter} from './book.ts';
import {coverArt, treatmentOf} from './coverArt.ts';
import {imprint, titlePage} from './frontPages.ts';

/** A file of the package: its path, its bytes, and what the manifest says of it. */
interface Item {
  path: string;
  data: string | Uint8Array;
  mediaType: string;
  properties?: string;
  /** In the order of reading. */
  isInSpine?: boolean;
}

/**
 * Packs the book as EPUB 3 (https://www.w3.org/TR/epub-33/): one document a
 * chapter, drawings as SVG with the font that they were measured with. The same
 * book gives the same bytes.
 * @param folder the built site: where the pictures are
 */
export async function createEpub(book: Book, folder: string): Promise<Uint8Array> {
  const styles = styleSheet();
  const fonts = await fontItems(book, styles);
  const items: Item[] = [
    {
      path: 'cover.xhtml',
      data: page(book, book.title, [
        h('section', {className: 'cover', 'epub:type': 'cover'}, [
          // The role is one of a picture: https://www.w3.org/TR/dpub-aria-1.1/#doc-cover
          h('img', {
            src: coverPath,
            alt: `${book.title} ${book.version}의 표지`,
            role: 'doc-cover',
          }),
        ]),
      ]),
      mediaType: xhtml,
      isInSpine: true,
    },
    {
      path: 'title.xhtml',
      data: page(book, '속표지와 판권', [
        titlePage(book),
        h('section', {className: 'imprint', 'epub:type': 'imprint'}, [imprint(book)]),
      ]),
      mediaType: xhtml,
      isInSpine: true,
    },
    {
      path: 'nav.xhtml',
      data: page(book, '차례', [navigation(book), landmarks(book)]),
      mediaType: xhtml,
      properties: 'nav',
      isInSpine: true,
    },
    ...book.chapters.map((chapter) => chapterItem(book, chapter)),
    {
      path: coverPath,
      data: coverImage(book),
      mediaType: 'image/svg+xml',
      properties: 'cover-image',
    },
    {path: 'book.css', data: styles, mediaType: 'text/css'},
    ...fonts,
    ...(fonts.length > 0 ? [licenseItem(book)] : []),
    ...book.images.map((image) => ({
      path: image,
      data: readFileSync(path.join(folder, image)),
      mediaType: imageTypes[path.extname(image).toLowerCase()] ?? 'application/octet-stream',
    })),
  ];

  const files: Zippable = {
    // First and not compressed, so that the type can be read from the first bytes.
    mimetype: [Buffer.from('application/epub+zip'), {level: 0}],
    'META-INF/container.xml': Buffer.from(container),
    'EPUB/package.opf': Buffer.from(packageDocument(book, items)),
    ...Object.fromEntries(items.map(({path: name, data}) => [`EPUB/${name}`, Buffer.from(data)])),
  };
  // In local time, as the format has it: the same digits in every time zone.
  return zipSync(files, {mtime: new Date(1980, 0, 1), level: 9});
}

const xhtml = 'application/xhtml+xml';
const coverPath = 'cover.svg';
const imageTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

function chapterItem(book: Book, {id, label, content}: Chapter): Item {
  const section = h(
    'section',
    content.map((node) => inFiles(node, id)),
  );
  return {
    path: `${id}.xhtml`,
    data: page(book, label, [section]),
    mediaType: xhtml,
    properties: selectAll('svg', section).length > 0 ? 'svg' : '',
    isInSpine: true,
  };
}

/**
 * `#c2-7` is `c2.xhtml#c2-7` for the other chapters. Numbers of citations are note references, which
 * reading systems show in a window of their own.
 */
function inFiles(node: ElementContent, chapter: string): ElementContent {
  if (node.type !== 'element') {
    return node;
  }
  const {href, ...others} = node.properties;
  const isInside = node.tagName === 'a' && typeof href === 'string' && href.startsWith('#');
  const target = isInside ? fileOf(href.slice(1)) : '';
  const properties = {
    ...others,
    href: isInside && target !== `${chapter}.xhtml` ? target + href : href,
    ...noteSemantics(node),
  };
  return {...node, properties, children: node.children.map((child) => inFiles(child, chapter))};
}

/** What a reading system knows a citation, and what it cites, by (https://www.w3.org/TR/epub-ssv-11/). */
function noteSemantics({tagName, properties}: Element): Element['properties'] {
  if (tagName === 'a' && /^(참고 문헌|주) \d+$/.test(String(properties.ariaLabel))) {
    return {'epub:type': 'noteref', role: 'doc-noteref'};
  }
  return tagName === 'li' && properties.value !== undefined ? {'epub:type': 'endnote'} : {};
}

const fileOf = (id: string) => `${id.replace(/-.*$/, '')}.xhtml`;

function page(book: Book, title: string, content: ElementContent[]): string {
  const document = h(
    'html',
    {lang: 'ko', 'xml:lang': 'ko', 'xmlns:epub': 'http://www.idpf.org/2007/ops'},
    [
      h('head', [
        h('title', title === book.title ? title : `${title} | ${book.title}`),
        h('link', {rel: 'stylesheet', href: 'book.css'}),
      ]),
      h('body', content),
    ],
  );
  return `${declaration}<!DOCTYPE html>\n${xmlOf(toXast(document))}`;
}

function navigation({chapters}: Book): Element {
  const nested = (from: number, depth: number): Element => {
    const list = h('ol');
    for (let index = from; index < chapters.length; index += 1) {
      const chapter = chapters[index] as Chapter;
      if (chapter.depth < depth) {
        break;
      }
      if (chapter.depth > depth) {
        continue;
      }
      const next = chapters[index + 1];
      const below = next && next.depth > depth ? nested(index + 1, depth + 1).children : [];
      const questions = chapter.questions.map(({id, text}) =>
        h('li', h('a', {href: `${chapter.id}.xhtml#${id}`}, text)),
      );
      list.children.push(
        h('li', [
          h('a', {href: `${chapter.id}.xhtml`}, chapter.label),
          ...(questions.length + below.length > 0 ? [h('ol', [...questions, ...below])] : []),
        ]),
      );
    }
    return list;
  };
  return h('nav', {'epub:type': 'toc', role: 'doc-toc', ariaLabel: '차례'}, [
    h('h1', '차례'),
    nested(0, 0),
  ]);
}

/** Where reading systems begin, and what their menus name. */
function landmarks({chapters}: Book): Element {
  const first = chapters.find(({isPart}) => !isPart)?.id ?? '';
  const entries = [
    ['cover', 'cover.xhtml', '표지'],
    ['toc', 'nav.xhtml', '차례'],
    ['bodymatter', `${first}.xhtml`, '본문'],
  ] as const;
  return h('nav', {'epub:type': 'landmarks', ariaLabel: '주요 위치', hidden: true}, [
    h('h2', '주요 위치'),
    h(
      'ol',
      entries.map(([type, href, label]) => h('li', h('a', {'epub:type': type, href}, label))),
    ),
  ]);
}

/** What a shelf shows: the art of the PDF's cover, in the proportions of A5. */
function coverImage(book: Book): string {
  const {title, subtitle, version} = book;
  const {ink} = treatmentOf(book);
  const svg = select('svg', coverArt(book, 148, 210));
  const line = (y: number, size: number, weight: number, text: string) =>
    s(
      'text',
      {
        x: '16',
        y,
        fill: ink,
        fontFamily: 'Pretendard, sans-serif',
        fontSize: size,
        fontWeight: weight,
      },
      text,
    );
  const image = s('svg', {viewBox: '0 0 148 210', width: '1184', height: '1680'}, [
    ...(svg?.children ?? []),
    line(131, 15.5, 700, title),
    ...balanced(subtitle).map((text, index) => line(143 + index * 6.8, 4.2, 400, text)),
    line(196, 10.6, 700, version),
  ]);
  return declaration + xmlOf(toXast(image, {space: 'svg'}));
}

/** SVG breaks no lines: a text in two of about the same length. */
function balanced(text: string): string[] {
  const words = text.split(' ');
  const half = words.findIndex(
    (_, index) => words.slice(0, index + 1).join(' ').length >= text.length / 2,
  );
  return [words.slice(0, half + 1), words.slice(half + 1)]
    .map((line) => line.join(' '))
    .filter(Boolean);
}

/** With the values of the colours: many reading systems know no custom properties. */
function styleSheet(): string {
  const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');
  const diagrams = read('src/css/diagrams.css').replace(/var\(--[\w-]+, ([^()]+)\)/g, '$1');
  return [diagrams, read('outputs/book/epub.css')].join('\n');
}

/** Labels fit their boxes only in the font that they were measured with: its glyphs for them alone. */
async function fontItems({chapters}: Book, styles: string): Promise<Item[]> {
  const drawings = chapters.flatMap(({content}) => selectAll('svg', h(null, content)));
  if (drawings.length === 0) {
    return [];
  }
  const {regular, bold} = charactersByWeight([styles])(drawings);
  const characters = {400: regular, 700: bold};
  return Promise.all(
    faces.map(async (face) => ({
      path: `${face.name}.woff2`,
      data: await subsetFace(face, characters[face.weight]),
      mediaType: 'font/woff2',
    })),
  );
}

/** The licence of the fonts demands that it comes with them. */
function licenseItem(book: Book): Item {
  const section = h('section', [
    h('h1', '라이선스'),
    h('p', ['이 책의 글과 그림: ', h('a', {href: bookLicence.url}, bookLicence.name)]),
    h('p', fontNotice),
    h('pre', {lang: 'en'}, licenseText(repositoryRoot, 'fonts', 'pretendard')),
  ]);
  return {
    path: licensePath,
    data: page(book, '라이선스', [section]),
    mediaType: xhtml,
    isInSpine: true,
  };
}

const licensePath = 'licenses.xhtml';
const fontNotice = `그림의 글꼴 ${typeface.family}: ${typeface.reservedName}에서 이 책에 쓰는 글자만 추린 것입니다. SIL Open Font License 1.1을 따릅니다.`;

function packageDocument(book: Book, items: readonly Item[]): string {
  const {title, subtitle, author, version, updated, url} = book;
  const modified = `${(updated ?? '1980-01-01T00:00:00').slice(0, 19)}Z`;
  const identifier = `urn:uuid:${uuidOf(`${url ?? title} ${version} ${modified}`)}`;
  const meta = (property: string, value: string) => x('meta', {property}, value);
  const metadata = x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
    x('dc:identifier', {id: 'identifier'}, identifier),
    x('dc:title', `${title} ${version}`),
    x('dc:language', 'ko'),
    x('dc:creator', author),
    x('dc:description', subtitle),
    x('dc:rights', `${bookLicence.name} ${bookLicence.url}`),
    ...(items.some((item) => item.path === licensePath) ? [x('dc:rights', fontNotice)] : []),
    ...(url ? [x('dc:source', url)] : []),
    ...(updated ? [x('dc:date', updated.slice(0, 10))] : []),
    meta('dcterms:modified', modified),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessModeSufficient', 'textual'),
    meta('schema:accessibilityFeature', 'alternativeText'),
    meta('schema:accessibilityFeature', 'structuralNavigation'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityFeature', 'displayTransformability'),
    meta('schema:accessibilityFeature', 'readingOrder'),
    meta('schema:accessibilityHazard', 'none'),
    meta(
      'schema:accessibilitySummary',
      '그림마다 글로 쓴 설명이 있고, 차례와 제목으로 이동할 수 있습니다.',
    ),
  ]);
  const idOf = (name: string) => `item-${name.replace(/[^\w.-]/g, '-')}`;
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'identifier',
      'xml:lang': 'ko',
    },
    [
      metadata,
      x(
        'manifest',
        items.map(({path: href, mediaType, properties}) =>
          x('item', {
            id: idOf(href),
            href,
            'media-type': mediaType,
            properties: properties || undefined,
          }),
        ),
      ),
      x(
        'spine',
        items
          .filter(({isInSpine}) => isInSpine)
          .map(({path: name}) => x('itemref', {idref: idOf(name)})),
      ),
    ],
  );
  return declaration + xmlOf(root);
}

/** A UUID (version 8) that follows from a text. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** XML of a tree. The serializer leaves `]]>`, which XML allows in no text: `a[b[i]]>0`. */
export function xmlOf(tree: Parameters<typeof toXml>[0]): string {
  return toXml(tree).replaceAll(']]>', ']]&gt;');
}
