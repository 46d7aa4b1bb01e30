import path from 'node:path';

import type {Paragraph, PhrasingContent, Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';

import {pageAt, type ContentPage, type ContentVersion} from '../content-model/model.ts';
import {referenceListId} from '../lib/anchors.ts';
import {labelMark, marked, paperOnlyMark, readingPathClass} from '../lib/pageMarkup.ts';
import type {Context, Inputs} from './context.ts';

/**
 * Says how hard a page is, what to read first and where to go next, from its front matter:
 *
 *     difficulty: 기본
 *     prerequisites: [containers/namespaces.md]
 *     next: [containers/overlayfs.md]
 *
 * becomes a line before the answer and one before the references, with the titles of those pages.
 * On a screen the level stands above the title (theme/DocItem/Layout), and what is next on a card
 * (nextQuestions.ts).
 */
const readingPath: Plugin<[Context], Root> =
  ({siteDir, content}) =>
  (root, file) => {
    const {version, page} = pageAt(content(), siteDir, file.path);
    const {difficulty, prerequisites, next} = page?.frontMatter ?? {};
    if (!page || !difficulty) {
      return;
    }
    const linksTo = (paths: readonly string[] = []): PhrasingContent[] =>
      pagesNamed(paths, version).flatMap((target, index) => [
        ...(index > 0 ? [{type: 'text' as const, value: ', '}] : []),
        {
          type: 'link' as const,
          url: path.posix.relative(path.posix.dirname(page.path), target.path),
          children: [{type: 'text' as const, value: target.label}],
        },
      ]);

    const before = linksTo(prerequisites);
    const start = root.children.findIndex((node) => node.type !== 'yaml');
    const level = `난이도 ${difficulty}`;
    root.children.splice(
      Math.max(start, 0),
      0,
      before.length === 0
        ? line([{type: 'text', value: level}], marked(paperOnlyMark))
        : line([
            {
              type: 'emphasis',
              data: {hName: 'span', hProperties: marked(paperOnlyMark)},
              children: [{type: 'text', value: `${level} · `}],
            },
            {type: 'text', value: '먼저 읽을 글: '},
            ...before,
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
        line([{type: 'text', value: '이어서 읽을 글: '}, ...after], marked(paperOnlyMark)),
      );
    }
  };

export default readingPath;

/** The names of the pages that it leads to. */
export const readingPathInputs: Inputs = (
  {frontMatter: {prerequisites = [], next = []}},
  version,
) =>
  pagesNamed([...prerequisites, ...next], version).map(({path: target, label}) => [target, label]);

/** A path without a page is left out: the gate reports it, with its line. */
export function pagesNamed(paths: readonly string[], {pages}: ContentVersion): ContentPage[] {
  return paths.flatMap((target) => pages.find((page) => page.path === target) ?? []);
}

function line(children: PhrasingContent[], attributes: Record<string, string> = {}): RootContent {
  return {
    type: 'paragraph',
    data: {hProperties: {className: [readingPathClass], ...marked(labelMark), ...attributes}},
    children,
  } satisfies Paragraph;
}
