import type {Element, ElementContent, Nodes, Properties} from 'hast';
import {select} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import {h} from 'hastscript';

import {publicUrlOf, type BuiltPage} from '../builtSite.ts';
import {isDefinitionId, isDescriptionId, referenceListId} from '../../lib/anchors.ts';
import {
  admonitionKindOf,
  citationRole,
  laterCorrectionClass,
  diagramClass,
  docusaurus,
  followUpKindOfBox,
  hasClass,
  interviewAnswerClass,
  isAdmonition,
  isAdmonitionTitle,
  isCodePiece,
  isForScreenOnly,
  longCodeClass,
  readingPathClass,
  referenceTextMark,
  rerunClass,
  verificationClass,
} from '../../lib/pageMarkup.ts';
import {isMergedList, isReference, type Anchors} from './anchors.ts';
import {citedClass, type Question} from './book.ts';

interface Article {
  content: ElementContent[];
  /** Questions in it, with the ids that they have in the book. */
  questions: Question[];
  /** Files of the built site that its pictures show. */
  images: string[];
  /** Where it uses terms: the id of the place, and that of the term's entry in the glossary. */
  terms: {id: string; entry: string}[];
}

interface Context {
  page: BuiltPage;
  /** Id of the chapter: its title has it. */
  chapter: string;
  /** How far headings move down: the depth of the chapter. */
  depth: number;
  /** Address of the home page, as the build was told. */
  siteUrl: string;
  anchors: Anchors;
  article: Article;
  /** Addresses that the text links to and the bibliography does not list. */
  notes: string[];
}

/**
 * Turns the built article of a page into the markup of the book: answers open,
 * controls gone, ids and links those of the book, classes only what book.css
 * and diagrams.css name.
 *
 *     <div data-kind="follow-up"><details><summary><span>꼬리질문 1</span><h3 id="x">…
 *
 * becomes
 *
 *     <section class="question"><header><p class="kind">꼬리질문 1</p><h3 id="c2-7">…
 *
 * @throws Error in Korean when the page has no article or no title
 */
export function convertArticle(
  page: BuiltPage,
  place: Pick<Context, 'chapter' | 'depth' | 'siteUrl' | 'anchors'>,
): Article {
  const source = select(docusaurus.article, page.root);
  const title = source && select('h1', source);
  if (!source || !title) {
    throw new Error(`책에 담을 글이나 제목(h1)이 만들어진 페이지 /${page.address}에 없습니다.`);
  }
  const article: Article = {content: [], questions: [], images: [], terms: []};
  const context: Context = {...place, page, article, notes: []};
  article.content = convertAll(source.children, context);
  if (article.questions.length > 0) {
    article.questions.unshift({id: place.chapter, kind: 'question', text: toString(title).trim()});
  }
  article.content.push(...linkNotes(context));
  return article;
}

function convertAll(nodes: readonly Nodes[], context: Context): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') {
      return [{type: 'text', value: node.value.normalize('NFC')}];
    }
    return node.type === 'element' ? convert(node, context) : [];
  });
}

function convert(element: Element, context: Context): ElementContent[] {
  if (isLeftOut(element, context)) {
    return [];
  }
  const rule = rules.find(({matches}) => matches(element));
  return rule ? rule.convert(element, context) : [plain(element, context)];
}

/** What is for the screen only, and lists that the bibliography stands for. */
function isLeftOut(element: Element, {anchors}: Context): boolean {
  const {tagName, properties} = element;
  return (
    isForScreenOnly(element) ||
    tagName === 'svg' ||
    isMergedList(element, anchors.references) ||
    (properties.id === referenceListId && /^h\d$/.test(tagName) && anchors.references.size > 0)
  );
}

interface Rule {
  matches: (element: Element) => boolean;
  convert: (element: Element, context: Context) => ElementContent[];
}

