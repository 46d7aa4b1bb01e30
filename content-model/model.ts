import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';

import {citationsOf, type Citation} from '../lib/citations.ts';
import type {GlossaryEntry} from '../lib/glossary.ts';
import {findFollowUps, type FollowUpSection, type Track} from '../lib/page.ts';
import type {Reference} from '../lib/references.ts';
import type {SearchWord} from '../lib/searchWords.ts';
import {noEntries, type DataFile} from './dataFile.ts';
import {validFields, type FrontMatter} from './frontMatter.ts';
import {correctionsFile, parseCorrections, type Correction} from './corrections.ts';
import {glossaryFile, parseGlossary} from './glossary.ts';
import {forgetText, readPage, type Page} from './markdown.ts';
import {parseReferences, referencesFile} from './references.ts';
import {parseSearchWords, searchWordsFile} from './searchWords.ts';
import {comparePlaces, parseSections, sectionsFile, type Sections} from './sections.ts';
import {parseReruns, rerunsFile, type Rerun} from './experiments.ts';
import {parseProducts, productsFile, type Product} from './products.ts';
import {parseTracks, tracksFile} from './tracks.ts';
import {
  dayOfSources,
  parseVerifications,
  verificationsFile,
  type Verification,
} from './verifications.ts';

/** All that is written, read once: every page and section of every version, the references and the glossary. */
export interface ContentModel {
  /** The working version, then the released ones by name. */
  versions: readonly ContentVersion[];
  references: DataFile<Reference>;
  glossary: DataFile<GlossaryEntry>;
  searchWords: DataFile<SearchWord>;
  products: DataFile<Product>;
  corrections: DataFile<Correction>;
  reruns: DataFile<Rerun>;
  /** See dayOfSources. */
  day: string | undefined;
}

export interface ContentVersion {
  /** From the root of the repository: `docs` or `versioned_docs/version-1.0`. */
  folder: string;
  sections: Sections;
  /** By id, in the order in which they are shown. */
  tracks: ReadonlyMap<string, Track>;
  verifications: ReadonlyMap<string, Verification>;
  /** In the order of reading. */
  pages: readonly ContentPage[];
}

/** A page with its place in its version. */
export interface ContentPage extends Page {
  /** Path below the folder of the version, e.g. `containers/cgroups.md`. */
  path: string;
  frontMatter: Partial<FrontMatter>;
  title: string;
  /** The shorter title of the sidebar. */
  label: string;
  /** Address below the version's own: `/containers/cgroups`, or what `slug` says. */
  slug: string;
  followUps: readonly FollowUpSection[];
  citations: readonly Citation[];
}

/** Folder of the working version, from the root of the repository. */
export const workingFolder = 'docs';

/** How long what was read counts as fresh while somebody edits: shorter than any watcher takes to tell. */
const freshMilliseconds = 50;

interface Reading {
  model: ContentModel;
  /** Path from the root → what tells whether the file was changed, and what was in it. */
  files: Map<string, {stamp: string; text: string}>;
  pages: Map<string, ContentPage>;
  time: number;
}

const readings = new Map<string, Reading>();

/**
 * The content below a root. Reads it once; in `npm start`, reads again the files that were changed.
 */
export function readContentModel(root: string): ContentModel {
  const last = readings.get(root);
  const isFresh =
    process.env.NODE_ENV !== 'development' || Date.now() - (last?.time ?? 0) < freshMilliseconds;
  if (last && isFresh) {
    return last.model;
  }
  const reading = read(root, last);
  readings.set(root, reading);
  return reading.model;
}

/** As readContentModel, but of what is on the disk now. */
export function readContentModelAnew(root: string): ContentModel {
  return read(root, undefined).model;
}

/** The version of a folder of the model, or an empty one. */
export function versionIn(model: ContentModel, folder: string): ContentVersion {
  return (
    model.versions.find((version) => version.folder === folder) ?? {
      folder,
      sections: new Map(),
      tracks: new Map(),
      verifications: new Map(),
      pages: [],
    }
  );
}

/**
 * The folder of the version that a file belongs to: `docs` or `versioned_docs/version-1.0`.
 * @param file from the root, e.g. `docs/docker/pid-1.md`
 */
export function versionFolderOf(file: string): string {
  const [first = '', second = ''] = file.split('/', 2);
  return first === 'versioned_docs' ? `${first}/${second}` : first;
}

/** The page that a file holds, with its version. */
export function pageAt(
  model: ContentModel,
  root: string,
  file: string,
): {version: ContentVersion; page: ContentPage | undefined} {
  const name = path.relative(root, file).replaceAll('\\', '/');
  const version = versionIn(model, versionFolderOf(name));
  return {version, page: version.pages.find((page) => page.file === name)};
}

