import {nodesIn} from '../../lib/nodes.ts';

import type {Page} from '../../content-model/markdown.ts';
import {headingId} from '../../lib/page.ts';
import type {Found, Rule} from '../rule.ts';
import {addressOf, newestVersion, versionFolder} from '../versions.ts';

const released = 'versioned_docs/version-2.0/virtualization.md';
const current = 'docs/virtualization-basics/virtualization.md';
const slug = '---\nslug: /virtualization\n---\n\n';

export const publishedId: Rule = {
  id: 'published-id',
  why: '한번 공개한 주소와 id는 링크와 즐겨찾기에 남아 있습니다. 사라지면 독자가 빈 페이지에 닿습니다.',
  bad: [
    {
      files: {[released]: '## 하나 {#one}\n\n### 둘 {#two}', [current]: `${slug}## 하나 {#one}`},
      findings: [`${current}:1:1`],
    },
    {
      files: {[released]: '## 하나 {#one}', 'docs/docker/virtualization.md': '## 하나 {#one}'},
      findings: [`${released}:1:1`],
    },
    {
      files: {
        [current]: '글',
        'docs/b.md': '---\nslug: /virtualization-basics/virtualization\n---\n',
      },
      findings: ['docs/b.md:1:1'],
    },
  ],
  good: [
    {
      files: {
        'versioned_docs/version-1.0/old.md': '## 옛글 {#old}',
        [released]: '## 하나 {#one}',
        [current]: `${slug}## 하나 {#one}\n\n## 둘 {#two}`,
      },
    },
  ],
  check: ({pages, published}) => {
    const newest = newestVersion(published);
    const found = published.flatMap((page): Found[] => {
      // A released version stays as it is; what it has, the working one keeps.
      const frozen = lostFrom(
        page,
        pages.find(({file}) => file === page.file),
      );
      return versionFolder(page) === newest
        ? [...frozen, ...lostFrom(page, pageAt(pages, 'docs', addressOf(page)))]
        : frozen;
    });
    return [...found, ...twins(pages)];
  },
};

function pageAt(pages: readonly Page[], folder: string, address: string): Page | undefined {
  return pages.find((page) => versionFolder(page) === folder && addressOf(page) === address);
}

function lostFrom(before: Page, after: Page | undefined): Found[] {
  if (!after) {
    const message = `공개한 글의 주소 "${addressOf(before)}"이(가) 사라졌습니다. 글을 되살리거나, 옮긴 글의 글머리에 "slug: ${addressOf(before)}"를 적어 주세요`;
    return [{file: before.file, line: 1, column: 1, message}];
  }
  const kept = idsOf(after);
  return [...idsOf(before)]
    .filter((id) => !kept.has(id))
    .map((id) => ({
      file: after.file,
      line: 1,
      column: 1,
      message: `공개한 id "#${id}"가 사라졌습니다. 그 제목을 되살리거나, 내용을 옮겼다면 {#${id}}를 단 제목 아래에 옮긴 글의 링크를 남겨 주세요`,
    }));
}

/** Two pages of a version at one address: one of them would vanish. */
function twins(pages: readonly Page[]): Found[] {
  const first = new Map<string, string>();
  return pages.flatMap((page): Found[] => {
    const key = `${versionFolder(page)} ${addressOf(page)}`;
    const other = first.get(key);
    first.set(key, other ?? page.file);
    return other === undefined
      ? []
      : [
          {
            file: page.file,
            line: 1,
            column: 1,
            message: `${other}와 주소가 같습니다: "${addressOf(page)}". 이름이나 slug를 바꿔 주세요`,
          },
        ];
  });
}

function idsOf({root}: Page): Set<string> {
  return new Set(nodesIn(root, 'heading').flatMap(({node}) => headingId(node) ?? []));
}