/** The first rule that matches converts the element; without one it stays as it is. */
const rules: Rule[] = [
  {
    matches: (element) => followUpKindOfBox(element) !== undefined,
    convert: followUp,
  },
  {
    // Any other disclosure: its summary becomes a line of its own.
    matches: ({tagName}) => tagName === 'details',
    convert: ({children}, context) => [h('div', {className: 'box'}, convertAll(children, context))],
  },
  {
    matches: ({tagName}) => tagName === 'summary',
    convert: ({children}, context) => [
      h('p', {className: 'box-title'}, convertAll(children, context)),
    ],
  },
  {matches: isAdmonition, convert: admonition},
  {
    matches: isAdmonitionTitle,
    convert: ({children}, context) => convertAll(children, context),
  },
  {matches: (element) => hasClass(element, interviewAnswerClass), convert: interviewAnswer},
  {
    // A term of the glossary: its definition is left out, and so is the link to it.
    matches: ({properties}) => isDefinitionId(String(properties.ariaDescribedBy)),
    convert: term,
  },
  ...[readingPathClass, verificationClass, rerunClass, laterCorrectionClass].map((name): Rule => ({
    matches: (element) => hasClass(element, name),
    convert: (element, context) => [plain(element, context, {className: [name]})],
  })),
  {matches: (element) => hasClass(element, diagramClass), convert: diagram},
  {
    // The text alternative, which diagram() has taken.
    matches: ({properties}) => isDescriptionId(properties.id),
    convert: () => [],
  },
  {matches: ({tagName}) => /^h[1-6]$/.test(tagName), convert: heading},
  {matches: ({tagName}) => tagName === 'sup', convert: citations},
  {matches: ({tagName}) => tagName === 'a', convert: link},
  {matches: ({tagName}) => tagName === 'img', convert: image},
  {
    matches: ({tagName}) => tagName === 'th',
    convert: (element, context) => [
      plain(element, context, {scope: element.properties.scope ?? 'col'}),
    ],
  },
  {
    matches: ({tagName}) => tagName === 'code',
    convert: (element, context) => [
      h(
        'code',
        {className: hasClass(element, longCodeClass) ? longCodeClass : undefined},
        convertAll(element.children, context),
      ),
    ],
  },
  {
    matches: isCodePiece,
    convert: (element, context) => [
      plain(element, context, {className: element.properties.className}),
    ],
  },
  {
    matches: ({tagName, children}) =>
      tagName === 'ul' && children.some((child) => child.type === 'element' && isReference(child)),
    convert: ({children}, context) => [
      h('ol', {className: 'references'}, convertAll(children, context)),
    ],
  },
  {matches: isReference, convert: reference},
  {
    // Wrappers without a meaning of their own.
    matches: ({tagName, properties}) =>
      (tagName === 'div' || tagName === 'span') && properties.id === undefined,
    convert: (element, context) => wrapper(element, context),
  },
];

function plain(element: Element, context: Context, properties: Properties = {}): Element {
  const {id, lang, start, align, colSpan, rowSpan, style} = element.properties;
  const alignment = align ?? /text-align:\s*(\w+)/.exec(String(style))?.[1];
  return h(
    element.tagName,
    {
      id: typeof id === 'string' ? context.anchors.idOf(context.page, id) : undefined,
      lang,
      start,
      colSpan,
      rowSpan,
      className: typeof alignment === 'string' ? `align-${alignment}` : undefined,
      ...properties,
    },
    convertAll(element.children, context),
  );
}

function wrapper({tagName, children}: Element, context: Context): ElementContent[] {
  const content = convertAll(children, context);
  if (content.length === 0) {
    return [];
  }
  return tagName === 'span' ? content : [h('div', content)];
}

function followUp(element: Element, context: Context): ElementContent[] {
  const {page, anchors, article} = context;
  const summary = select('summary', element);
  const title = summary && select('h3', summary);
  const kind = followUpKindOfBox(element);
  const id = title && anchors.idOf(page, String(title.properties.id));
  if (!summary || !title || id === undefined || !kind) {
    throw new Error(`만들어진 페이지 /${page.address}의 꼬리질문에 제목이나 id가 없습니다.`);
  }
  article.questions.push({id, kind, text: toString(title).trim()});
  const label = toString(select('span', summary) ?? summary);
  const details = select('details', element);
  const answer = (details?.children ?? []).filter((child) => child !== summary);
  return [
    h('section', {className: ['question', kind]}, [
      h('header', [h('p', {className: 'kind'}, label), ...heading(title, context)]),
      ...convertAll(answer, context),
    ]),
  ];
}

