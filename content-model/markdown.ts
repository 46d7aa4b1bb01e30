import type {Root} from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';

import {hashOf, hashOfCode, keep, readKept} from '../lib/node/buildCache.ts';
import {reportParsed} from '../lib/node/parsing.ts';
import {parsePlainYaml} from './plainYaml.ts';
import {rememberByText} from './rememberByText.ts';

/** A page as it is written: parsed, never run. */
export interface Page {
  /** Path from the root of the repository, with forward slashes. */
  file: string;
  text: string;
  /** Frozen: everyone who asks for the page gets this very tree. */
  root: Root;
  /** As written, whatever it holds; undefined when the page has none or it is not a plain YAML mapping. */
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

/** Parses the text of one page, each text once. Never throws: any text is Markdown. */
export function parsePage(file: string, text: string): Page {
  return {file, text, ...parseText(text)};
}

/**
 * As parsePage, for a page that stands in a repository: what one command has parsed, the next reads
 * again, so that only what was edited is parsed.
 */
export function readPage(file: string, text: string): Page {
  if (!parseText.knows(text)) {
    codeHash ??= hashOfCode('content-model');
    const key = hashOf([codeHash, text]);
    const kept = readKept<Parsed>('pages', key);
    if (kept) {
      parseText.remember(text, {...kept, root: freeze(kept.root)});
    } else {
      keep('pages', key, parseText(text), keptPages);
    }
  }
  return parsePage(file, text);
}

/** Frees what was kept of a text that no page has any more. */
export const forgetText = (text: string): void => parseText.forget(text);

type Parsed = Pick<Page, 'root' | 'frontMatter'>;

/** Many times what the site has. */
const keptPages = 2000;
let codeHash: string | undefined;

const parseText = rememberByText((text): Parsed => {
  reportParsed('markdown', text);
  const root = freeze(parser.parse(text));
  const yaml = root.children.find(({type}) => type === 'yaml');
  let frontMatter: Page['frontMatter'];
  if (yaml?.type === 'yaml') {
    const {document, faults} = parsePlainYaml(yaml.value);
    const value: unknown = faults.length > 0 ? undefined : document.toJS();
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      frontMatter = value as Record<string, unknown>;
    }
  }
  return {root, frontMatter};
});

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
