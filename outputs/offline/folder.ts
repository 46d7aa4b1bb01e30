import {createHash} from 'node:crypto';
import {posix} from 'node:path';

import {zipSync} from 'fflate';
import type {Element, Nodes, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import {h} from 'hastscript';

import {baseUrlOf, identityOf, pageFile, type BuiltPage, type SiteIdentity} from '../builtSite.ts';
import {scriptFolder} from '../pages/bundleBrowser.ts';
import {writePage} from '../pages/writtenPages.ts';
import {contentSecurityPolicy} from '../security/contentSecurityPolicy.ts';
import {addressProperties, type EditionFiles} from './editionFiles.ts';

/** What one opens: the home page, or the first page of an older version. */
const startFile = '시작.html';
const scriptFile = 'site/assets/pages.js';

/** Where the files of the folder are, and what they were on the site. */
interface Places {
  identity: SiteIdentity;
  /** Path that all addresses of the site begin with. */
  baseUrl: string;
  /** Path in the folder by address below the site's own. */
  files: ReadonlyMap<string, string>;
}

/**
 * Packs an edition as a folder that opens from disk: every page, with addresses that are relative,
 * scripts and data as classic scripts, and links that leave the folder leading to the web. The same
 * edition gives the same bytes.
 * @param start address of the page to begin with
 * @param script what the pages run, see bundleForDisk
 */
export function packFolder(
  {pages, files: ofSite}: EditionFiles,
  start: BuiltPage,
  all: readonly BuiltPage[],
  script: string,
): Uint8Array {
  const files = [...ofSite].filter(([file]) => !file.startsWith(scriptFolder));
  const places: Places = {
    identity: identityOf(all),
    baseUrl: baseUrlOf(all),
    files: new Map([
      // From wherever, the name of the site leads to the beginning.
      ['', startFile],
      ...pages.map(({address}) => [address, `site/${pageFile(address)}`] as const),
      ...files.map(([file]) => [file, `site/${dataScript(file)}`] as const),
      [start.address, startFile],
    ]),
  };
  const copies = pages.map(({address, root}) => ({
    file: places.files.get(address) ?? '',
    root: copyOf(root, places.files.get(address) ?? '', places) as Root,
  }));
  const policy = contentSecurityPolicy(
    copies.map(({root}) => root),
    [],
    [],
  );
  const packed = new Map<string, string | Uint8Array>([[scriptFile, script]]);
  for (const style of pages.flatMap(({root}) => selectAll('head > style', root))) {
    const rules = toString(style);
    packed.set(fontFacesFile(rules), fontFacesOf(rules, places));
  }
  for (const {file, root} of copies) {
    const place = select('meta[http-equiv="Content-Security-Policy"]', root);
    if (place) {
      place.properties.content = policy;
    }
    packed.set(file, writePage(root));
  }
  for (const [file, content] of files) {
    const to = places.files.get(file) ?? '';
    packed.set(to, to.endsWith('.json.js') ? asScript(content, to, places) : content);
  }
  const entries = [...packed].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(entries.map(([file, content]) => [file, Buffer.from(content)])),
    // In local time, as the format has it: the same digits in every time zone.
    {mtime: new Date(1980, 0, 1), level: 9},
  );
}

/** No page may fetch a file from disk, but it may run a script (src/browser/readJsonFromDisk). */
function dataScript(file: string): string {
  return file.endsWith('.json') ? `${file}.js` : file;
}

/** The data in the script's own element, with addresses relative to the script. */
function asScript(json: Uint8Array, file: string, places: Places): string {
  const data: unknown = JSON.parse(Buffer.from(json).toString(), (name, value: unknown) =>
    // An index of words may have one that is called so, too.
    name === 'url' && typeof value === 'string' && value.startsWith(places.baseUrl)
      ? placed(value, file, places)
      : value,
  );
  return `document.currentScript.json=${JSON.stringify(JSON.stringify(data))}`;
}

/**
 * What a page says of its fonts, as a style sheet beside them, with addresses that are relative to it.
 * From disk they are there at once, so the text waits for them.
 */
function fontFacesOf(rules: string, places: Places): string {
  return rules
    .replaceAll('font-display:optional', 'font-display:block')
    .replace(
      /url\(([^)]+)\)/g,
      (_, url: string) => `url(${placed(url, fontFacesFile(rules), places)})`,
    );
}

/** Pages of one section say the same of their fonts. */
function fontFacesFile(rules: string): string {
  return `site/assets/fonts.${createHash('sha256').update(rules).digest('hex').slice(0, 10)}.css`;
}

/** A copy of a page's tree, as it stands in a file of the folder. */
function copyOf(node: Nodes, file: string, places: Places): Nodes {
  if (node.type === 'root') {
    return {...node, children: node.children.map((child) => copyOf(child, file, places)) as never};
  }
  if (node.type !== 'element') {
    return node;
  }
  return {
    ...node,
    properties: propertiesOf(node, file, places),
    children: node.children
      .filter((child) => child.type !== 'element' || !isOnlyOnTheWeb(child))
      .map((child) =>
        child.type === 'element' && node.tagName === 'head'
          ? headElement(child, file, places)
          : copyOf(child, file, places),
      ) as never,
  };
}

/** What asks for files before their time, or tells machines of the site. */
function isOnlyOnTheWeb({tagName, properties}: Element): boolean {
  const relation = String(properties.rel);
  return (
    (tagName === 'link' &&
      ['preload', 'search', 'manifest', 'apple-touch-icon'].includes(relation)) ||
    (tagName === 'script' && properties.type === 'speculationrules')
  );
}

/** In the place of the styles of the fonts, and of the script that waits to load a module. */
function headElement(element: Element, file: string, places: Places): Nodes {
  if (element.tagName === 'style') {
    return h('link', {rel: 'stylesheet', href: relative(file, fontFacesFile(toString(element)))});
  }
  if (element.tagName === 'script' && !element.properties.src && !element.properties.type) {
    return h('script', {src: relative(file, scriptFile), defer: true});
  }
  return copyOf(element, file, places);
}

function propertiesOf({tagName, properties}: Element, file: string, places: Places) {
  const own = {...properties};
  for (const name of addressProperties) {
    const address = properties[name];
    if (typeof address === 'string' && address.startsWith(places.baseUrl)) {
      const to = placed(address, file, places);
      // A link without an address is none; what a script makes a button of it stays one.
      own[name] = to ?? (tagName === 'a' && properties.dataBehavior ? '#' : undefined);
    }
  }
  // The keys of Algolia's search, which is on the web.
  delete own.dataAlgolia;
  return own;
}

/**
 * An address of the site as a file of the folder has it: relative where the folder holds what it
 * names, else on the web; undefined where the site has no address there.
 */
function placed(
  address: string,
  file: string,
  {identity, baseUrl, files}: Places,
): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(baseUrl.length)) ?? [];
  const to = files.get(path);
  if (to !== undefined) {
    return relative(file, to) + rest;
  }
  return identity.isPublic ? identity.url + path + rest : undefined;
}

function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/');
}
