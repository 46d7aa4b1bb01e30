import {isHangul, otherLayout} from '../hangul.ts';
import {
  compact,
  conceptTerm,
  createAnalyzer,
  normalize,
  type Analysis,
  type Analyzer,
} from './analyze.ts';
import {createExcerpt, markRanges, type Excerpt, type Range} from './excerpt.ts';
import {createVocabulary, type Expansion, type Vocabulary} from './expand.ts';
import {
  decodePostings,
  impactLevels,
  type SearchDocument,
  type SearchIndex,
} from './searchIndex.ts';
import {looksLikeVerb, questionWords, stemsOf, weakWords} from './words.ts';

export interface SearchResult {
  document: SearchDocument;
  score: number;
  /** Places in the heading to mark. */
  headingRanges: Range[];
  /** Empty while the texts are still to come; undefined where none of them belongs to the index. */
  excerpt: Excerpt | undefined;
  /** What the query's words are in the section, as written there. */
  words: string[];
}

/** A word of the query that was taken for another. */
export interface Reading {
  typed: string;
  meant: string;
}

interface SearchAnswer {
  results: SearchResult[];
  readings: Reading[];
}

/** @param texts of the index's sections, in its order; left out while they are still to come */
export type Search = (query: string, limit?: number, texts?: readonly string[]) => SearchAnswer;

/** A word or concept of the query, and what it matches. */
interface Unit {
  terms: Expansion;
  /** How much it counts among the others. */
  weight: number;
  /** A concept of this field, written as such. */
  isTopic: boolean;
  isWeak: boolean;
  /** Rarity in the index: inverse document frequency of all its terms together. */
  rarity: number;
  /** Document → best impact, 0 to 1. */
  impacts: Map<number, number>;
}

const longestQuery = 200;
const mostUnits = 24;
const candidatesToCompare = 40;
/** Korean words that are no terms say little, however rare they are here: `지켜야`, `말고`. */
const rarestPlainWord = 1.4;
const rarestWeakWord = 1;

/**
 * Prepares an index for searching: runs anywhere, touches neither the page nor the disk.
 * @returns a function that never throws, whatever the query
 */