/** Plain text, and a place that the index of terms leads to. */
function term(element: Element, {page, chapter, anchors, article}: Context): ElementContent[] {
  const content = text(toString(element).normalize('NFC'));
  const target = anchors.targetOf(page, String(element.properties.href));
  if (!target || !('id' in target)) {
    return [content];
  }
  const id = `${chapter}-term-${article.terms.length + 1}`;
  article.terms.push({id, entry: target.id});
  return [h('span', {id}, content)];
}

function admonition(element: Element, context: Context): ElementContent[] {
  const [title, ...content] = element.children;
  return [
    h(
      'div',
      {className: ['box', admonitionKindOf(element), ...(isShort(element) ? ['whole'] : [])]},
      [
        h(
          'p',
          {className: 'box-title'},
          title ? convertAll([title], context).flatMap(unwrapped) : [],
        ),
        ...convertAll(content, context),
      ],
    ),
  ];
}

function interviewAnswer({children}: Element, context: Context): ElementContent[] {
  const content = convertAll(children, context);
  const label = content.find((child) => child.type === 'element');
  if (label) {
    label.properties.className = ['answer-title'];
  }
  return [h('div', {className: interviewAnswerClass}, content)];
}

/** Less than a quarter of a page, which a page may leave empty at its end. */
const isShort = (element: Element) => toString(element).length < 500;

/** A title is a line of text: what its `div`s hold. */
function unwrapped(node: ElementContent): ElementContent[] {
  return node.type === 'element' && node.tagName === 'div' ? node.children : [node];
}

/** The drawing alone, with its name and description as its text alternative. */
function diagram(element: Element, {page}: Context): ElementContent[] {
  const {ariaLabel, ariaDetails} = element.properties;
  const svg = select('svg', element);
  const viewBox = String(svg?.properties.viewBox).split(' ');
  if (!svg || viewBox.length !== 4) {
    throw new Error(`만들어진 페이지 /${page.address}에 그려지지 않은 다이어그램이 있습니다.`);
  }
  const described = select(`[id="${String(ariaDetails)}"]`, page.root);
  const alternative = `${String(ariaLabel)}. ${described ? toString(described) : ''}`.trim();
  return [
    h('div', {className: diagramClass, role: 'img', ariaLabel: alternative}, [
      {
        ...svg,
        properties: {
          ...svg.properties,
          width: viewBox[2],
          height: viewBox[3],
          style: `--height: ${viewBox[3]}px`,
        },
      },
    ]),
  ];
}

function heading(element: Element, context: Context): ElementContent[] {
  const level = Number(element.tagName.slice(1));
  const {page, chapter, anchors, depth} = context;
  const {id} = element.properties;
  return [
    h(
      `h${Math.min(6, level + depth)}`,
      {
        className: `level-${level}`,
        id: level === 1 ? chapter : typeof id === 'string' ? anchors.idOf(page, id) : undefined,
      },
      convertAll(element.children, context),
    ),
  ];
}

