import {createHash} from 'node:crypto';
import {readFileSync, rmSync} from 'node:fs';
import path from 'node:path';

import type {Root} from 'hast';
import {PurgeCSS} from 'purgecss';
import {visit} from 'unist-util-visit';

import {siteAddress} from '../../site/siteAddress.ts';
import {filesBelow} from '../../lib/node/buildCache.ts';
import type {Output, OutputFile} from '../output.ts';

const styleFolder = 'assets/css';

/**
 * The style sheets of the site, of which more than a third is Docusaurus' for what no page of ours
 * has: without every rule whose elements and classes neither a page nor a script names.
 */
export default {
  label: '스타일',
  async make({folder, pages, files: made}) {
    const {baseUrl} = siteAddress(process.env);
    const scripts = [...made].flatMap(([file, text]) => (file.endsWith('.js') ? String(text) : []));
    const names = [...new Set(pages.flatMap(({root}) => namesIn(root)))];
    const content = [names.join('\n'), ...scripts].map((raw) => ({raw, extension: 'txt'}));
    const files: OutputFile[] = [];
    for (const file of filesBelow(path.join(folder, styleFolder))) {
      const raw = readFileSync(file, 'utf8');
      // Scripts set some of them by names that are put together: `dataset.level`.
      const dynamicAttributes = (raw.match(/\[(?:data|aria)-[\w-]+/g) ?? []).map((start) =>
        start.slice(1),
      );
      const options = {content, css: [{raw}], keyframes: true, dynamicAttributes};
      const [purged] = await new PurgeCSS().purge(options);
      const sheet = purged?.css ?? '';
      const hash = createHash('sha256').update(sheet).digest('hex').slice(0, 10);
      const [name] = path.basename(file).split('.');
      const renamed = `${styleFolder}/${name}.${hash}.css`;
      rmSync(file);
      files.push({path: renamed, content: sheet});
      const from = `${baseUrl}${styleFolder}/${path.basename(file)}`;
      pages.forEach(({root}) => replaceAddress(root, from, baseUrl + renamed));
    }
    return files;
  },
} satisfies Output;

/** What a selector can name. */
function namesIn(root: Root): string[] {
  const names: string[] = [];
  visit(root, 'element', ({tagName, properties, children}) => {
    names.push(tagName);
    if (tagName === 'script') {
      // What it sets, as the theme on the root.
      names.push(...children.map((child) => ('value' in child ? child.value : '')));
    }
    for (const [name, value] of Object.entries(properties)) {
      // `dataFollowUp` of the tree is `data-follow-up` of the page.
      names.push(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
      // Of an address, no selector says more than its beginning.
      names.push(...[value].flat().map((part) => String(part).slice(0, 80)));
    }
  });
  return [...new Set(names)];
}

function replaceAddress(root: Root, from: string, to: string): void {
  visit(root, 'element', ({tagName, properties}) => {
    if (tagName === 'link' && properties.href === from) {
      properties.href = to;
    }
  });
}
