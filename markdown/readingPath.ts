import {readFileSync} from 'node:fs';
import path from 'node:path';

import type {Paragraph, PhrasingContent, Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';

import {parsePage} from '../content-model/markdown.ts';
import {versionFolderOf} from '../content-model/versionPages.ts';
import {referenceListId} from '../lib/anchors.ts';
import {labelMark, marked, readingPathClass} from '../lib/pageMarkup.ts';

interface Options {
  /** Root of the repository. */
  siteDir: string;
}

/**
 * Says how hard a page is, what to read first and where to go next, from its front matter:
 *
 *     difficulty: 기본
 *     prerequisites: [containers/namespaces.md]
 *     next: [containers/overlayfs.md]
 *
 * becomes a line before the answer and one before the references, with the titles of those pages.
 * Runs after follow-ups, which would take the last line into the last answer.
 */
const readingPath: Plugin<[Options], Root> =
  ({siteDir}) =>
  (root, file) => {
    const {difficulty, prerequisites, next} = (file.data.frontMatter ?? {}) as Record<
      string,
      unknown
    >;
    if (typeof difficulty !== 'string') {
      return;
    }
    const versionFolder = path.join(siteDir, versionFolderOf(siteDir, file.path));
    const linksTo = (paths: unknown): PhrasingContent[] =>
      (Array.isArray(paths) ? paths.map(String) : []).flatMap((target, index) => [
        ...(index > 0 ? [{type: 'text' as const, value: ', '}] : []),
        {
          type: 'link' as const,
          url: path.posix.relative(
            path.dirname(file.path).replaceAll('\\', '/'),
            path.posix.join(versionFolder.replaceAll('\\', '/'), target),
          ),
          children: [{type: 'text' as const, value: labelOf(versionFolder, target)}],
        },
      ]);

    const before = linksTo(prerequisites);
    const start = root.children.findIndex((node) => node.type !== 'yaml');
    root.children.splice(
      Math.max(start, 0),
      0,
      line([
        {type: 'text', value: `난이도 ${difficulty}`},
        ...(before.length > 0
          ? [{type: 'text' as const, value: ' · 먼저 읽을 글: '}, ...before]
          : []),
      ]),
    );
    const after = linksTo(next);
    if (after.length > 0) {
      const references = root.children.findIndex(
        (node) => node.type === 'heading' && node.data?.hProperties?.id === referenceListId,
      );
      root.children.splice(
        references === -1 ? root.children.length : references,
        0,
        line([{type: 'text', value: '이어서 읽을 글: '}, ...after]),
      );
    }
  };

export default readingPath;

/** @throws when there is no such page: the check reports it before, with its line */
function labelOf(versionFolder: string, target: string): string {
  const {frontMatter} = parsePage(target, readFileSync(path.join(versionFolder, target), 'utf8'));
  return String(frontMatter?.sidebar_label ?? frontMatter?.title);
}

function line(children: PhrasingContent[]): RootContent {
  return {
    type: 'paragraph',
    data: {hProperties: {className: [readingPathClass], ...marked(labelMark)}},
    children,
  } satisfies Paragraph;
}
