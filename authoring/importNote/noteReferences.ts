import type {Link, Nodes, Paragraph, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import {addressFault, decoded} from '../../lib/address.ts';
import type {Reference} from '../../lib/references.ts';
import {letters} from './lostContent.ts';
import type {Remark} from './remark.ts';

/** What a note calls the places that it cites, and what kind of source they are. */
const platforms: readonly {
  pattern: RegExp;
  type: Reference['type'];
}[] = [
  {pattern: /깃허브|github|gist/i, type: 'software'},
  {pattern: /스택|stack|커뮤니티|질의|q&a|지식인|quora|reddit/i, type: 'post'},
  {pattern: /rfc|w3c|iso|표준|ietf/i, type: 'standard'},
  {pattern: /논문|paper|arxiv|보고서/i, type: 'report'},
  {
    pattern: /벨로그|velog|티스토리|tistory|네이버|naver|블로그|blog|미디엄|medium|브런치|노션/i,
    type: 'post-weblog',
  },
];

/** A link of the note's list of references. */
interface CitedLink {
  label: string;
  title: string;
  platform: string | undefined;
  url: string;
}

/** A line of the list: the references that it links, and its text beside the links. */
export interface ReferenceLine {
  /** Ids in data/references.yaml. */
  keys: string[];
  text: string;
}

/** The references of a note. */
export interface NoteReferences {
  lines: ReferenceLine[];
  /** Those that data/references.yaml does not have yet. */
  added: Reference[];
  /** What became no reference of its own. */
  remarks: Remark[];
  /** The labels of the links that became references, as the note writes them. */
  labels: string[];
}

/**
 * Reads `[플랫폼 - 제목](주소)` and bare addresses.
 * @param known references of the site: one with the same address is used again
 * @param accessed day of the import, `2026-11-24`
 */
export function noteReferences(
  nodes: readonly RootContent[],
  known: ReadonlyMap<string, Reference>,
  accessed: string,
): NoteReferences {
  const byAddress = new Map([...known.values()].map((entry) => [comparable(entry.URL), entry]));
  const ids = new Set(known.keys());
  const listed = new Set<string>();
  const result: NoteReferences = {lines: [], added: [], remarks: [], labels: []};
  for (const node of nodes.flatMap(linesOf)) {
    const texts = [textBeside(node)];
    const keys: string[] = [];
    for (const link of linksOf(node)) {
      const written = `${link.label} (${link.url})`;
      if (!/^https?:\/\/\S+$/.test(link.url) || addressFault(link.url) !== undefined) {
        texts.push(written);
        const message = `웹 주소가 아니라 출처로 옮기지 못했습니다: ${written}`;
        result.remarks.push({kind: '출처', message});
        continue;
      }
      const same = byAddress.get(comparable(link.url));
      const reference = same ?? referenceOf(newId(link, ids), link, accessed);
      if (!same) {
        ids.add(reference.id);
        byAddress.set(comparable(link.url), reference);
        result.added.push(reference);
      } else if (reference.URL !== link.url || !isTitled(link.label, reference.title)) {
        const message = `주소가 같은 출처 ${same.id}로 대신했습니다: ${written}`;
        result.remarks.push({kind: '출처', message});
      }
      result.labels.push(link.label);
      if (!listed.has(reference.id)) {
        listed.add(reference.id);
        keys.push(reference.id);
      }
    }
    result.lines.push({keys, text: texts.filter((text) => text !== '').join(' ')});
  }
  return result;
}

function isTitled(label: string, title: string): boolean {
  return letters(label.toLowerCase()).includes(letters(title.toLowerCase()));
}

/** The lines of a list, and of a paragraph with line breaks. */
function linesOf(node: RootContent): Nodes[] {
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
    return node.children.flatMap(linesOf);
  }
  if (node.type !== 'paragraph') {
    return [node];
  }
  const lines: Paragraph[] = [{type: 'paragraph', children: []}];
  for (const child of node.children) {
    if (child.type === 'break') {
      lines.push({type: 'paragraph', children: []});
    } else {
      lines.at(-1)?.children.push(child);
    }
  }
  return lines;
}