/** Folders of content pages that exist below a root: `docs`, then each frozen version. */
function contentFolders(root: string): string[] {
  const entries = (folder: string) => {
    try {
      return readdirSync(path.join(root, folder), {withFileTypes: true});
    } catch {
      return [];
    }
  };
  return [
    ...(entries(workingFolder).length > 0 ? [workingFolder] : []),
    ...entries('versioned_docs')
      .filter((entry) => entry.isDirectory())
      .map((entry) => `versioned_docs/${entry.name}`)
      .sort(),
  ];
}

/** Paths, from the root, of the pages below a content folder, sorted. */
function pageFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    )
    .sort();
}

function read(root: string, last: Reading | undefined): Reading {
  const files: Reading['files'] = new Map();
  const pages: Reading['pages'] = new Map();
  const textOf = (file: string, missing?: string): string => {
    const stats = statSync(path.join(root, file), {throwIfNoEntry: missing === undefined});
    if (!stats) {
      return missing ?? '';
    }
    const {mtimeMs, size} = stats;
    const stamp = `${mtimeMs} ${size}`;
    const known = last?.files.get(file);
    const text = known?.stamp === stamp ? known.text : readFileSync(path.join(root, file), 'utf8');
    files.set(file, {stamp, text});
    return text;
  };
  const pageOf = (folder: string, file: string): ContentPage => {
    const text = textOf(file);
    const known = last?.pages.get(file);
    const page = known?.text === text ? known : contentPage(folder, readPage(file, text));
    pages.set(file, page);
    return page;
  };
  const model: ContentModel = {
    versions: contentFolders(root).map((folder) => {
      const listAt = (name: string) => textOf(`${folder}/${name}`, noEntries);
      const {entries: sections} = parseSections(folder, listAt(sectionsFile));
      const {entries: tracks} = parseTracks(folder, listAt(tracksFile));
      const {entries: verifications} = parseVerifications(folder, listAt(verificationsFile));
      return {
        folder,
        sections,
        tracks,
        verifications,
        pages: pageFiles(root, folder)
          .map((file) => pageOf(folder, file))
          .sort((a, b) => comparePlaces(sections, placeOf(a), placeOf(b))),
      };
    }),
    references: parseReferences(textOf(referencesFile, noEntries)),
    glossary: parseGlossary(textOf(glossaryFile, noEntries)),
    searchWords: parseSearchWords(textOf(searchWordsFile, noEntries)),
    products: parseProducts(textOf(productsFile, noEntries)),
    corrections: parseCorrections(textOf(correctionsFile, noEntries)),
    reruns: parseReruns(textOf(rerunsFile, noEntries)),
    day: dayOfSources(root),
  };
  const texts = new Set([...files.values()].map(({text}) => text));
  for (const {text} of last?.files.values() ?? []) {
    if (!texts.has(text)) {
      forgetText(text);
    }
  }
  return {model: isSame(model, last?.model) ? last.model : model, files, pages, time: Date.now()};
}

/** Whether two readings found the same: then what was worked out from one holds for the other. */
function isSame(model: ContentModel, last: ContentModel | undefined): last is ContentModel {
  return (
    last?.references === model.references &&
    last.glossary === model.glossary &&
    last.searchWords === model.searchWords &&
    last.products === model.products &&
    last.corrections === model.corrections &&
    last.reruns === model.reruns &&
    last.day === model.day &&
    last.versions.length === model.versions.length &&
    last.versions.every(({folder, sections, tracks, verifications, pages}, index) => {
      const version = model.versions[index];
      return (
        version?.folder === folder &&
        version.sections === sections &&
        version.tracks === tracks &&
        version.verifications === verifications &&
        version.pages.length === pages.length &&
        version.pages.every((page, place) => page === pages[place])
      );
    })
  );
}

/** A parsed page in its place below the folder of its version. */
export function contentPage(folder: string, page: Page): ContentPage {
  const pagePath = path.posix.relative(folder, page.file);
  const frontMatter = validFields(page.frontMatter);
  const title = frontMatter.title ?? pagePath;
  let followUps: FollowUpSection[] | undefined;
  let citations: Citation[] | undefined;
  return {
    ...page,
    path: pagePath,
    frontMatter,
    title,
    label: frontMatter.sidebar_label ?? title,
    slug: frontMatter.slug ?? `/${pagePath.replace(/\.md$/, '')}`,
    get followUps() {
      return (followUps ??= findFollowUps(page.root));
    },
    get citations() {
      return (citations ??= citationsOf(page.root));
    },
  };
}

function placeOf({path: pagePath, frontMatter}: ContentPage) {
  return {path: pagePath, position: frontMatter.sidebar_position ?? Infinity};
}
