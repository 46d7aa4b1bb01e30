import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';

import {zipSync, type Zippable} from 'fflate';
import initSqlJs from 'sql.js';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {faces, typeface} from '../../lib/node/typeface.ts';
import {charactersByWeight} from '../fonts/charactersByWeight.ts';
import {subsetFace} from '../fonts/subsetFace.ts';
import {fieldNames, type Note} from './notes.ts';

/** Anki knows a note type by its number, and by the names in it: neither ever changes. */
const noteTypeId = 1_764_288_000_001;
const noteTypeName = '꼬리물기';
const templateName = '말하기';
/** A deck is known by its name: of every version the same, so that a newer one adds to it. */
const deckId = 1_764_288_000_002;
const deckName = '꼬리물기';
/** In Anki the number of a note is when it was made, in milliseconds: from here on, five years. */
const firstNoteId = 1_577_836_800_000;
const span = 5 * 365 * 24 * 60 * 60 * 1000;

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');

/**
 * Packs notes as Anki takes them (`.apkg`, its older form with schema 11, which every version reads).
 * Anki's rules of importing (rslib/src/import_export/package/apkg/import): a note is known by its guid,
 * and one that is there is changed only by a younger one; a card that is there is left as it is. The
 * same notes give the same bytes.
 */
export async function ankiPackage(notes: readonly Note[]): Promise<Uint8Array> {
  const fonts = await fontsOf(notes);
  const files: Zippable = {
    'collection.anki21': await collectionOf(notes, noteType(notes, fonts)),
    media: Buffer.from(JSON.stringify(Object.fromEntries(fonts.map(({name}, at) => [at, name])))),
    ...Object.fromEntries(fonts.map(({data}, at) => [String(at), data])),
  };
  // In local time, as the format has it: the same digits in every time zone.
  return zipSync(files, {mtime: new Date(1980, 0, 1), level: 9});
}

interface Font {
  name: string;
  weight: number;
  data: Uint8Array;
}

/**
 * Labels of drawings fit their boxes only in the font that they were measured with. Anki keeps files
 * whose name begins with `_`, and takes no other one of that name: hence the hash in it.
 */
async function fontsOf(notes: readonly Note[]): Promise<Font[]> {
  const drawings = notes.flatMap((note) => note.drawings);
  const {regular, bold} = charactersByWeight([read('src/css/diagrams.css')])(drawings);
  const characters = {400: regular, 700: bold};
  return Promise.all(
    faces.map(async (face) => {
      const data = await subsetFace(face, characters[face.weight]);
      const hash = createHash('sha256').update(data).digest('hex').slice(0, 10);
      return {name: `_${face.name}.${hash}.woff2`, weight: face.weight, data};
    }),
  );
}

function noteType(notes: readonly Note[], fonts: readonly Font[]) {
  const front =
    '<p class="place">{{자리}}</p>\n<p class="question">{{질문}}</p>\n{{hint:다르게 묻기}}';
  const back =
    '{{FrontSide}}\n<hr id="answer">\n{{말할 것}}\n{{그림}}\n' +
    '{{#설명}}<details><summary>자세한 설명</summary>{{설명}}</details>{{/설명}}\n' +
    '<div class="sources">{{출처}}</div>\n<p class="where">{{링크}}</p>';
  return {
    id: noteTypeId,
    name: noteTypeName,
    type: 0,
    // Anki takes another look of the cards from a younger one only.
    mod: Math.max(...notes.map(({modified}) => modified)),
    usn: 0,
    sortf: 0,
    did: deckId,
    tmpls: [{name: templateName, ord: 0, qfmt: front, afmt: back, bqfmt: '', bafmt: '', did: null}],
    flds: fieldNames.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
    })),
    css: styleSheet(fonts),
    latexPre: '',
    latexPost: '',
    latexsvg: false,
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}

/** As on the site, in Anki's own light and dark. */
function styleSheet(fonts: readonly Font[]): string {
  const [, dark = ''] = /\[data-theme='dark'\] \{([^}]*)\}/.exec(read('src/css/custom.css')) ?? [];
  const colours = dark.match(/--kkori-[\w-]+: #[0-9a-f]+;/g) ?? [];
  return [
    ...fonts.map(
      ({name, weight}) =>
        `@font-face{font-family:'${typeface.diagramFamily}';font-weight:${weight};src:url(${name})}`,
    ),
    read('src/css/diagrams.css'),
    read('outputs/anki/card.css'),
    `.nightMode {${colours.join('')}}`,
  ].join('\n');
}

async function collectionOf(
  notes: readonly Note[],
  type: ReturnType<typeof noteType>,
): Promise<Uint8Array> {
  const {Database} = await initSqlJs();
  const database = new Database();
  database.run(read('outputs/anki/schema11.sql'));
  const {mod} = type;
  const made = Math.floor(noteTypeId / 1000);
  database.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
    made,
    mod * 1000,
    noteTypeId,
    JSON.stringify({...settings, nextPos: notes.length + 1}),
    JSON.stringify({[noteTypeId]: type}),
    JSON.stringify({1: deck(1, 'Default', mod), [deckId]: deck(deckId, deckName, mod)}),
    JSON.stringify({1: deckSettings}),
    '{}',
  ]);
  const addNote = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 0, '')");
  const addCard = database.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, 0, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  notes.forEach(({id, guid, fields, tags, modified}, index) => {
    const noteId = firstNoteId + (numberOf(id, 12) % span);
    const question = fields.질문.replace(/<[^>]*>/g, '');
    addNote.run([
      noteId,
      guid,
      noteTypeId,
      modified,
      ` ${tags.join(' ')} `,
      fieldNames.map((name) => fields[name]).join('\x1f'),
      question,
      numberOf(question, 8),
    ]);
    addCard.run([noteId, noteId, deckId, modified, index + 1]);
  });
  addNote.free();
  addCard.free();
  database.run('VACUUM');
  const bytes = database.export();
  database.close();
  return bytes;
}

/** The first digits of a text's SHA-1 as a number: Anki's checksum of a field, of eight of them. */
function numberOf(text: string, digits: number): number {
  return parseInt(createHash('sha1').update(text).digest('hex').slice(0, digits), 16);
}

function deck(id: number, name: string, mod: number) {
  return {
    id,
    name,
    mod,
    usn: 0,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  };
}

/** Anki's own, which a reader's collection keeps. */
const settings = {
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: String(noteTypeId),
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  schedVer: 2,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
};
const deckSettings = {
  id: 1,
  mod: 0,
  name: 'Default',
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: {bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20},
  rev: {bury: false, ease4: 1.3, hardFactor: 1.2, ivlFct: 1, maxIvl: 36500, perDay: 200},
  lapse: {delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0},
  dyn: false,
};
