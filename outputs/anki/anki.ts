import {readContentModel, versionIn} from '../../content-model/model.ts';
import {releasedFolder} from '../../content-model/versions.ts';
import {practiceFile, type PracticeSet} from '../../lib/practice/practiceSet.ts';
import {deckFile} from '../../lib/takeAlong.ts';
import {identityOf, versionsOf} from '../builtSite.ts';
import type {Output, OutputFile} from '../output.ts';
import {ankiPackage} from './ankiPackage.ts';
import {changeTimes} from './changeTimes.ts';
import {contentOf, notesOf, type Note} from './notes.ts';

/** A deck of Anki of every released version that has spoken answers. */
export default {
  label: 'Anki 덱',
  async make({siteDir, pages, files}) {
    const content = readContentModel(siteDir);
    const identity = identityOf(pages);
    const timeOf = changeTimes(siteDir);
    const decks: OutputFile[] = [];
    const before = new Map<string, {content: string; modified: number}>();
    // The oldest first: an answer that says the same as in the version before has not changed since.
    for (const version of versionsOf(pages)
      .filter(({isReleased}) => isReleased)
      .reverse()) {
      const json = files.get(practiceFile(version.name));
      if (json === undefined) {
        continue;
      }
      const set = JSON.parse(String(json)) as PracticeSet;
      const written = versionIn(content, releasedFolder(version.name));
      const notes = notesOf(version, set, written, identity).map((note): Note => {
        const known = before.get(note.id);
        const content = contentOf(note);
        const modified =
          known?.content === content
            ? known.modified
            : // Also when it is the older version that was changed last.
              Math.max(timeOf(written, note.id), (known?.modified ?? 0) + 1);
        before.set(note.id, {content, modified});
        return {...note, modified};
      });
      decks.push({path: deckFile(version.name), content: await ankiPackage(notes)});
    }
    return decks;
  },
} satisfies Output;
