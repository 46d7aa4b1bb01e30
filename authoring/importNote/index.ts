import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';

import type {Root, RootContent} from 'mdast';
import {visit} from 'unist-util-visit';
import {stringify} from 'yaml';

import type {GlossaryEntry} from '../../lib/glossary.ts';
import type {Reference} from '../../lib/references.ts';
import {readContentModel} from '../../content-model/model.ts';
import {nextPosition} from '../newPage.ts';
import {referencesFile} from '../../content-model/references.ts';
import {cleaned} from './cleaned.ts';
import {composePage, type Images} from './composePage.ts';
import {readNoteImage, shownAddress, type NoteImage} from './images.ts';
import {letters, lostContent} from './lostContent.ts';
import {noNoteReason} from './noNote.ts';
import {noteReferences} from './noteReferences.ts';
import {passGate} from './passGate.ts';
import {readNote} from './readNote.ts';
import type {Remark} from './remark.ts';
import {sectionsOfNote, type NoteSections} from './sectionsOfNote.ts';

/** Notes are written by hand: more than this is none. */
const maxNoteBytes = 1_000_000;

/** What importing a note writes, before anything is written. */
export interface Import {
  /** Path → content, from the root of the repository; the page comes first. */
  files: Map<string, string | Uint8Array>;
  page: string;
  references: Reference[];
  /** What was left out, what a person has to decide. */
  remarks: Remark[];
}

/** Where notes go, and what those before brought along: see startImport. */
export interface ImportTarget {
  root: string;
  folder: string;
  today: string;
  glossary: ReadonlyMap<string, GlossaryEntry>;
  references: Map<string, Reference>;
  referencesText: string;
  position: number;
  pages: Set<string>;
}

/**
 * Where a number of notes go.
 * @param root of the repository
 * @param folder for the pages, from the root: `docs/docker`
 * @param today `2026-11-24`: when the references were looked at
 */
export async function startImport(
  root: string,
  folder: string,
  today: string,
): Promise<ImportTarget> {
  const {references, glossary} = readContentModel(root);
  return {
    root,
    folder,
    today,
    glossary: glossary.entries,
    references: new Map(references.entries),
    referencesText: await readFile(path.join(root, referencesFile), 'utf8'),
    position: nextPosition(root, folder),
    pages: new Set(),
  };
}

/**
 * Turns a study note into a page of ours, its references and its pictures, and adds them to the
 * target. What it writes can be built, and what of the note is neither there nor in a remark it finds itself.
 * @param options `name` of the page, without `.md`; `force` to write over what was imported from this
 *   note before
 * @throws Error in Korean when the note cannot be read, is no note, or is imported already
 */
