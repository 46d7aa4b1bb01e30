import {createHash} from 'node:crypto';
import path from 'node:path';

import type {Element} from 'hast';
import {select} from 'hast-util-select';
import {h} from 'hastscript';

import {faces, fontFace, typeface, type Face} from '../../lib/node/typeface.ts';
import {isPracticeFile} from '../../lib/practice/practiceSet.ts';
import {baseUrlOf, pagesIn, versionsOf, type BuiltPage, type SidebarItem} from '../builtSite.ts';
import type {Output, OutputFile} from '../output.ts';
import {charactersByWeight, charactersOfScript} from './charactersByWeight.ts';
import {divideCharacters} from './divideCharacters.ts';
import {subsetFace} from './subsetFace.ts';

/** Whatever the pages say: dates, numbers, and what readers type. */
const ascii = Array.from({length: 0x7f - 0x20}, (_, index) => String.fromCodePoint(0x20 + index));

/** Pages that ask for the same files. */
interface Group {
  pages: readonly BuiltPage[];
  /** Rules of their style sheet. */
  rules: string[];
  /** Files that they ask for early. */
  early: string[];
}

/**
 * The fonts of the site, cut to what the pages set in each weight and divided by section (see
 * divideCharacters); each section has a style sheet that says which characters are in which file.
 */
export default {
  label: '글꼴',
  async make({pages, files: made}) {
    const charactersOf = charactersByWeight(
      [...made].flatMap(([file, sheet]) => (file.endsWith('.css') ? [String(sheet)] : [])),
    );
    const written = (isWanted: (file: string) => boolean) =>
      [...made].flatMap(([file, script]) =>
        isWanted(file) ? charactersOfScript(String(script)) : [],
      );
    const group = (own: readonly BuiltPage[]): Group => ({pages: own, rules: [], early: []});
    const sections = sectionsOf(pages).map(group);
    const inSections = new Set(sections.flatMap((section) => section.pages));
    const outside = group(pages.filter((page) => !inSections.has(page)));

    const files = new Map<string, OutputFile['content']>();
    const add = (file: string, content: string | Uint8Array): string => {
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
      const {dir, name, ext} = path.posix.parse(file);
      const named = `${dir}/${name}.${hash}${ext}`;
      files.set(named, content);
      return named;
    };
    for (const face of faces) {
      const isRegular = face.weight === 400;
      const shown = (own: Group) =>
        own.pages.map(({root}) => charactersOf([root])[isRegular ? 'regular' : 'bold']);
      const {shared, own, rest} = divideCharacters(
        sections.map(shown),
        shown(outside),
        [...ascii, ...(isRegular ? written((file) => file.endsWith('.js')) : [])],
        isRegular ? written(isPracticeFile) : [],
      );
      const fontOf = async (characters: Set<string>) =>
        add(`fonts/${face.name}.woff2`, await subsetFace(face, characters));
      const sharedFont = await fontOf(shared);
      const restFont = await fontOf(rest);
      for (const [index, section] of sections.entries()) {
        const ownCharacters = own[index] ?? new Set();
        section.early.push(sharedFont);
        section.rules.push(...fontFaces(face, sharedFont));
        if (ownCharacters.size > 0) {
          const ownFont = await fontOf(ownCharacters);
          section.early.push(ownFont);
          section.rules.push(...fontFaces(face, ownFont, ownCharacters));
        }
        // What a search finds elsewhere: it comes when it is shown.
        const others = [...rest].filter((character) => !ownCharacters.has(character));
        section.rules.push(fontFace(typeface.family, face, addressOf(restFont), 'swap', others));
      }
      outside.early.push(sharedFont, restFont);
      outside.rules.push(...fontFaces(face, sharedFont), ...fontFaces(face, restFont, rest));
    }
    const baseUrl = baseUrlOf(pages);
    for (const {pages: own, rules, early} of [...sections, outside]) {
      const sheet = add('assets/css/fonts.css', rules.join(''));
      own.forEach((page) =>
        askFor(
          page,
          baseUrl + sheet,
          early.map((font) => baseUrl + font),
        ),
      );
    }
    return [...files].map(([file, content]) => ({path: file, content}));
  },
} satisfies Output;

/** Labels of diagrams take the font whenever it comes: they were measured with it, and move nothing. */
function fontFaces(face: Face, file: string, characters?: Iterable<string>): string[] {
  const {family, diagramFamily} = typeface;
  return [
    fontFace(family, face, addressOf(file), 'optional', characters),
    fontFace(diagramFamily, face, addressOf(file), 'swap', characters),
  ];
}

/** From the style sheet of a section, wherever the site is. */
const addressOf = (file: string): string => `../../${file}`;

/** The pages of each section of the sidebars; one that has the same name in two versions is one. */
function sectionsOf(pages: readonly BuiltPage[]): BuiltPage[][] {
  const sections = new Map<string, BuiltPage[]>();
  const collect = (items: readonly SidebarItem[]) => {
    for (const item of items.filter(({items: inside}) => inside.length > 0)) {
      if (item.items.some(({items: inside}) => inside.length > 0)) {
        collect(item.items);
      } else {
        sections.set(item.label, [...(sections.get(item.label) ?? []), ...pagesIn([item])]);
      }
    }
  };
  versionsOf(pages).forEach(({sidebar}) => collect(sidebar));
  return [...sections.values()];
}

/** Links to the fonts that the page shows, and to the style sheet that says what they are for. */
function askFor({root}: BuiltPage, sheet: string, fonts: readonly string[]): void {
  const links = [
    ...fonts.map((href) =>
      h('link', {rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: ''}),
    ),
    h('link', {rel: 'stylesheet', href: sheet}),
  ];
  const head = select('head', root) as Element;
  const styles = select('head > link[rel="stylesheet"]', root);
  head.children.splice(styles ? head.children.indexOf(styles) : head.children.length, 0, ...links);
}
