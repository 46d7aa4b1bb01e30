import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';

import type {Root, RootContent} from 'mdast';
import {visit} from 'unist-util-visit';
import {stringify} from 'yaml';

import {decoded} from '../../lib/address.ts';
import type {Reference} from '../../lib/references.ts';
import {readContentModel} from '../../content-model/model.ts';
import {nextPosition} from '../newPage.ts';
import {referencesFile} from '../../content-model/references.ts';
import {cleaned} from './cleaned.ts';
import {composePage, type Images} from './composePage.ts';
import {readNoteImage, type NoteImage} from './images.ts';
import {lostText} from './lostText.ts';
import {noteReferences} from './noteReferences.ts';
import {readNote} from './readNote.ts';
import {conventionTitles, sectionsOfNote} from './sectionsOfNote.ts';

/** Notes are written by hand: more than this is none. */
const maxNoteBytes = 1_000_000;

/** What importing a note writes, before anything is written. */
export interface Import {
  /** Path → content, from the root of the repository; the page comes first. */
  files: Map<string, string | Uint8Array>;
  page: string;
  references: Reference[];
  /** Korean sentences: what was left out, what a person has to decide. */
  remarks: string[];
}

/**
 * Turns a study note into a page of ours, its references and its pictures.
 * @param root of the repository
 * @param folder for the page, from the root: `docs/docker`
 * @param today `2026-11-24`: when the references were looked at
 * @throws Error in Korean when the note cannot be read
 */
export async function importNote(
  noteFile: string,
  {root, folder, today}: {root: string; folder: string; today: string},
): Promise<Import> {
  const note = readNote(await readText(noteFile));
  const {references: known, glossary} = readContentModel(root);
  const listed = sectionsOfNote(note.root).references;
  const cited = noteReferences(listed, known.entries, today);
  const remarks = [...note.lost, ...cited.remarks];

  const noteName = path.basename(noteFile).replace(/\.[^.]+$/, '');
  const compose = (images: Images) =>
    composePage(note.root, {
      noteName,
      glossary: glossary.entries,
      images,
      furtherReading: cited.lines,
      folderName: path.basename(folder),
      position: nextPosition(root, folder),
    });
  const {name} = compose(new Map());
  const body = note.root.children.filter((node) => !listed.includes(node));
  const pictures = await readImages(body, path.dirname(noteFile), remarks);
  const names = new Map(
    pictures.map(({url, extension}, index) => [url, `img/${name}-${index + 1}.${extension}`]),
  );
  const page = compose(new Map([...names].map(([url, file]) => [url, `./${file}`])));
  const pageFile = `${folder}/${name}.md`;
  const files = new Map<string, string | Uint8Array>([[pageFile, page.text]]);
  for (const {url, bytes} of pictures) {
    files.set(`${folder}/${names.get(url)}`, bytes);
  }
  if (cited.added.length > 0) {
    files.set(
      referencesFile,
      withReferences(await readFile(path.join(root, referencesFile), 'utf8'), cited.added),
    );
  }
  const lost = lostText(note.html, page.text, [...cited.labels, ...conventionTitles(note.root)]);
  remarks.push(...lost.map((text) => `옮기지 못한 글: ${text}`), ...page.decisions);
  return {files, page: pageFile, references: cited.added, remarks};
}

async function readText(file: string): Promise<string> {
  if (!existsSync(file)) {
    throw new Error(`노트가 없습니다: ${file}`);
  }
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`노트를 읽을 수 없습니다: ${file}`, {cause});
  });
  if (bytes.length > maxNoteBytes) {
    throw new Error(`노트가 ${maxNoteBytes / 1_000_000}MB보다 큽니다: ${file}`);
  }
  try {
    return cleaned(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch (cause) {
    throw new Error(`노트가 UTF-8로 적혀 있지 않습니다: ${file}. UTF-8로 저장해 주세요`, {cause});
  }
}

async function readImages(
  body: RootContent[],
  noteFolder: string,
  remarks: string[],
): Promise<NoteImage[]> {
  const urls = new Set<string>();
  visit({type: 'root', children: body} satisfies Root, 'image', ({url}) => {
    urls.add(url);
  });
  const images: NoteImage[] = [];
  for (const url of urls) {
    try {
      images.push(await readNoteImage(url, noteFolder));
    } catch (error) {
      remarks.push(`그림을 가져오지 못했습니다: ${decoded(url)} (${(error as Error).message})`);
    }
  }
  return images;
}

/** The text of data/references.yaml with more entries, in the order of their ids. */
function withReferences(text: string, added: readonly Reference[]): string {
  const blocks = text.trimEnd().split(/\n\n(?=- id: )/);
  const idOf = (block: string) => /^- id: (\S+)/.exec(block)?.[1] ?? '';
  for (const reference of added) {
    const block = stringify([reference], {
      lineWidth: 0,
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
    })
      .trimEnd()
      .replace(/^(- id|  type|  language): "(.*)"$/gm, '$1: $2');
    const index = blocks.findIndex((other) => idOf(other) > reference.id);
    blocks.splice(index === -1 ? blocks.length : index, 0, block);
  }
  return `${blocks.join('\n\n')}\n`;
}