export async function importNote(
  noteFile: string,
  target: ImportTarget,
  {name: wanted, force = false}: {name?: string | undefined; force?: boolean} = {},
): Promise<Import> {
  const {root, folder} = target;
  const noteText = await readText(noteFile);
  const note = readNote(noteText);
  const sections = sectionsOfNote(note.root);
  const reason = noNoteReason(note.root, sections);
  if (reason !== undefined) {
    throw new Error(`노트가 아니라서 옮기지 않았습니다: ${noteFile} (${reason})`);
  }
  const cited = noteReferences(sections.references, target.references, target.today);
  const remarks = [
    ...note.lost,
    ...cited.remarks,
    ...sections.emptyHeadings.map((title): Remark => ({
      kind: '뺀 것',
      message: `아래에 질문만 있던 제목을 뺐습니다: ${title}`,
    })),
  ];

  const noteFolder = path.dirname(noteFile);
  const compose = (images: Images) =>
    composePage(sections, {
      noteName: path.basename(noteFile).replace(/\.[^.]+$/, ''),
      noteFolder: path.basename(path.resolve(noteFolder)),
      glossary: target.glossary,
      images,
      furtherReading: cited.lines,
      folderName: path.basename(folder),
      position: target.position,
    });
  const {name, isAgain} = await freeName(wanted ?? compose(new Map()).name, note.html, target);
  if (isAgain && !force) {
    throw new Error(
      `이미 있는 파일입니다: ${folder}/${name}.md. 이 노트를 옮겼던 글입니다. 다시 옮기려면 --force를, 따로 두려면 --name을 붙여 주세요.`,
    );
  }
  if (wanted === undefined && name !== compose(new Map()).name) {
    const message = `같은 이름의 다른 글이 있어 ${name}.md로 옮겼습니다. 알맞은 이름이면 --name으로 정해 주세요.`;
    remarks.push({kind: '파일 이름', message});
  }
  const pictures = await readImages(sections, noteFolder, remarks);
  const names = new Map(
    pictures.map(({url, extension}, index) => [url, `img/${name}-${index + 1}.${extension}`]),
  );
  const composed = compose(new Map([...names].map(([url, file]) => [url, `./${file}`])));
  remarks.push(...composed.decisions);

  const page = `${folder}/${name}.md`;
  const others = new Map<string, string | Uint8Array>(
    pictures.map(({url, bytes}) => [`${folder}/${names.get(url)}`, bytes]),
  );
  if (cited.added.length > 0) {
    others.set(referencesFile, withReferences(target.referencesText, cited.added));
  }
  const passed = await passGate(composed.blocks, {root, page, others});
  remarks.push(...passed.remarks);

  const lost = lostContent(note.html, passed.text, {
    texts: [
      ...cited.labels,
      ...cited.lines.map((line) => line.text),
      ...sections.conventionTitles,
      ...remarks.map(({message}) => message),
    ],
    addresses: [...target.references.values(), ...cited.added]
      .map(({URL}) => URL)
      .concat([...names.keys()]),
  });
  remarks.unshift(
    ...lost.map((text): Remark => ({kind: '옮기지 못한 것', message: `옮기지 못한 ${text}`})),
  );

  target.pages.add(page);
  target.position += 1;
  target.referencesText = String(others.get(referencesFile) ?? target.referencesText);
  cited.added.forEach((reference) => target.references.set(reference.id, reference));
  return {
    files: new Map<string, string | Uint8Array>([[page, passed.text], ...others]),
    page,
    references: cited.added,
    remarks,
  };
}

/**
 * A name whose page is not there yet, or was made from this very note: of another note nothing is
 * written over. Hands may have changed the page since; most of the note's words tell it.
 */
async function freeName(
  wanted: string,
  note: Parameters<typeof lostContent>[0],
  {root, folder, pages}: ImportTarget,
): Promise<{name: string; isAgain: boolean}> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    const file = `${folder}/${name}.md`;
    const place = path.join(root, file);
    if (pages.has(file)) {
      continue;
    }
    if (!existsSync(place)) {
      return {name, isAgain: false};
    }
    const text = await readFile(place, 'utf8');
    const missing = lostContent(note, text, {texts: [], addresses: []});
    const said = lostContent(note, '', {texts: [], addresses: []});
    if (letters(missing.join('')).length * 2 < letters(said.join('')).length) {
      return {name, isAgain: true};
    }
  }
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
  {main, ...sections}: NoteSections,
  noteFolder: string,
  remarks: Remark[],
): Promise<NoteImage[]> {
  const followUps = [...sections['follow-up'], ...sections['deep-dive']];
  const children: RootContent[] = [...main, ...followUps.flatMap(({answer}) => answer)];
  const urls = new Set<string>();
  visit({type: 'root', children} satisfies Root, 'image', ({url}) => {
    urls.add(url);
  });
  const images: NoteImage[] = [];
  for (const url of urls) {
    try {
      images.push(await readNoteImage(url, noteFolder));
    } catch (error) {
      const message = `그림을 가져오지 못했습니다: ${shownAddress(url)} (${(error as Error).message})`;
      remarks.push({kind: '그림', message});
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
