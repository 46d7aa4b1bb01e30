/** One term of data/glossary.yaml. */
export interface GlossaryEntry {
  id: string;
  /** The spelling that our pages use. */
  term: string;
  english: string;
  variants?: string[] | undefined;
  misspellings?: string[] | undefined;
  definition: string;
  /** Id of a reference that supports the definition. */
  source?: string | undefined;
  /** A word of everyday language too: alone it does not make a page a search result. */
  general?: boolean | undefined;
}

/** A concept as search knows it: all ways to write it, the first being ours. */
export interface Concept {
  id: string;
  names: string[];
  isGeneral: boolean;
}

export function conceptOf({
  id,
  term,
  english,
  variants = [],
  misspellings = [],
  general = false,
}: GlossaryEntry): Concept {
  return {
    id,
    names: [...new Set([term, english, ...variants, ...misspellings])],
    isGeneral: general,
  };
}