function linksOf(node: Nodes): CitedLink[] {
  const links: CitedLink[] = [];
  visit(node, 'link', (link: Link) => {
    const label = toString(link).trim();
    const isBare = label === link.url || label === '' || /^https?:/.test(label);
    const [, platform, title] = /^(.{1,20}?)\s+[-–—:|]\s+(.+)$/.exec(label) ?? [];
    links.push({
      label,
      // References are plain text, in which a `<` could begin HTML.
      title: (isBare ? titleFromAddress(link.url) : (title ?? label)).replace(/[<>]/g, ''),
      platform: isBare ? undefined : platform,
      url: link.url,
    });
  });
  return links;
}

function textBeside(node: Nodes): string {
  const parts: string[] = [];
  const collect = (inner: Nodes): void => {
    if (inner.type === 'link') {
      return;
    }
    if (inner.type === 'image') {
      parts.push(`${inner.alt ?? ''} (${inner.url})`);
    } else if ('children' in inner) {
      inner.children.forEach(collect);
    } else if ('value' in inner) {
      parts.push(inner.value);
    }
  };
  collect(node);
  const text = parts.join(' ').replace(/\s+/g, ' ').trim();
  // Bullets and what stands between two links say nothing.
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(/^[-–—•·:,/]+\s*|\s*[-–—:,/]+$/g, '') : '';
}

function referenceOf(id: string, {title, platform, url}: CitedLink, accessed: string): Reference {
  const {hostname} = new URL(url);
  const site = platform ?? hostname.replace(/^(www|m)\./, '');
  const where = `${platform ?? ''} ${hostname}`;
  return {
    id,
    type: platforms.find(({pattern}) => pattern.test(where))?.type ?? 'webpage',
    title,
    author: authorFromAddress(url) ?? site,
    'container-title': site,
    URL: url,
    accessed,
    language: /[가-힣]/.test(title) ? 'ko' : 'en',
  };
}

/** `velog.io/@name`, `medium.com/@name`, `name.tistory.com`, `github.com/name`: who wrote it. */
function authorFromAddress(address: string): string | undefined {
  const {hostname, pathname, searchParams} = new URL(address);
  const own = /^([a-z0-9-]+)\.(tistory\.com|github\.io|medium\.com)$/.exec(hostname)?.[1];
  const account = /^\/@([\w.-]+)/.exec(pathname)?.[1];
  const github = hostname === 'github.com' ? /^\/([\w.-]+)/.exec(pathname)?.[1] : undefined;
  return account ?? own ?? searchParams.get('blogId') ?? github;
}

function newId(link: CitedLink, taken: ReadonlySet<string>): string {
  const {hostname, pathname} = new URL(link.url);
  const site = hostname
    .replace(/^(www|m|blog)\./, '')
    .split('.')
    .filter((part) => !/^(com|io|org|net|kr|co|dev|ko|me)$/.test(part))
    .join('-');
  const words = `${link.title} ${decoded(pathname)}`.toLowerCase().match(/[a-z][a-z0-9]+/g) ?? [];
  const base = [site, ...new Set(words)]
    .filter((word, index) => index === 0 || !site.includes(word))
    .slice(0, 4)
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  let id = base || 'source';
  for (let number = 2; taken.has(id); number += 1) {
    id = `${base}-${number}`;
  }
  return id;
}

function titleFromAddress(address: string): string {
  if (!URL.canParse(address)) {
    return address;
  }
  const {hostname, pathname} = new URL(address);
  return decoded(`${hostname.replace(/^www\./, '')}${pathname}`).replace(/\/$/, '');
}

/** The address without what does not tell pages apart. */
function comparable(address: string): string {
  if (!URL.canParse(address)) {
    return address;
  }
  const {hostname, pathname, search} = new URL(address);
  return `${hostname.replace(/^www\./, '')}${decoded(pathname).replace(/\/$/, '')}${search}`;
}
