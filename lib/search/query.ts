import {isHangul, otherLayout} from '../hangul.ts';
import {conceptTerm, type Analysis, type Analyzer} from './analyze.ts';
import type {Expansion, Vocabulary} from './expand.ts';
import {isHelper, looksLikeVerb, questionWords, stemsOf, verbRoot, weakWords} from './words.ts';

/**
 * What a word of a query is: a topic of this field, a common term of it, code as it is written,
 * a word of everyday language, one that fits any topic, or a verb.
 */
type Role = 'topic' | 'term' | 'code' | 'word' | 'weak' | 'verb';

/** A word or concept of the query, and what it stands for in the index; empty for an unknown one. */
export interface QueryUnit {
  typed: string;
  role: Role;
  terms: Expansion;
  /** How much it counts among the others. */
  weight: number;
  /** Whether nothing but longer words begin with it: the reader may still be typing, or mean another. */
  isHalf: boolean;
}

/**
 * The terms that a reader should see marked for units: half a word is marked in names alone, or 메시
 * would be marked in every 메시지.
 */
export function termsShownBy(units: readonly QueryUnit[]): ReadonlySet<string> {
  return new Set(
    units.flatMap(({terms, isHalf}) =>
      [...terms.keys()].filter((term) => !isHalf || term.startsWith('@')),
    ),
  );
}

/** A word of the query that was taken for another. */
export interface Reading {
  typed: string;
  meant: string;
}

const mostUnits = 24;
const weightOf: Record<Role, number> = {
  topic: 1,
  term: 0.9,
  code: 2,
  word: 1,
  weak: 0.4,
  verb: 0.6,
};
const helperWeight = 0.2;
const synonymWeight = 0.6;

export interface QueryReader {
  /** The query as it was meant, its units, and what was read otherwise. */
  read: (query: string) => {meant: string; units: QueryUnit[]; readings: Reading[]};
  /** The words and concepts of the query, before anything is looked up. */
  termsOf: (query: string) => string[];
}

/** Reads queries with the vocabulary of an index. */
export function createQueryReader(
  analyzer: Analyzer,
  vocabulary: Vocabulary,
  synonyms: readonly (readonly string[])[],
): QueryReader {
  const groups = new Map<string, readonly string[]>();
  for (const group of synonyms) {
    for (const member of group) {
      groups.set(keyOf(member), group);
    }
  }

  /** Adds what says the same to what a word stands for. */
  function withSynonyms(token: Analysis['tokens'][number], terms: Expansion): Expansion {
    const forms = [token.surface, ...stemsOf(token.surface)];
    const root = looksLikeVerb(token.surface) ? verbRoot(token.surface) : undefined;
    const group = [...forms, ...(root ? [rootKey(root)] : [])]
      .map((key) => groups.get(key))
      .find(Boolean);
    if (!group) {
      return terms;
    }
    const all: Expansion = new Map(terms);
    for (const member of group) {
      for (const term of vocabulary.meaningOf(member).keys()) {
        all.set(term, Math.max(synonymWeight, all.get(term) ?? 0));
      }
    }
    return all;
  }

  function unitsOf(text: string, readings: Reading[]): QueryUnit[] {
    const analysis = analyzer.analyze(text);
    const {tokens, concepts, inner, literals} = analysis;
    const units: QueryUnit[] = [];
    const add = (
      typed: string,
      role: Role,
      terms: Expansion,
      weight = weightOf[role],
      isHalf = false,
    ) => {
      if (units.length < mostUnits) {
        units.push({typed, role, terms, weight, isHalf});
      }
    };
    const typedIn = (from: number, to: number) =>
      text.slice(tokens[from]?.start, tokens[to - 1]?.stemEnd);
    let next = 0;
    tokens.forEach((token, position) => {
      if (position < next) {
        return;
      }
      const code = literals.find(({from, term}) => from === position && vocabulary.has(term));
      if (code) {
        next = Math.max(code.to, position + 1);
        const terms: Expansion = new Map([[code.term, 1]]);
        for (const part of tokens.slice(code.from, code.to)) {
          terms.set(part.surface, partOfCode);
        }
        add(typedIn(code.from, code.to), 'code', terms);
        return;
      }
      const span = concepts.find(({from}) => from === position);
      if (span) {
        next = span.to;
        const terms: Expansion = new Map([[conceptTerm(span.concept), 1]]);
        for (const {concept, from, to} of inner) {
          if (from >= span.from && to <= span.to && concept !== span.concept) {
            terms.set(conceptTerm(concept), partOfConcept);
          }
        }
        add(typedIn(span.from, span.to), span.concept.isGeneral ? 'term' : 'topic', terms);
        return;
      }
      const forms = [token.surface, ...stemsOf(token.surface)];
      if (forms.some((form) => questionWords.has(form))) {
        return;
      }
      const found = vocabulary.expand(token);
      if (found?.meaning !== undefined) {
        readings.push({typed: token.surface, meant: found.meaning});
      }
      const terms = withSynonyms(token, found?.terms ?? new Map<string, number>());
      // Half a word counts as one only where the reader may still be typing.
      const isTaken = position === tokens.length - 1 || found?.meaning !== undefined;
      const topic = [...(found?.terms ?? [])].find(
        ([term, weight]) => isTaken && weight >= 0.7 && topicTerms.has(term),
      );
      const isHelping = forms.some(isHelper);
      const isVerb = isHelping || looksLikeVerb(token.surface);
      // A single letter or a number fits anything.
      const isWeak =
        forms.some((form) => weakWords.has(form)) || /^(\d{1,2}|[a-z])$/.test(token.surface);
      add(
        text.slice(token.start, token.stemEnd),
        topic ? 'topic' : isVerb ? 'verb' : isWeak ? 'weak' : 'word',
        terms,
        isHelping ? helperWeight : undefined,
        found?.isHalf,
      );
    });
    return units;
  }

  const topicTerms = new Set(
    analyzer.concepts.filter(({isGeneral}) => !isGeneral).map(conceptTerm),
  );

  return {
    read(query) {
      const {text, readings} = withRightLayout(query, vocabulary, analyzer);
      const joined = joinBroken(joinInitials(text, vocabulary), analyzer, vocabulary);
      const separated = separateGlued(joined, analyzer, vocabulary);
      return {meant: text, units: unitsOf(separated, readings), readings};
    },
    termsOf(query) {
      const {tokens, concepts} = analyzer.analyze(query);
      return [
        ...tokens.flatMap(({surface, terms}) => [surface, ...terms]),
        ...concepts.map(({concept}) => conceptTerm(concept)),
      ];
    },
  };
}

