/** Of all pages, from how many on a character is shared. */
const sharedFrom = 0.1;

/** The characters of one weight, divided into the files that pages ask for. */
export interface Division {
  /** What many pages show: every page has it. */
  shared: Set<string>;
  /** What the pages of each section show besides. */
  own: Set<string>[];
  /** All that is not shared, whoever shows it. */
  rest: Set<string>;
}

/**
 * Divides characters so that a page asks for hardly more than it shows, and the next page of its
 * section for nothing new.
 * @param sections characters of each page, by section
 * @param outside characters of each page outside of sections
 * @param everywhere what any page may come to show
 * @param sometimes what a page shows only when its reader does something there
 */
export function divideCharacters(
  sections: readonly (readonly Set<string>[])[],
  outside: readonly Set<string>[],
  everywhere: Iterable<string>,
  sometimes: Iterable<string>,
): Division {
  const pages = [...sections.flat(), ...outside];
  const counts = new Map<string, number>();
  for (const character of pages.flatMap((page) => [...page])) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const shared = new Set(everywhere);
  for (const [character, count] of counts) {
    if (count >= sharedFrom * pages.length) {
      shared.add(character);
    }
  }
  const notShared = (characters: Iterable<string>) =>
    new Set([...characters].filter((character) => !shared.has(character)));
  return {
    shared,
    own: sections.map((section) => notShared(section.flatMap((page) => [...page]))),
    rest: notShared([...counts.keys(), ...sometimes]),
  };
}
