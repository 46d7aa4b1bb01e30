import {lineOfKey} from '../../content-model/frontMatter.ts';
import type {Page} from '../../content-model/markdown.ts';
import type {Found, Rule} from '../rule.ts';
import {pageOfFile, versionFolder} from '../versions.ts';

const keys = ['prerequisites', 'next'] as const;
const page = (yaml: string) => `---\n${yaml}\n---\n`;

export const readingPath: Rule = {
  id: 'reading-path',
  why: '먼저 읽을 글과 다음에 읽을 글이 같은 버전에 있고 맴돌지 않아야 독자가 길을 잃지 않습니다.',
  bad: [
    {
      files: {'docs/a.md': page('title: 글\nnext: [docker/b.md]')},
      findings: ['docs/a.md:3:1'],
    },
    {files: {'docs/a.md': page('prerequisites: [a.md]')}, findings: ['docs/a.md:2:1']},
    {
      files: {
        'docs/a.md': page('prerequisites: [b.md]'),
        'docs/b.md': page('prerequisites: [c.md]'),
        'docs/c.md': page('prerequisites: [a.md]'),
      },
      findings: ['docs/a.md:2:1', 'docs/b.md:2:1', 'docs/c.md:2:1'],
    },
    {
      files: {'docs/a.md': page('next: [b.md]'), 'versioned_docs/version-2.0/b.md': page('a: b')},
      findings: ['docs/a.md:2:1'],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md': page('next: [docker/b.md]'),
        'docs/docker/b.md': page('prerequisites: [a.md]\nnext: [a.md]'),
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((from) =>
      keys.flatMap((key): Found[] => {
        const place = {file: from.file, line: lineOfKey(from, key), column: 1};
        return pathsOf(from, key).flatMap((target): Found[] => {
          const message = faultOf(pages, from, key, target);
          return message ? [{...place, message: `글머리의 ${key}: ${message}`}] : [];
        });
      }),
    ),
};

function faultOf(
  pages: readonly Page[],
  from: Page,
  key: (typeof keys)[number],
  target: string,
): string | undefined {
  const to = pageAt(pages, from, target);
  if (to === from) {
    return '자기 자신을 가리킵니다. 다른 글로 바꾸거나 지워 주세요';
  }
  if (!to) {
    return `"${target}"(이)라는 글이 같은 버전에 없습니다. docs/ 아래의 경로를 확인해 주세요`;
  }
  if (key === 'prerequisites' && leadsTo(pages, to, from, new Set())) {
    return `"${target}"도 이 글을 먼저 읽으라고 합니다. 어느 한쪽에서 지워 주세요`;
  }
  return undefined;
}

function leadsTo(pages: readonly Page[], from: Page, goal: Page, seen: Set<Page>): boolean {
  seen.add(from);
  return pathsOf(from, 'prerequisites').some((target) => {
    const to = pageAt(pages, from, target);
    return to !== undefined && (to === goal || (!seen.has(to) && leadsTo(pages, to, goal, seen)));
  });
}

function pathsOf({frontMatter}: Page, key: string): string[] {
  const value = frontMatter?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function pageAt(pages: readonly Page[], from: Page, target: string): Page | undefined {
  return pageOfFile(pages, `${versionFolder(from)}/${target}`);
}
