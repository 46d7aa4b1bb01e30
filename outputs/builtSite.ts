import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

import type {Element, Nodes, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {newerFirst} from '../content-model/versions.ts';
import {groupBy} from '../lib/groupBy.ts';
import {isDescriptionId} from '../lib/anchors.ts';
import {workingVersion} from '../lib/books.ts';
import type {QuestionKind} from '../lib/page.ts';
import {
  alsoAskedMark,
  backlinkRole,
  docusaurus,
  followUpKindOfBox,
  hasClass,
  interviewAnswerClass,
  isForScreenOnly,
  isMarked,
  labelMark,
} from '../lib/pageMarkup.ts';
import {parseHtml} from '../lib/node/parseHtml.ts';
import {versionLabelOf} from '../lib/versionName.ts';

/** The built site as its readers get it: what every derived output starts from. */
export interface BuiltPage {
  /** Address below the base, e.g. `docs/virtualization/`; the home page is ``. */
  address: string;
  /** As it will be written. */
  html: string;
  /** The page, perhaps without its body: enough to know what it says of itself, and read in no time. */
  readonly head: Root;
  readonly root: Root;
}

/** A heading's id and the text from it to the next heading of the same or a higher level. */
export interface Section {
  /** Empty for what stands before the first `h2`, the title included. */
  id: string;
  depth: number;
  text: string;
  /** Text of the heading; that of the page for the first section. */
  heading: string;
  kind: QuestionKind | 'section';
  /** What an author wrote below this very heading, without the sections inside it. */
  prose: string;
  /** What of that is the answer to say in the interview; empty where there is none. */
  answer: string;
  /** Other ways to ask for it, from `:::also-asked`. */
  alsoAsked: string[];
}

/**
 * A page whose HTML is parsed when somebody first asks: one version's book needs few of them, and of
 * the others only what they say of themselves. The head is parsed apart for who asks for that alone.
 */
export function builtPage(address: string, html: string): BuiltPage {
  let head: Root | undefined;
  let root: Root | undefined;
  return {
    address,
    html,
    get head() {
      return (head ??= root ?? parseHtml(html.slice(0, html.search(/<body\b|$/))));
    },
    get root() {
      return (root ??= parseHtml(html));
    },
  };
}

/**
 * Reads every HTML page of a built site, sorted by address.
 * @throws when the folder holds none: then there is nothing to derive from
 */
export function readBuiltSite(folder: string): BuiltPage[] {
  const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html'))
    .map((file): BuiltPage => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      const address = file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
      return builtPage(address, html);
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  if (pages.length === 0) {
    throw new Error(`${folder}에 HTML이 없습니다. 먼저 npm run build를 실행해 주세요.`);
  }
  return pages;
}

/** Path of a page's file below the built site: `docs/virtualization/index.html`. */
export function pageFile(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}

/** Sections of a documentation page in order of reading; empty for other pages. */
export function sectionsOf({root}: BuiltPage): Section[] {
  const article = select(docusaurus.article, root);
  if (!article) {
    return [];
  }
  const title = toString(select('h1', article) ?? article).trim();
  const flat: Section[] = [newSection('', 1, title, 'question')];
  collect(article, flat, {kind: 'section', isProse: true});
  return flat.map((section, index) => {
    const next = flat.findIndex((other, i) => i > index && other.depth <= section.depth);
    const end = section.id === '' ? 1 : next === -1 ? flat.length : next;
    const text = flat.slice(index, Math.max(end, index + 1)).map((part) => part.text);
    return {
      ...section,
      text: oneLine(text.join(' ')),
      prose: oneLine(section.prose),
      answer: oneLine(section.answer),
    };
  });
}

function newSection(id: string, depth: number, heading: string, kind: Section['kind']): Section {
  return {id, depth, text: '', heading, kind, prose: '', answer: '', alsoAsked: []};
}

function oneLine(text: string): string {
  return text.replace(/[\u200b\s]+/g, ' ').trim();
}

/** Citation markers, buttons and the like: not what the author wrote. */
function isApparatus(element: Element): boolean {
  return element.tagName === 'sup' || isForScreenOnly(element);
}

const blocks = new Set([
  'p',
  'li',
  'td',
  'th',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'pre',
  'summary',
  'br',
]);

/** Where the walk is: inside which kind of question, and whether in running text. */
interface Place {
  kind: Section['kind'];
  isProse: boolean;
}

function collect(node: Nodes, sections: Section[], place: Place): void {
  const current = sections.at(-1);
  if (node.type === 'text' && current) {
    current.text += node.value;
    current.prose += place.isProse ? node.value : '';
  } else if (node.type === 'element' && isMarked(node, alsoAskedMark)) {
    current?.alsoAsked.push(...String(node.properties.dataAlsoAsked).split('\n').map(oneLine));
  } else if (node.type === 'element' && !isApparatus(node)) {
    const depth = /^h([2-6])$/.exec(node.tagName)?.[1];
    if (depth && typeof node.properties.id === 'string') {
      const heading = oneLine(toString(withoutHashLink(node)));
      const kind = depth === '3' ? place.kind : 'section';
      sections.push(newSection(node.properties.id, Number(depth), heading, kind));
    }
    const inside = insideOf(node, place);
    const answered = hasClass(node, interviewAnswerClass) ? sections.at(-1) : undefined;
    const before = answered?.prose.length;
    for (const child of node.children) {
      collect(child, sections, inside);
    }
    if (answered) {
      answered.answer ||= answered.prose.slice(before);
    }
    const last = sections.at(-1);
    if (last && blocks.has(node.tagName)) {
      last.text += ' ';
      last.prose += ' ';
    }
    if (last && inside.isProse) {
      // Cells that run together say something else.
      last.prose += /^t[dh]$/.test(node.tagName) ? '· ' : '';
      last.prose = node.tagName === 'tr' ? last.prose.replace(/ · $/, '; ') : last.prose;
    }
  }
}

function insideOf(node: Element, place: Place): Place {
  const {id, role} = node.properties;
  const isHeading = /^h[1-6]$/.test(node.tagName);
  const isAside =
    node.tagName === 'svg' ||
    node.tagName === 'summary' ||
    role === backlinkRole ||
    isMarked(node, labelMark) ||
    isDescriptionId(id);
  return {
    kind: followUpKindOfBox(node) ?? place.kind,
    isProse: place.isProse && !isHeading && !isAside,
  };
}

function withoutHashLink(heading: Element): Element {
  return {
    ...heading,
    children: heading.children.filter((child) => child.type !== 'element' || !isApparatus(child)),
  };
}

/** One version of the documentation, with its pages in the order in which a reader goes through them. */
export interface BuiltVersion {
  /** Docusaurus' name, e.g. `1.0`; the working version is `current`. */
  name: string;
  /** The name that readers see, e.g. `1.0` or `다음`. */
  label: string;
  isReleased: boolean;
  /** Whether visitors land on it: its pages are their own canonical addresses. */
  isLatest: boolean;
  /** By address. */
  pages: readonly BuiltPage[];
  readonly sidebar: SidebarItem[];
}

/** An entry of the sidebar: a page, or a category that may have a page of its own. */
export interface SidebarItem {
  label: string;
  page: BuiltPage | undefined;
  items: SidebarItem[];
}

/** Every version that has pages: the latest, the older ones from the newest on, the working one. */
export function versionsOf(pages: readonly BuiltPage[]): BuiltVersion[] {
  const byName = groupBy(
    pages.filter(({head}) => versionOf(head) !== undefined),
    ({head}) => versionOf(head) ?? '',
  );
  return [...byName]
    .map(([name, own]): BuiltVersion => {
      let sidebar: SidebarItem[] | undefined;
      return {
        name,
        label: labelOf(own) ?? name,
        isReleased: name !== workingVersion,
        isLatest: own.every(({head}) => canonicalOf(head) === metaOf(head, 'property', 'og:url')),
        pages: own,
        get sidebar() {
          return (sidebar ??= sidebarOf(own));
        },
      };
    })
    .sort(
      (a, b) =>
        Number(b.isLatest) - Number(a.isLatest) ||
        Number(b.isReleased) - Number(a.isReleased) ||
        newerFirst(a.name, b.name),
    );
}

/** Pages of no version: the home page, the list of all questions, the practice, … */
export function pagesOfNoVersion(pages: readonly BuiltPage[]): BuiltPage[] {
  return pages.filter(({head}) => versionOf(head) === undefined);
}

const versionOf = (head: Root) => metaOf(head, 'name', docusaurus.versionMeta);

function labelOf(pages: readonly BuiltPage[]): string | undefined {
  for (const {root} of pages) {
    const badge = select(docusaurus.versionBadge, root);
    if (badge) {
      return versionLabelOf(toString(badge));
    }
  }
  return undefined;
}

/** The pages of a sidebar, from top to bottom. */
export function pagesIn(sidebar: readonly SidebarItem[]): BuiltPage[] {
  return sidebar.flatMap(({page, items}) => [...(page ? [page] : []), ...pagesIn(items)]);
}

/** Every page of a version shows the whole of its sidebar. */
function sidebarOf(pages: readonly BuiltPage[]): SidebarItem[] {
  const byUrl = new Map(pages.map((page) => [publicUrlOf(page), page]));
  for (const page of pages) {
    const menu = select(docusaurus.sidebar, page.root);
    if (menu) {
      return itemsOf(menu, (href) => byUrl.get(new URL(href, publicUrlOf(page)).href));
    }
  }
  return [];
}

function itemsOf(menu: Element, pageAt: (href: string) => BuiltPage | undefined): SidebarItem[] {
  return selectAll(':scope > li', menu).flatMap((entry): SidebarItem[] => {
    const category = select(':scope > details', entry);
    const name = category ? select('summary', category) : select('a', entry);
    const link = name?.tagName === 'a' ? name : name && select('a', name);
    const href = link?.properties.href;
    const page = typeof href === 'string' ? pageAt(href) : undefined;
    const nested = category && select('ul', category);
    const items = nested ? itemsOf(nested, pageAt) : [];
    // A link that leads out of the version is no part of it.
    return name && (page || category) ? [{label: toString(name).trim(), page, items}] : [];
  });
}

/** What the site says of itself on its home page. */
export interface SiteIdentity {
  title: string;
  tagline: string;
  /** Address of the home page on the web, as the build was told. */
  url: string;
  /** False for the address of a preview on this machine: nobody else can follow it. */
  isPublic: boolean;
  repositoryUrl: string | undefined;
  /** Address of the logo below the site's own. */
  logo: string | undefined;
}

/** @throws when the site has no home page */
export function identityOf(pages: readonly BuiltPage[]): SiteIdentity {
  const home = homeOf(pages);
  const url = publicUrlOf(home);
  const logo = select(docusaurus.logo, home.root)?.properties.src;
  const repository = select(docusaurus.repositoryLink, home.root)?.properties.href;
  return {
    title: toString(select(docusaurus.siteTitle, home.root) ?? home.root).trim(),
    tagline: metaOf(home.head, 'name', 'description') ?? '',
    url,
    isPublic: !/^https?:\/\/(localhost|127\.|\[::1\])/.test(url),
    repositoryUrl: typeof repository === 'string' ? repository : undefined,
    logo: typeof logo === 'string' ? new URL(logo, url).href.slice(url.length) : undefined,
  };
}

function homeOf(pages: readonly BuiltPage[]): BuiltPage {
  const home = pages.find(({address}) => address === '');
  if (!home) {
    throw new Error('만들어진 사이트에 첫 화면(index.html)이 없습니다.');
  }
  return home;
}

/** The page's own address on the web, as the build was told. */
export function publicUrlOf({address, head}: BuiltPage): string {
  const url = metaOf(head, 'property', 'og:url');
  if (url === undefined) {
    throw new Error(`만들어진 페이지 /${address}에 자기 주소(og:url)가 없습니다.`);
  }
  return url;
}

/** The page's own address on its host, the base included: `/docs/virtualization/`. */
export function publicPathOf(page: BuiltPage): string {
  return new URL(publicUrlOf(page)).pathname;
}

/**
 * Path that all addresses of the site begin with: `/`, or `/kkori/`.
 * @throws when the site has no home page
 */
export function baseUrlOf(pages: readonly BuiltPage[]): string {
  return publicPathOf(homeOf(pages));
}

/** When the source of a page was last changed, in ISO 8601; undefined without git. */
export function lastUpdateOf({root}: BuiltPage): string | undefined {
  const date = select(docusaurus.lastUpdate, root)?.properties.dateTime;
  return typeof date === 'string' ? date : undefined;
}

function metaOf(head: Root, attribute: 'name' | 'property', value: string): string | undefined {
  const content = select(`meta[${attribute}="${value}"]`, head)?.properties.content;
  return typeof content === 'string' ? content : undefined;
}

function canonicalOf(head: Root): string | undefined {
  const href = select('link[rel="canonical"]', head)?.properties.href;
  return typeof href === 'string' ? href : undefined;
}
