import type {Link, Nodes, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import type {Reference} from '../../references.ts';
import {decoded} from './decoded.ts';

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

/** The references of a note, and the text of that section that is no link. */
export interface NoteReferences {
  /** In the order of the note: id in data/references.yaml. */
  keys: string[];
  /** Those that data/references.yaml does not have yet. */
  added: Reference[];
  /** Text beside the links, a line each. */
  rest: string[];
  /** Addresses that are no http(s) address. */
  refused: string[];
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
  const byAddress = new Map([...known.values()].map(({URL, id}) => [comparable(URL), id]));
  const ids = new Set(known.keys());
  const result: NoteReferences = {keys: [], added: [], rest: [], refused: [], labels: []};
  for (const node of nodes) {
    for (const link of linksOf(node)) {
      if (!/^https?:\/\/[^\s]+$/.test(link.url) || !URL.canParse(link.url)) {
        result.refused.push(`${link.title} (${link.url})`);
        continue;
      }
      const same = byAddress.get(comparable(link.url));
      const id = same ?? newId(link, ids);
      if (!same) {
        ids.add(id);
        byAddress.set(comparable(link.url), id);
        result.added.push(referenceOf(id, link, accessed));
      }
      result.labels.push(link.label);
      if (!result.keys.includes(id)) {
        result.keys.push(id);
      }
    }
    result.rest.push(...textBeside(node));
  }
  return result;
}

function linksOf(node: RootContent): CitedLink[] {
  const links: CitedLink[] = [];
  visit(node, 'link', (link: Link) => {
    const label = toString(link).trim();
    const isBare = label === link.url || label === '' || /^https?:/.test(label);
    const [, platform, title] = /^(.{1,20}?)\s+[-–—:|]\s+(.+)$/.exec(label) ?? [];
    links.push({
      label,
      title: isBare ? titleFromAddress(link.url) : (title ?? label),
      platform: isBare ? undefined : platform,
      url: link.url,
    });
  });
  return links;
}

function textBeside(node: RootContent): string[] {
  const parts: string[] = [];
  const collect = (inner: Nodes): void => {
    if (inner.type === 'link') {
      return;
    }
    if ('children' in inner) {
      inner.children.forEach(collect);
    } else if ('value' in inner) {
      parts.push(inner.value);
    }
  };
  collect(node);
  return parts
    .join(' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
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
