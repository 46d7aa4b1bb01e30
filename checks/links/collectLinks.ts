import {visit} from 'unist-util-visit';

import {readContentModel, versionIn, workingFolder} from '../../content-model/model.ts';
import {referencesFile} from '../../content-model/references.ts';

/** An address outside the site, and where our content leads to it. */
export interface OutsideLink {
  /** Without its fragment. */
  address: string;
  /** `file:line`, from the root of the repository. */
  places: string[];
}

/** Outside links of the working version and of the references, sorted by address. */
export function collectLinks(root: string): OutsideLink[] {
  const links = new Map<string, string[]>();
  const add = (url: string, place: string) => {
    if (/^https?:\/\//.test(url) && URL.canParse(url)) {
      const address = url.replace(/#.*$/, '');
      links.set(address, [...(links.get(address) ?? []), place]);
    }
  };
  const model = readContentModel(root);
  for (const page of versionIn(model, workingFolder).pages) {
    visit(page.root, (node) => {
      if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
        add(node.url, `${page.file}:${node.position?.start.line ?? 1}`);
      }
    });
  }
  const {entries, lines} = model.references;
  for (const [id, {URL, archive}] of entries) {
    const place = `${referencesFile}:${lines.get(id) ?? 1}`;
    add(URL, place);
    add(archive ?? '', place);
  }
  return [...links]
    .map(([address, places]) => ({address, places}))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}
