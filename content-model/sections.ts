import * as z from 'zod';

import {groupBy} from '../lib/groupBy.ts';
import {parseDataFile, shortText, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';

/** A folder of pages: one part of an area, with a heading of its own in the sidebar. */
export interface Section {
  /** Name of the folder. */
  id: string;
  label: string;
  /** Topic that it is a part of. A site of one area does not name it in its sidebar. */
  area: string;
  /** Where imported and new pages begin, until somebody moves them to the section that suits them. */
  inbox?: true | undefined;
}

/** By folder, in the order of reading. */
export type Sections = ReadonlyMap<string, Section>;

/**
 * The list of sections of a version, in its folder: a released version keeps its own when the
 * working one goes on.
 */
export const sectionsFile = 'sections.yaml';

/** Pages of no section, after all others. */
export const pagesWithoutSection = ['glossary', 'corrections', 'references'] as const;

/** A folder of these names would take the address of the working version or of a page, or hold pictures. */
const reservedFolders: readonly string[] = ['next', 'img', ...pagesWithoutSection];

/** What a section or a track is called: plain words, in one line. */
export const sectionLabel = shortText
  .max(40, '40자 이내로 줄여 주세요')
  .regex(/\p{L}/u, '글자가 없습니다. 낱말로 적어 주세요')
  .regex(/^[^<>&`*[\]]*$/, '보통 글로 적어 주세요. <, >, &, *, `, 대괄호는 쓰지 않습니다');

const sectionSchema = z.strictObject({
  id: z
    .string()
    .max(60, '60자 이내로 줄여 주세요')
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      '폴더의 이름이라서 영문 소문자로 시작해 소문자, 숫자, 붙임표로만 씁니다 (예: transport-layer)',
    )
    .refine(
      (folder) => !reservedFolders.includes(folder),
      `다른 것에 쓰는 이름입니다(${reservedFolders.join(', ')}). 다른 이름을 씁니다`,
    ),
  label: sectionLabel,
  area: sectionLabel,
  inbox: z.literal(true, '새 글을 받는 묶음이면 true라고 쓰고, 아니면 이 줄을 지웁니다').optional(),
}) satisfies z.ZodType<Section>;

const parseText = rememberByText((text) =>
  parseDataFile<Section>(text, {
    file: sectionsFile,
    noun: '묶음',
    rule: 'section-data',
    schema: sectionSchema,
  }),
);

/**
 * Parses the list of sections of a version; see parseDataFile.
 * @param folder of the version, from the root: `docs` or `versioned_docs/version-2.0`
 */
export function parseSections(folder: string, text: string): DataFile<Section> {
  const {findings, ...data} = parseText(text);
  const file = `${folder}/${sectionsFile}`;
  return {...data, findings: findings.map((finding) => ({...finding, file}))};
}

/** A topic with its parts that have pages. */
export interface Area<Page> {
  label: string;
  sections: (Section & {pages: Page[]})[];
}

/** The areas of a version, all in the order of reading. A section without pages is nothing to a reader. */
export function areasOf<Page extends {path: string}>({
  sections,
  pages,
}: {
  sections: Sections;
  pages: readonly Page[];
}): Area<Page>[] {
  const filled = [...sections.values()]
    .map((section) => ({
      ...section,
      pages: pages.filter(({path}) => path.startsWith(`${section.id}/`)),
    }))
    .filter((section) => section.pages.length > 0);
  return [...groupBy(filled, ({area}) => area)].map(([label, inArea]) => ({
    label,
    sections: inArea,
  }));
}

/** What a version is about, in words. */
export function topicOf(version: Parameters<typeof areasOf>[0]): string {
  return areasOf(version)
    .map(({label}) => label)
    .join(', ');
}

/** What places a page: its path below the folder of its version, and its `sidebar_position`. */
export interface PagePlace {
  path: string;
  position: number;
}

/** Compares two pages by the order of reading: by section, then by position; pages of no section come last. */
export function comparePlaces(sections: Sections, a: PagePlace, b: PagePlace): number {
  const order = [...sections.keys()];
  const indexOf = ({path}: PagePlace): number => {
    const index = order.indexOf(path.split('/')[0] ?? '');
    return index === -1 ? order.length : index;
  };
  return indexOf(a) - indexOf(b) || a.position - b.position;
}
