import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {unzipSync} from 'fflate';
import initSqlJs from 'sql.js';

import {practiceFile, questionsOf, type PracticeSet} from '../../lib/practice/practiceSet.ts';
import {deckFile} from '../../lib/takeAlong.ts';
import {ankiPackage} from '../../outputs/anki/ankiPackage.ts';
import {fieldNames, type Note} from '../../outputs/anki/notes.ts';
import {buildFolder} from '../site.ts';

interface Row {
  guid: string;
  mod: number;
  tags: string;
  fields: string[];
  cards: number;
}

/** A package as Anki opens it. */
async function openDeck(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const {Database} = await initSqlJs();
  const database = new Database(files['collection.anki21']);
  const rowsOf = (query: string) => database.exec(query)[0]?.values ?? [];
  const [[version, models, decks]] = rowsOf('SELECT ver, models, decks FROM col') as [
    [number, string, string],
  ];
  const notes = rowsOf(
    `SELECT guid, notes.mod, tags, flds, (SELECT count(*) FROM cards WHERE nid = notes.id)
      FROM notes JOIN cards ON nid = notes.id ORDER BY due`,
  ).map(([guid, mod, tags, fields, cards]): Row => ({
    guid: String(guid),
    mod: Number(mod),
    tags: String(tags),
    fields: String(fields).split('\x1f'),
    cards: Number(cards),
  }));
  return {
    files,
    version,
    types: Object.values(
      JSON.parse(models) as Record<string, {id: number; flds: {name: string}[]; css: string}>,
    ),
    decks: Object.values(JSON.parse(decks) as Record<string, {name: string}>),
    isSound: rowsOf('PRAGMA integrity_check')[0]?.[0] === 'ok',
    notes,
  };
}

const builtDeck = (version: string) =>
  openDeck(readFileSync(path.join(buildFolder, deckFile(version))));
const builtSet = (version: string) =>
  JSON.parse(readFileSync(path.join(buildFolder, practiceFile(version)), 'utf8')) as PracticeSet;

describe('Anki 덱', () => {
  it('질문마다 노트와 카드가 하나이고, 문장과 출처와 태그가 있다', async () => {
    const {notes, version, types, isSound, files} = await builtDeck('3.0');
    const questions = questionsOf(builtSet('3.0'));
    assert.equal(version, 11);
    assert.ok(isSound);
    assert.deepEqual(
      notes.map(({fields}) => fields[0]?.replace(/<[^>]*>|&#\d+;/g, '')),
      questions.map(({text}) => text.replace(/[`&<>"]/g, '')),
    );
    for (const [index, {fields, tags, cards}] of notes.entries()) {
      assert.equal(cards, 1);
      assert.equal(fields.length, fieldNames.length);
      assert.equal(fields[3]?.match(/<li>/g)?.length, questions[index]?.units.length);
      assert.match(tags, /^ 꼬리물기::묶음::\S+ 꼬리물기::난이도::\S+ 꼬리물기::종류::\S+ /);
    }
    assert.ok(notes.some(({fields}) => fields[4]?.includes('<svg')));
    // What the style sheet names is in the package, where Anki finds it by its name.
    const media = JSON.parse(Buffer.from(files.media ?? []).toString()) as Record<string, string>;
    for (const [, name = ''] of types[0]?.css.matchAll(/url\((_[^)]+)\)/g) ?? []) {
      assert.ok(files[Object.entries(media).find(([, file]) => file === name)?.[0] ?? '']);
    }
  });

  it('유형과 덱의 번호와 이름은 바뀌지 않는다: 바뀌면 Anki가 모든 노트를 충돌로 친다', async () => {
    for (const version of ['2.0', '3.0']) {
      const {types, decks} = await builtDeck(version);
      assert.deepEqual(
        types.map(({id, flds}) => [id, ...flds.map(({name}) => name)]),
        [[1764288000001, '질문', '자리', '다르게 묻기', '말할 것', '그림', '설명', '출처', '링크']],
      );
      assert.ok(decks.some(({name}) => name === '꼬리물기'));
    }
  });

  it('다음 버전에도 같은 질문은 같은 노트이고, 글이 바뀐 노트만 더 새롭다', async () => {
    const [older, newer] = await Promise.all([builtDeck('2.0'), builtDeck('3.0')]);
    const known = new Map(older.notes.map((note) => [note.guid, note]));
    const shared = newer.notes.filter(({guid}) => known.has(guid));
    const ids = new Set(questionsOf(builtSet('2.0')).map(({id}) => id));
    assert.equal(shared.length, questionsOf(builtSet('3.0')).filter(({id}) => ids.has(id)).length);
    assert.ok(shared.length > 0);
    // From an archive without git's history, every note is as old as the others.
    const hasHistory = new Set([...older.notes, ...newer.notes].map(({mod}) => mod)).size > 1;
    for (const note of shared) {
      const before = known.get(note.guid);
      const isSame =
        before?.tags === note.tags &&
        note.fields.slice(0, -1).join() === before.fields.slice(0, -1).join();
      const isNewer = note.mod > (before?.mod ?? 0);
      assert.equal(isNewer, hasHistory && !isSame, note.fields[0]);
    }
  });

  it('같은 노트에서는 바이트가 같다', async () => {
    const note: Note = {
      id: 'docker/pid-1',
      guid: 'a',
      fields: Object.fromEntries(fieldNames.map((name) => [name, '글'])) as Note['fields'],
      drawings: [],
      tags: ['꼬리물기::묶음::Docker'],
      modified: 1_700_000_000,
    };
    assert.deepEqual(await ankiPackage([note]), await ankiPackage([note]));
  });
});
