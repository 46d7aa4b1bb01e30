"""Puts decks into Anki's own importer: pip install anki, then

    python tests/taking-along/importDeck.py build/anki/2.0.apkg build/anki/3.0.apkg

The first deck is all new, again all unchanged; a newer edition brings no duplicates, and what a
reader has learned stays.
"""

import os
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

older, newer = sys.argv[1:3]
collection = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))


def import_deck(path):
    request = ImportAnkiPackageRequest(
        package_path=os.path.abspath(path), options=ImportAnkiPackageOptions()
    )
    log = collection.import_anki_package(request).log
    counts = {
        kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")
    }
    print(path, counts)
    return counts


first = import_deck(older)
assert first["new"] == collection.note_count() > 0 and not first["conflicting"]

again = import_deck(older)
assert again == {"new": 0, "updated": 0, "duplicate": first["new"], "conflicting": 0}

card = collection.get_card(collection.find_cards("")[0])
card.type, card.queue, card.ivl, card.due, card.reps = 2, 2, 30, 10, 5
collection.update_card(card)

# A newer edition of one answer: the same package with one note made older than it is there.
note = collection.get_note(card.nid)
collection.db.execute("update notes set mod = mod - 1 where id = ?", note.id)
edited = import_deck(older)
assert edited == {"new": 0, "updated": 1, "duplicate": first["new"] - 1, "conflicting": 0}

second = import_deck(newer)
assert second["conflicting"] == 0
assert collection.note_count() == first["new"] + second["new"]
guids = collection.db.list("select guid from notes")
assert len(guids) == len(set(guids))
assert collection.get_card(card.id).ivl == 30
print("ok")
