import {createHash} from 'node:crypto';
import {readFileSync, rmSync} from 'node:fs';
import path from 'node:path';

import {selectAll} from 'hast-util-select';

import {elementsIn} from '../../lib/elementsIn.ts';
import {filesBelow} from '../../lib/node/buildCache.ts';
import type {BuiltPage} from '../builtSite.ts';
import type {Output} from '../output.ts';
import {usedStyles} from './usedStyles.ts';

/** Docusaurus' one style sheet without what is for parts that no page has, named by its content. */
export default {
  label: '스타일',
  make({folder, pages, files}) {
    const sheets = filesBelow(path.join(folder, 'assets')).filter((file) => file.endsWith('.css'));
    const scripts = [...files].flatMap(([file, text]) => (file.endsWith('.js') ? [text] : []));
    const used = {classes: classesOf(pages), scripts: scripts.join('\n')};
    return sheets.map((sheet) => {
      const content = usedStyles(readFileSync(sheet, 'utf8'), used);
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
      const from = path.relative(folder, sheet).replaceAll('\\', '/');
      const to = from.replace(/\.\w+\.css$/, `.${hash}.css`);
      pages.forEach((page) => replaceAddress(page, from, to));
      rmSync(sheet);
      return {path: to, content};
    });
  },
} satisfies Output;

function classesOf(pages: readonly BuiltPage[]): Set<string> {
  const classes = new Set<string>();
  for (const {root} of pages) {
    for (const {properties} of elementsIn(root)) {
      for (const name of Array.isArray(properties.className) ? properties.className : []) {
        classes.add(String(name));
      }
    }
  }
  return classes;
}

function replaceAddress({root}: BuiltPage, from: string, to: string): void {
  for (const {properties} of selectAll('head > link', root)) {
    if (typeof properties.href === 'string') {
      properties.href = properties.href.replace(from, to);
    }
  }
}