export function createSearch(index: SearchIndex): Search {
  const analyzer = createAnalyzer(index.concepts);
  const vocabulary = createVocabulary(Object.keys(index.postings), analyzer);
  const analyses = new Map<string, Analysis>();
  const analyze = (text: string) => {
    const analysis = analyses.get(text) ?? analyzer.analyze(text);
    analyses.set(text, analysis);
    return analysis;
  };

  return (query, limit = 10, texts) => {
    // Those of another build would stand below the wrong headings.
    const isOfIndex = texts === undefined || texts.length === index.documents.length;
    const typed = normalize(query.slice(0, longestQuery)).trim();
    const {text: meant, readings} = withRightLayout(
      query.slice(0, longestQuery).trim(),
      vocabulary,
      analyzer,
    );
    const units = createUnits(meant, {index, analyzer, vocabulary, readings});
    const ranked = rankByImpact(units);
    const candidates = (
      ranked.length > 0 ? ranked : index.documents.map((_, number) => ({number, score: 1}))
    )
      .slice(0, candidatesToCompare)
      .map(({number, score}) => {
        const document = index.documents[number] as SearchDocument;
        const like = Math.max(
          containment(document, compact(meant)),
          likeness(document, units, analyze),
        );
        const isNamed = compact(document.heading) === compact(meant);
        return {number, document, like, isNamed, score: score * (1 + 2 * like)};
      })
      .sort(
        (a, b) =>
          Number(b.isNamed) - Number(a.isNamed) ||
          b.score - a.score ||
          (a.document.url < b.document.url ? -1 : 1),
      );
    const closest = Math.max(0, ...candidates.map(({like}) => like));
    if (!isAnswerable(units, closest, index.documents.length)) {
      return {results: [], readings: []};
    }
    const best = candidates[0]?.score ?? 0;
    const matches = (term: string) => units.some((unit) => unit.terms.has(term));
    const results = candidates
      .filter(({score}) => score > best * 0.08)
      .slice(0, limit)
      .map(({number, document, score}) => {
        const text = (isOfIndex && texts?.[number]) || '';
        const words = [document.heading, text].flatMap((field) =>
          markRanges(analyze(field), matches).map(([start, end]) => field.slice(start, end)),
        );
        return {
          document,
          score,
          headingRanges: markRanges(analyze(document.heading), matches),
          excerpt: isOfIndex ? createExcerpt(text, analyze(text), units, typed) : undefined,
          words: [...new Set(words)],
        };
      });
    return {results, readings};
  };
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
      concepts.some(({concept}) => vocabulary.has(conceptTerm(concept))) ||
      (tokens.length > 0 && tokens.every(({terms}) => terms.some((term) => vocabulary.has(term))))
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

interface Context {
  index: SearchIndex;
  analyzer: Analyzer;
  vocabulary: Vocabulary;
  readings: Reading[];
}

/** Concepts and words of a query, with what each matches. */
function createUnits(query: string, {index, analyzer, vocabulary, readings}: Context): Unit[] {
  const joined = joinBroken(query, analyzer, vocabulary);
  const analysis = analyzer.analyze(separateGlued(joined, analyzer, vocabulary));
  const units: Unit[] = [];
  const add = (terms: Expansion, options: Partial<Unit>) => {
    if (units.length < mostUnits) {
      units.push(createUnit(terms, options, index));
    }
  };
  let next = 0;
  analysis.tokens.forEach((token, position) => {
    const span = analysis.concepts.find(({from}) => from === position);
    if (position < next) {
      return;
    }
    if (span && vocabulary.has(conceptTerm(span.concept))) {
      next = span.to;
      const terms: Expansion = new Map([[conceptTerm(span.concept), 1]]);
      for (const inner of analysis.inner.filter(
        ({from, to}) => from >= span.from && to <= span.to,
      )) {
        if (inner.concept !== span.concept) {
          terms.set(conceptTerm(inner.concept), 0.3);
        }
      }
      addLiterals(terms, analysis, span.from, span.to, vocabulary);
      const isGeneral = span.concept.isGeneral;
      add(terms, {weight: isGeneral ? 0.9 : 1, isTopic: !isGeneral});
      return;
    }
    const forms = [token.surface, ...stemsOf(token.surface)];
    if (forms.some((form) => questionWords.has(form))) {
      return;
    }
    // A single letter or a number fits anything.
    const isCode = token.terms.some((term) => term.startsWith('=') && vocabulary.has(term));
    const isWeak =
      !isCode && (forms.some((form) => weakWords.has(form)) || /^(\d+|[a-z])$/.test(token.surface));
    const found = vocabulary.expand(token);
    const isPassing = isWeak || (!found && looksLikeVerb(token.surface));
    const counts = isCode ? 1.5 : isPassing ? 0.4 : 1;
    if (found?.meaning !== undefined) {
      readings.push({typed: token.surface, meant: found.meaning});
    }
    // Half a word counts as one only where the reader may still be typing.
    const isLast = position === analysis.tokens.length - 1;
    const isTopic = [...(found?.terms ?? [])].some(
      ([term, weight]) =>
        weight >= 0.7 &&
        (isLast || found?.meaning !== undefined) &&
        analyzer.concepts.some((concept) => !concept.isGeneral && conceptTerm(concept) === term),
    );
    add(found?.terms ?? new Map<string, number>(), {isWeak: counts < 1, isTopic, weight: counts});
  });
  return units;
}

/** Cuts the words that stand for several without their spaces: `도커데몬` → `도커 데몬`. */
function separateGlued(query: string, analyzer: Analyzer, vocabulary: Vocabulary): string {
  const {tokens, concepts} = analyzer.analyze(query);
  return tokens
    .filter(
      ({terms}, position) =>
        !terms.some((term) => vocabulary.has(term)) &&
        !concepts.some(({from, to}) => from <= position && position < to),
    )
    .reverse()
    .reduce((text, {surface, start, end}) => {
      const parts = vocabulary.split(surface);
      return parts ? text.slice(0, start) + parts.join(' ') + text.slice(end) : text;
    }, query);
}

/** Joins neighbours that are a word of the index only together: `오버 헤드`. */
function joinBroken(query: string, analyzer: Analyzer, vocabulary: Vocabulary): string {
  const {tokens} = analyzer.analyze(query);
  const joints = tokens.flatMap((token, index) => {
    const following = tokens[index + 1];
    const isJoint =
      following &&
      isHangul(token.surface) &&
      isHangul(following.surface) &&
      ![token, following].every(({terms}) => terms.some((term) => vocabulary.has(term))) &&
      following.terms.some((form) => vocabulary.has(token.surface + form));
    return isJoint ? [{from: token.end, to: following.start}] : [];
  });
  return [...joints]
    .reverse()
    .reduce((text, {from, to}) => text.slice(0, from) + text.slice(to), query.normalize('NFC'));
}

function addLiterals(
  terms: Expansion,
  {tokens}: Analysis,
  from: number,
  to: number,
  vocabulary: Vocabulary,
): void {
  for (const token of tokens.slice(from, to)) {
    for (const term of token.terms) {
      if (term.startsWith('=') && vocabulary.has(term)) {
        terms.set(term, 1.2);
      }
    }
  }
}

function createUnit(terms: Expansion, options: Partial<Unit>, index: SearchIndex): Unit {
  const impacts = new Map<number, number>();
  // What a word may mean besides makes it no more common.
  const meant = new Set<number>();
  const sureness = Math.max(...terms.values());
  for (const [term, weight] of terms) {
    const list = Object.hasOwn(index.postings, term) ? (index.postings[term] ?? '') : '';
    for (const [number, level] of decodePostings(list)) {
      const impact = (weight * level) / impactLevels;
      impacts.set(number, Math.max(impact, impacts.get(number) ?? 0));
      if (weight > sureness / 2) {
        meant.add(number);
      }
    }
  }
  const unit = {weight: 1, isTopic: false, isWeak: false, ...options, terms, impacts};
  const isPlain = terms.size > 0 && [...terms.keys()].every((term) => isHangul(term));
  const most = unit.isWeak ? rarestWeakWord : isPlain ? rarestPlainWord : Infinity;
  return {...unit, rarity: Math.min(most, rarityOf(meant.size, index.documents.length))};
}

/**
 * Whether the index treats what is asked: a topic of the field, most of its words,
 * or a question much like one of ours.
 */
function isAnswerable(units: readonly Unit[], closest: number, total: number): boolean {
  const strong = units.filter(({isWeak}) => !isWeak);
  const asked = strong.length > 0 ? strong : units;
  const unknown = rarityOf(0, total);
  const share = ({impacts, rarity}: Unit) => (impacts.size > 0 ? Math.max(rarity, 0.8) : unknown);
  const sureness = ({impacts, terms}: Unit) =>
    impacts.size > 0 ? Math.min(1, ...[Math.max(...terms.values())]) : 0;
  const known = asked.reduce((sum, unit) => sum + share(unit) * sureness(unit), 0);
  const all = asked.reduce((sum, unit) => sum + share(unit), 0);
  const coverage = all > 0 ? known / all : 0;
  const hasTopic = asked.some(({isTopic, impacts}) => isTopic && impacts.size > 0);
  return hasTopic || coverage >= 0.5 || (coverage > 0 && closest >= 0.5) || closest >= 0.8;
}

/** Inverse document frequency as in BM25, never negative. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** How much of a heading or a question of ours the query is word for word, spaces aside. 0 to 2. */
function containment({heading, alsoAsked}: SearchDocument, query: string): number {
  // `seccomp: 시스템 콜을 어떻게 거르나요?` names its subject.
  const [subject = ''] = heading.split(': ');
  const parts = [heading, subject, ...alsoAsked]
    .map(compact)
    .filter((text) => text.includes(query));
  return query.length > 2
    ? Math.max(0, ...parts.map((text) => (2 * query.length) / text.length))
    : 0;
}

/** Documents by the sum of impacts, with more for those that match more of the query. */
function rankByImpact(units: readonly Unit[]): {number: number; score: number}[] {
  const totalWeight = units.reduce((sum, unit) => sum + unit.weight * unit.rarity, 0);
  const scores = new Map<number, {sum: number; matched: number}>();
  for (const unit of units) {
    for (const [number, impact] of unit.impacts) {
      const score = scores.get(number) ?? {sum: 0, matched: 0};
      score.sum += unit.weight * unit.rarity * impact;
      score.matched += unit.weight * unit.rarity;
      scores.set(number, score);
    }
  }
  return [...scores]
    .map(([number, {sum, matched}]) => ({
      number,
      score: sum * Math.sqrt(matched / (totalWeight || 1)),
    }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

/**
 * How much a section's heading, or a question that it also answers, is the query:
 * both ways, what of the query stands in it and what of it stands in the query. 0 to 1.5.
 */
function likeness(
  {heading, alsoAsked}: SearchDocument,
  units: readonly Unit[],
  analyze: (text: string) => Analysis,
): number {
  const total = units.reduce((sum, unit) => sum + unit.weight * (unit.rarity + 0.3), 0);
  if (total === 0) {
    return 0;
  }
  const compare = (text: string) => {
    const {tokens, concepts, inner} = analyze(text);
    const terms = new Set([
      ...tokens.flatMap((token) => token.terms),
      ...[...concepts, ...inner].map(({concept}) => conceptTerm(concept)),
    ]);
    const found = units.reduce((sum, unit) => {
      const best = Math.max(
        0,
        ...[...unit.terms].filter(([term]) => terms.has(term)).map(([, weight]) => weight),
      );
      return sum + best * unit.weight * (unit.rarity + 0.3);
    }, 0);
    const isSought = (term: string) => units.some((unit) => unit.terms.has(term));
    let used = 0;
    let all = 0;
    const count = (weight: number, isMatched: boolean) => {
      all += weight;
      used += isMatched ? weight : 0;
    };
    tokens.forEach((token, position) => {
      const span = concepts.find(({from, to}) => from <= position && position < to);
      if (span) {
        // The words of a concept count as one.
        if (span.from === position) {
          count(1, isSought(conceptTerm(span.concept)));
        }
      } else if (!token.terms.some((form) => questionWords.has(form))) {
        const isWeak = token.terms.some((form) => weakWords.has(form));
        count(isWeak ? 0.4 : 1, token.terms.some(isSought));
      }
    });
    const precision = all > 0 ? used / all : 0;
    const recall = found / total;
    return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  };
  const headingLikeness = compare(heading);
  const askedLikeness = Math.max(0, ...alsoAsked.map(compare));
  return Math.max(headingLikeness * 1.4, askedLikeness * 1.3);
}