/** Markers of citations get their numbers from the bibliography. */
function citations(element: Element, context: Context): ElementContent[] {
  const {anchors, page} = context;
  const markers = links(element).filter(({properties}) => properties.role === citationRole);
  if (markers.length === 0) {
    return [plain(element, context)];
  }
  const children = markers.flatMap((marker, index): ElementContent[] => {
    const key = String(marker.properties.href).replace(/^[^#]*#/, '');
    const listed = anchors.references.get(key);
    const own = anchors.targetOf(page, String(marker.properties.href));
    const id = listed?.id ?? (own && 'id' in own ? own.id : undefined);
    const number = listed ? String(listed.number) : toString(marker);
    const properties = {
      id: anchors.idOf(page, String(marker.properties.id)),
      href: id && `#${id}`,
      ariaLabel: `참고 문헌 ${number}`,
    };
    return [...(index > 0 ? [text(', ')] : []), h('a', properties, number)];
  });
  return [h('sup', {className: 'citation'}, children)];
}

function link(element: Element, context: Context): ElementContent[] {
  const {page, anchors, notes} = context;
  const {href, ariaLabel, lang} = element.properties;
  const children = convertAll(element.children, context);
  const target = typeof href === 'string' ? anchors.targetOf(page, href) : undefined;
  if (!target) {
    return children;
  }
  if ('id' in target) {
    return [h('a', {href: `#${target.id}`, ariaLabel, lang}, children)];
  }
  const anchor = h('a', {href: target.url, lang}, children);
  const isPrinted =
    toString(element).trim() === target.url ||
    [...anchors.references.values()].some(({url}) => url === target.url);
  if (isPrinted || !/^https?:/.test(target.url)) {
    return [anchor];
  }
  if (!notes.includes(target.url)) {
    notes.push(target.url);
  }
  const number = notes.indexOf(target.url) + 1;
  const note = h(
    'a',
    {href: `#${noteId(context, number)}`, ariaLabel: `주 ${number}`},
    `주${number}`,
  );
  return [anchor, h('sup', {className: 'noteref'}, note)];
}

/** Chromium has no footnotes: the addresses behind the links of a chapter stand at its end. */
function linkNotes(context: Context): ElementContent[] {
  return context.notes.length === 0
    ? []
    : [
        h('section', {className: 'notes'}, [
          h('p', {className: 'notes-title'}, '주: 글에서 이은 주소'),
          h(
            'ol',
            context.notes.map((url, index) =>
              h('li', {id: noteId(context, index + 1)}, h('a', {href: url}, url)),
            ),
          ),
        ]),
      ];
}

const noteId = ({chapter}: Context, number: number) => `${chapter}-note-${number}`;

/** An entry of the bibliography with its number, and its address for readers on paper. */
function reference(element: Element, context: Context): ElementContent[] {
  const {page, anchors} = context;
  const key = String(element.properties.id);
  const listed = anchors.references.get(key);
  const body = select(`[${referenceTextMark}]`, element);
  const [title, ...addresses] = body ? links(body) : [];
  const details = body && select('span', body);
  if (!body || !title) {
    return [plain(element, context)];
  }
  const isBody = (child: Nodes) => child === body;
  const isLink = (child: Nodes) => child.type === 'element' && child.tagName === 'a';
  return [
    h('li', {id: anchors.idOf(page, key), value: listed?.number}, [
      h('p', [
        h('a', {href: title.properties.href, lang: title.properties.lang}, toString(title)),
        h('span', {className: 'details'}, [
          text(' '),
          ...convertAll(
            (details?.children ?? []).filter((child) => !isLink(child)),
            context,
          ),
        ]),
      ]),
      ...[title, ...addresses].map((address) =>
        h('p', {className: 'address'}, [
          ...(address === title ? [] : [text(`${toString(address)} `)]),
          h('a', {href: address.properties.href}, String(address.properties.href)),
        ]),
      ),
      h(
        'div',
        {className: citedClass},
        element.children
          .filter((child) => !isBody(child))
          .flatMap((child) => convertAll([child], context)),
      ),
    ]),
  ];
}

/** Pictures of the site travel with the book; one from elsewhere becomes a link to it. */
function image(element: Element, {page, siteUrl, article}: Context): ElementContent[] {
  const {src, alt, width, height} = element.properties;
  const url = new URL(String(src), publicUrlOf(page)).href;
  if (url.startsWith('data:')) {
    return [h('img', {src: url, alt, width, height})];
  }
  if (!url.startsWith(siteUrl)) {
    return [h('a', {href: url}, String(alt ?? url))];
  }
  const file = url.slice(siteUrl.length);
  article.images.push(file);
  return [h('img', {src: file, alt, width, height})];
}

const text = (value: string): ElementContent => ({type: 'text', value});
const links = (element: Element): Element[] =>
  element.children.flatMap((child): Element[] =>
    child.type !== 'element' ? [] : child.tagName === 'a' ? [child] : links(child),
  );
