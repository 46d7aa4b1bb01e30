import {createHash} from 'node:crypto';

import type {Element} from 'hast';
import {select} from 'hast-util-select';
import {h} from 'hastscript';

import {faces, fontFace, typeface, type Face} from '../../lib/node/typeface.ts';
import {isPracticeFile} from '../../lib/practice/practiceSet.ts';
import {baseUrlOf, pagesIn, versionsOf, type BuiltPage, type SidebarItem} from '../builtSite.ts';
import type {Output} from '../output.ts';
import {charactersByWeight, charactersOfScript} from './charactersByWeight.ts';
import {divideCharacters} from './divideCharacters.ts';
import {subsetFace} from './subsetFace.ts';

/** Whatever the pages say: dates, numbers, what readers type, and what browsers put where text is cut. */
const everywhere = [
  ...Array.from({length: 0x7f - 0x20}, (_, index) => String.fromCodePoint(0x20 + index)),
  '…',
];

/** Pages that ask for the same files. */
interface Group {
  pages: readonly BuiltPage[];
  /** What their style says. */
  rules: string[];
  /** Files that they ask for early. */
  early: string[];
}

/**
 * The fonts of the site, cut to what the pages set in each weight and divided by section (see
 * divideCharacters). A style in the head of each page says which characters are in which file.
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

    const baseUrl = baseUrlOf(pages);
    const files = new Map<string, Buffer>();
    /** Address of a font with these characters. */
    const fontOf = async (face: Face, characters: Set<string>) => {
      const font = await subsetFace(face, characters);
      const hash = createHash('sha256').update(font).digest('hex').slice(0, 10);
      const file = `fonts/${face.name}.${hash}.woff2`;
      files.set(file, font);
      return baseUrl + file;
    };
    for (const face of faces) {
      const isRegular = face.weight === 400;
      const shown = (own: Group) =>
        own.pages.map(({root}) => charactersOf([root])[isRegular ? 'regular' : 'bold']);
      const {shared, own, rest} = divideCharacters(
        sections.map(shown),
        shown(outside),
        [...everywhere, ...(isRegular ? written((file) => file.endsWith('.js')) : [])],
        isRegular ? written(isPracticeFile) : [],
      );
      const sharedFont = await fontOf(face, shared);
      const restFont = await fontOf(face, rest);
      for (const [index, section] of sections.entries()) {
        const ownCharacters = own[index] ?? new Set();
        section.early.push(sharedFont);
        section.rules.push(...fontFaces(face, sharedFont));
        if (ownCharacters.size > 0) {
          const ownFont = await fontOf(face, ownCharacters);
          section.early.push(ownFont);
          section.rules.push(...fontFaces(face, ownFont, ownCharacters));
        }
        // What a search finds elsewhere: it comes when it is shown.
        const others = [...rest].filter((character) => !ownCharacters.has(character));
        section.rules.push(fontFace(typeface.family, face, restFont, 'swap', others));
      }
      outside.early.push(sharedFont, restFont);
      outside.rules.push(...fontFaces(face, sharedFont), ...fontFaces(face, restFont, rest));
    }
    for (const {pages: own, rules, early} of [...sections, outside]) {
      own.forEach((page) => askFor(page, rules.join(''), early));
    }
    return [...files].map(([file, content]) => ({path: file, content}));
  },
} satisfies Output;

/** Labels of diagrams take the font whenever it comes: they were measured with it, and move nothing. */
function fontFaces(face: Face, url: string, characters?: Iterable<string>): string[] {
  const {family, diagramFamily} = typeface;
  return [
    fontFace(family, face, url, 'optional', characters),
    fontFace(diagramFamily, face, url, 'swap', characters),
  ];
}

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

/** Links to the fonts that the page shows, and a style that says what they are for. */
function askFor({root}: BuiltPage, rules: string, fonts: readonly string[]): void {
  const head = select('head', root) as Element;
  // Before the scripts and the style sheet, for which an inline script would wait.
  const place = head.children.findIndex(
    (child) =>
      child.type === 'element' &&
      (child.tagName === 'script' || String(child.properties.rel) === 'stylesheet'),
  );
  head.children.splice(
    place === -1 ? head.children.length : place,
    0,
    ...fonts.map((href) =>
      h('link', {rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: ''}),
    ),
    h('style', rules),
  );
}