/** What the words of code are worth beside the whole of it. */
const partOfCode = 0.2;
/** What a concept inside another is worth: `컨테이너` in `컨테이너 탈출`. */
const partOfConcept = 0.3;

const rootKey = (root: string) => `~${root}`;

/** A verb of a group of synonyms is written as a dictionary does, and stands for its forms. */
function keyOf(member: string): string {
  const root = member.endsWith('다') ? verbRoot(member) : undefined;
  return root === undefined ? member : rootKey(root);
}

/** Puts words right that were typed on the other keyboard layout: `ehzj 데몬` → `도커 데몬`. */
function withRightLayout(
  query: string,
  vocabulary: Vocabulary,
  analyzer: Analyzer,
): {text: string; readings: Reading[]} {
  const readings: Reading[] = [];
  const knows = (word: string) => {
    const {tokens, concepts} = analyzer.analyze(word);
    return (
      concepts.length > 0 ||
      (tokens.length > 0 && tokens.every(({terms}) => terms.some(vocabulary.has)))
    );
  };
  const reads = (word: string) => {
    const {tokens} = analyzer.analyze(word);
    return tokens.length === 1 && vocabulary.expand(tokens[0] as (typeof tokens)[0]) !== undefined;
  };
  const text = query.replace(/[A-Za-z]+|[가-힣ㄱ-ㅎㅏ-ㅣ]+/g, (word) => {
    const other = otherLayout(word);
    if (!other || word.length < 2 || knows(word)) {
      return word;
    }
    const isKorean = isHangul(word);
    // Half a word counts only when the word as it stands gives nothing.
    const isOther = isKorean
      ? knows(other) ||
        (/[ㄱ-ㅎㅏ-ㅣ]/.test(word) && other.length > 3 && !reads(word) && reads(other))
      : isHangul(other) &&
        (knows(other) ||
          (other.length > 1 && /[가-힣]/.test(other) && !reads(word) && reads(other)));
    if (!isOther) {
      return word;
    }
    readings.push({typed: word, meant: other});
    return other;
  });
  return {text, readings};
}

/** Cuts the words that stand for several without their spaces: `도커데몬` → `도커 데몬`, `wsl2` → `wsl 2`. */
function separateGlued(query: string, analyzer: Analyzer, vocabulary: Vocabulary): string {
  const {tokens, concepts} = analyzer.analyze(query);
  return tokens
    .filter(
      ({terms}, position) =>
        !terms.some(vocabulary.has) &&
        !concepts.some(({from, to}) => from <= position && position < to),
    )
    .reverse()
    .reduce((text, {surface, start, end}) => {
      const parts = vocabulary.split(surface);
      return parts ? text.slice(0, start) + parts.join(' ') + text.slice(end) : text;
    }, query);
}

/** Joins initials that name a concept of several words: `ㄱㅁ ㅋㅍㅌ` → `ㄱㅁㅋㅍㅌ`. */
function joinInitials(query: string, vocabulary: Vocabulary): string {
  return query.replace(/[ㄱ-ㅎ]+(?: [ㄱ-ㅎ]+)+/g, (initials) => {
    const joined = initials.replaceAll(' ', '');
    return vocabulary.hasInitials(joined) ? joined : initials;
  });
}

/** Joins neighbours that are a word of the index only together: `오버 헤드`, `x86 64`, `wsl 2`. */
function joinBroken(query: string, analyzer: Analyzer, vocabulary: Vocabulary): string {
  const {tokens} = analyzer.analyze(query);
  const joints = tokens.flatMap((token, index) => {
    const following = tokens[index + 1];
    const isPair =
      following &&
      following.start > token.end &&
      /^\s+$/.test(query.slice(token.end, following.start)) &&
      ((isHangul(token.surface) && isHangul(following.surface)) ||
        (/^[a-z]+$/.test(token.surface) && /^\d+$/.test(following.surface)));
    const isJoint =
      isPair &&
      ![token, following].every(({terms}) => terms.some(vocabulary.has)) &&
      following.terms.some((form) => vocabulary.has(token.surface + form));
    return isJoint ? [{from: token.end, to: following.start}] : [];
  });
  return [...joints]
    .reverse()
    .reduce((text, {from, to}) => text.slice(0, from) + text.slice(to), query);
}
