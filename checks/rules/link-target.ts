import path from 'node:path';

import type {Definition, Link} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {nodesIn} from '../../lib/nodes.ts';

import {citationsOf} from '../../lib/citations.ts';
import type {Page} from '../../content-model/markdown.ts';
import {releasedFolder} from '../../content-model/versions.ts';
import {citationAnchor, referenceAnchor, referenceListId, termAnchor} from '../../lib/anchors.ts';
import {headingId} from '../../lib/page.ts';
import {referenceTypes} from '../../lib/references.ts';
import {scheme} from '../../lib/address.ts';
import {positionOf, type Content, type Found, type Rule} from '../rule.ts';
import {addressOf, newestVersion, pageOfFile, versionFolder} from '../versions.ts';

const page = (text: string, column = 1) => ({
  files: {
    'docs/a.md': text,
    'docs/docker/b.md': '## 나 {#b}',
    'versioned_docs/version-2.0/c.md': '다',
  },
  findings: [`docs/a.md:1:${column}`] as [string],
});

export const linkTarget: Rule = {
  id: 'link-target',
  why: '끊긴 링크를 누른 독자는 답을 찾지 못합니다.',
  bad: [
    page('[글](no-such.md)'),
    page('[글](docker/b.md#no-such-id)'),
    page('[글](#no-such-id)'),
    page('[글](docker/b)'),
    page('[글](docker/b.md?x=y)'),
    page('[글](../package.json)'),
    page('[글](../versioned_docs/version-2.0/c.md)'),
    page('[글](@site/package.json)'),
    page('[글](/docs/no-such)'),
    page('[글](/docs/2.0/c/)'),
    page('[글](/etc/passwd)'),
    page('[글](docker/%62.md)'),
    page('[글]: no-such.md'),
    page('[글]: https://example.com'),
    page('[](https://example.com)'),
    page('[글][a]와 [ ](docker/b.md)\n\n[a]: docker/b.md', 9),
  ],
  good: [
    {
      files: {
        'docs/a.md':
          '## 가 {#a}\n\n[글](docker/b.md#b) [글](./docker/b.md) [글](#a) [글](https://example.com) [글](/docs/c/) [글](/docs/next/docker/b#b) [글](#references) [@x]',
        'docs/docker/b.md': '[글](../a.md)\n\n## 나 {#b}',
        'versioned_docs/version-2.0/c.md': '다',
      },
    },
  ],
  check(content) {
    const anchors = new Map<Page, Set<string>>();
    const anchorsIn = (page: Page) => {
      const known = anchors.get(page) ?? anchorsOf(page, content);
      anchors.set(page, known);
      return known;
    };
    return content.pages.flatMap((from): Found[] => {
      const usedBy = (type: 'imageReference' | 'linkReference') =>
        new Set(nodesIn(from.root, type).map(({node}) => node.identifier));
      const imageDefinitions = usedBy('imageReference');
      const linkDefinitions = usedBy('linkReference');
      const found: Found[] = [];
      for (const {node} of nodesIn(from.root, 'link', 'definition')) {
        const isLink =
          node.type === 'link' ||
          // A citation that is read as a definition is the citation rule's.
          (!imageDefinitions.has(node.identifier) && !node.identifier.startsWith('@'));
        const message = isLink
          ? (faultOf(node, from, content, anchorsIn) ?? unseenFault(node, linkDefinitions))
          : undefined;
        if (message) {
          found.push({file: from.file, ...positionOf(node), message});
        }
      }
      return found;
    });
  },
};

/** A link without anything to see, or a line that is read as the address of none. */
function unseenFault(node: Link | Definition, used: ReadonlySet<string>): string | undefined {
  if (node.type === 'link') {
    return toString(node).trim() === ''
      ? '링크에 글자가 없어 누를 수 없습니다. [여기]에 링크가 가리키는 것을 적어 주세요'
      : undefined;
  }
  return used.has(node.identifier)
    ? undefined
    : `이 줄은 쓰이지 않는 링크 정의라서 보이지 않습니다. 글에서 [글자][${node.identifier}]로 쓰거나 지워 주세요`;
}

function faultOf(
  {url}: Link | Definition,
  from: Page,
  content: Content,
  anchorsIn: (page: Page) => Set<string>,
): string | undefined {
  if (url === '' || scheme.test(url) || url.startsWith('//')) {
    return undefined; // For the rule of addresses.
  }
  const [, target = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(url) ?? [];
  const to =
    target === ''
      ? from
      : target.startsWith('/')
        ? pageAtAddress(target, content)
        : pageAtPath(target, from, content);
  if (typeof to === 'string') {
    return to;
  }
  if (fragment === undefined || anchorsIn(to).has(fragment)) {
    return undefined;
  }
  return `"${target || '이 글'}"에 "#${fragment}"(이)라는 제목이 없습니다. 제목 끝의 {#id}를 확인해 주세요`;
}

function pageAtPath(target: string, from: Page, {pages}: Content): Page | string {
  if (!/^(?:\.{1,2}\/)*(?:[a-z0-9-]+\/)*[a-z0-9-]+\.md$/.test(target)) {
    return `저장소 안의 글은 파일의 상대 경로로 잇습니다 (예: ../containers/cgroups.md#id): "${target}"`;
  }
  const file = path.posix.join(path.posix.dirname(from.file), target);
  const page = pageOfFile(pages, file);
  return page && versionFolder(page) === versionFolder(from)
    ? page
    : `"${target}" 글이 같은 버전에 없습니다. 경로를 확인해 주세요`;
}

/** `/docs/…` is the newest released version and no other, `/docs/next/…` the working one, `/docs/1.0/…` an older one. */
function pageAtAddress(target: string, {pages}: Content): Page | string {
  const [, version, rest = ''] =
    /^\/docs(?:\/(next|\d+\.\d+))?(\/[a-z0-9/-]*?)\/?$/.exec(target) ?? [];
  const newest = newestVersion(pages);
  const named = version === 'next' ? 'docs' : version && releasedFolder(version);
  const folder = named === newest ? undefined : (named ?? newest);
  return (
    pages.find((page) => versionFolder(page) === folder && addressOf(page) === rest) ??
    `"${target}" 주소의 글이 없습니다. 저장소 안의 글이라면 상대 경로(.md)로 적어 주세요`
  );
}

/** Ids of a page: of its headings, and those that the build adds. */
function anchorsOf({root}: Page, {references, glossary}: Content): Set<string> {
  const anchors = new Set<string>();
  for (const citation of citationsOf(root)) {
    anchors.add(referenceListId).add(referenceAnchor(citation.key)).add(citationAnchor(citation));
  }
  for (const {node} of nodesIn(root, 'heading', 'leafDirective')) {
    if (node.type === 'heading') {
      anchors.add(headingId(node) ?? '');
    } else if (node.name === 'bibliography') {
      Object.values(referenceTypes).forEach(({id}) => anchors.add(id));
      [...references.entries.keys()].forEach((key) => anchors.add(referenceAnchor(key)));
    } else if (node.name === 'glossary') {
      [...glossary.entries.values()].forEach((entry) => anchors.add(termAnchor(entry)));
    }
  }
  anchors.delete('');
  return anchors;
}
