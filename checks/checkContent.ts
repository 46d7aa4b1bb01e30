import {readFileSync} from 'node:fs';
import path from 'node:path';

import {compareFindings, type Finding} from '../lib/finding.ts';
import {glossaryFile, parseGlossary} from '../lib/node/glossary.ts';
import {contentFiles, contentFolders, parsePage} from '../lib/node/markdown.ts';
import {parseReferences, referencesFile} from '../lib/node/references.ts';
import type {Content, Rule} from './rule.ts';
import {rules} from './rules/index.ts';

/**
 * Checks all content below a root: every version's pages, the references and the glossary.
 * Parses, never runs, what it reads.
 * @throws when there is no page at all: then nothing was checked
 */
export function checkContent(root: string): {findings: Finding[]; pageCount: number} {
  const files = contentFolders(root).flatMap((folder) => contentFiles(root, folder));
  const content = parseContent(
    Object.fromEntries(
      [...files, referencesFile, glossaryFile].map((file) => [
        file,
        readFileSync(path.join(root, file), 'utf8'),
      ]),
    ),
  );
  if (content.pages.length === 0) {
    throw new Error('docs/에 Markdown 글이 하나도 없습니다.');
  }
  return {findings: findingsOf(content, rules), pageCount: content.pages.length};
}

/** Path → text, as content. */
export function parseContent(files: Record<string, string>): Content {
  const paths = Object.keys(files).filter((file) => !file.startsWith('data/'));
  return {
    pages: paths
      .filter((file) => file.endsWith('.md'))
      .map((file) => parsePage(file, files[file] ?? '')),
    references: parseReferences(files[referencesFile] ?? '[]'),
    glossary: parseGlossary(files[glossaryFile] ?? '[]'),
    otherFiles: paths.filter((file) => !file.endsWith('.md')),
  };
}

/** What the rules find, in order of reading. */
export function findingsOf(content: Content, someRules: readonly Rule[]): Finding[] {
  return someRules
    .flatMap((rule) => rule.check(content).map((finding) => ({...finding, rule: rule.id})))
    .sort(compareFindings);
}
