import {appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {isGitWorktree} from '../../lib/node/repositoryRoot.ts';
import {runQuietly} from '../run.ts';

const pagesPerSection = 30;
const area = '합성한 글';

/** Absolute paths of the pages below a folder, sorted. */
export function pageFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
    .sort();
}

/**
 * Adds pages to the working version of a copy of the repository as authors would, a section after
 * the other: the question pages over and over, each with a title and diagrams of its own.
 */
export function addPages(root: string, count: number): void {
  const docs = path.join(root, 'docs');
  const patterns = pageFiles(docs)
    .filter((file) => path.dirname(file) !== docs)
    .map((file) => ({section: path.basename(path.dirname(file)), text: readFileSync(file, 'utf8')}));
  for (let number = 1; number <= count; number += 1) {
    const position = (number - 1) % pagesPerSection;
    const section = `synthetic-${Math.ceil(number / pagesPerSection)}`;
    if (position === 0) {
      mkdirSync(path.join(docs, section));
      appendFileSync(
        path.join(docs, 'sections.yaml'),
        `\n- id: ${section}\n  label: ${section}번째 묶음\n  area: ${area}\n`,
      );
    }
    const {text, section: from} = patterns[number % patterns.length] as (typeof patterns)[number];
    writeFileSync(path.join(docs, section, `page-${number}.md`), variant(text, from, number, position));
    if (position === pagesPerSection - 1 || number === count) {
      commit(root, section);
    }
  }
}

function variant(text: string, from: string, number: number, position: number): string {
  return text
    .replace(/^slug: .*\n/m, '')
    .replace(/^((?:title|sidebar_label): ["']?)/gm, `$1${number}번째 글, `)
    .replace(/^sidebar_position: .*$/m, `sidebar_position: ${position}`)
    .replace(/^( *accTitle: .*)$/gm, `$1 (${number})`)
    .replace(/\]\((?:\.\/)?([\w-]+\.md)/g, `](../${from}/$1`);
}

function commit(root: string, section: string): void {
  if (!isGitWorktree) {
    return;
  }
  runQuietly('git', ['add', 'docs'], root);
  const identity = ['user.name=bench', 'user.email=bench@example.com', 'commit.gpgsign=false'];
  runQuietly(
    'git',
    [...identity.flatMap((setting) => ['-c', setting]), 'commit', '--quiet', '-m', section],
    root,
  );
}
