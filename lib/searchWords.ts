import {conceptOf, type Concept, type GlossaryEntry} from './glossary.ts';

/** Words of data/search-words.yaml, which search knows beside the glossary. */
export interface SearchWord {
  id: string;
  /** A name of this field, one that others use too, everyday words that say the same, or words that say nothing more. */
  kind: 'name' | 'general' | 'synonym' | 'plain';
  /** Of a name the ways to write it. A verb stands as a dictionary has it. */
  words: string[];
}

/** What an index knows of words: concepts with their names, and groups of words that say the same. */
export interface SearchVocabulary {
  concepts: Concept[];
  synonyms: string[][];
}

export function searchVocabularyOf(
  glossary: Iterable<GlossaryEntry>,
  searchWords: Iterable<SearchWord>,
): SearchVocabulary {
  const own = [...searchWords];
  return {
    concepts: [
      ...[...glossary].map(conceptOf),
      ...own
        .filter(({kind}) => kind === 'name' || kind === 'general')
        .map(({id, kind, words}) => ({
          id: `${id}-name`,
          names: words,
          isGeneral: kind === 'general',
        })),
    ],
    synonyms: own.filter(({kind}) => kind === 'synonym').map(({words}) => words),
  };
}
