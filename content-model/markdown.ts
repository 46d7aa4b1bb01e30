import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

import type {Root} from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';

import {parsePlainYaml} from './plainYaml.ts';

/** A page as the checks and the cross-page plugins see it: parsed, never run. */
export interface Page {
  /** Path from the root of the repository, with forward slashes. */
  file: string;
  text: string;
  root: Root;
  /** Undefined when the page has no front matter or it is not a plain YAML mapping. */
  frontMatter: Record<string, unknown> | undefined;
}

/**
 * The same dialect as the build's: CommonMark + GFM + directives, with
 * emphasis that works beside Korean particles.
 */
const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkCjkFriendly);

/** Parses the text of one page. Never throws: any text is Markdown. */
export function parsePage(file: string, text: string): Page {
  const root = parser.parse(text);
  const yaml = root.children.find(({type}) => type === 'yaml');
  let frontMatter: Page['frontMatter'];
  if (yaml?.type === 'yaml') {
    const {document, faults} = parsePlainYaml(yaml.value);
    const value: unknown = faults.length > 0 ? undefined : document.toJS();
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      frontMatter = value as Record<string, unknown>;
    }
  }
  return {file, text, root, frontMatter};
}

/** Folders of content pages that exist below a root: `docs`, then each frozen version. */
export function contentFolders(root: string): string[] {
  const entries = (folder: string) => {
    try {
      return readdirSync(path.join(root, folder), {withFileTypes: true});
    } catch {
      return [];
    }
  };
  return [
    ...(entries('docs').length > 0 ? ['docs'] : []),
    ...entries('versioned_docs')
      .filter((entry) => entry.isDirectory())
      .map((entry) => `versioned_docs/${entry.name}`)
      .sort(),
  ];
}

/** Paths, from the root, of all files below a content folder, sorted. */
function contentFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    )
    .sort();
}

/** Parses every Markdown page below a content folder, sorted by path. */
export function readPages(root: string, folder: string): Page[] {
  return contentFiles(root, folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => parsePage(file, readFileSync(path.join(root, file), 'utf8')));
}
