import {isHangul} from '../hangul.ts';
import {compact, conceptTerm, type Analysis} from './analyze.ts';
import type {Vocabulary} from './expand.ts';
import type {QueryUnit} from './query.ts';
import {
  decodePostings,
  decodeSize,
  impactLevels,
  weakSize,
  type Posting,
  type SearchDocument,
  type SearchIndex,
} from './searchIndex.ts';
import {questionWords, weakWords} from './words.ts';

/** Where a unit of the query stands. */
interface Located {
  /** Rarity in the index: inverse document frequency of all its terms together. */
  rarity: number;
  /** Document → best impact, 0 to 1. */
  impacts: ReadonlyMap<number, number>;
  /** Also-asked question → how sure it is that the unit stands in it. */
  asked: ReadonlyMap<number, number>;
}

type Unit = QueryUnit & Located;

interface Candidate {
  number: number;
  document: SearchDocument;
  score: number;
}

interface Ranking {
  /** Best first. */
  candidates: Candidate[];
  units: readonly Unit[];
  /** Whether the index treats what is asked. */
  isAnswerable: boolean;
}

export type Rank = (units: readonly QueryUnit[], meant: string) => Ranking;

const candidatesToCompare = 40;
const mostLocated = 24;
/** Korean words that are no terms say little, however rare they are here: `지켜야`, `말고`. */
const rarestPlainWord = 1.4;
const rarestWeakWord = 1;

const isStrong = ({role}: QueryUnit) => role !== 'weak' && role !== 'verb';
const isTopic = ({role}: QueryUnit) => role === 'topic' || role === 'code';

/** Prepares the ranking of an index's documents. */
export function createRank(
  index: SearchIndex,
  vocabulary: Vocabulary,
  analyze: (text: string) => Analysis,
): Rank {
  const {documents} = index;
  const questions = questionsOf(index);
  const decoded = new Map<string, {documents: Posting[]; asked: Posting[]}>();
  const postingsOf = (term: string) => {
    const known = decoded.get(term);
    if (known) {
      return known;
    }
    const text = vocabulary.postingsOf(term);
    const [own = '', asked = ''] = text.split(';');
    const lists = {documents: decodePostings(own), asked: decodePostings(asked)};
    if (text !== '') {
      decoded.set(term, lists);
    }
    return lists;
  };

  /** Where the words of the last queries stand: with every letter typed most of them stay. */
  const located = new Map<string, Located>();
  function locate(unit: QueryUnit): Unit {
    const key = `${unit.role} ${[...unit.terms].join(' ')}`;
    const known = located.get(key);
    if (known) {
      return {...unit, ...known};
    }
    const impacts = new Map<number, number>();
    const asked = new Map<number, number>();
    // What a word may mean besides makes it no more common.
    const meant = new Set<number>();
    const sureness = Math.max(...unit.terms.values());
    let isWhole = true;
    for (const [term, weight] of unit.terms) {
      const lists = postingsOf(term);
      isWhole &&= lists.documents.length > 0;
      for (const [number, level] of lists.documents) {
        const impact = (weight * level) / impactLevels;
        impacts.set(number, Math.max(impact, impacts.get(number) ?? 0));
        if (weight > sureness / 2) {
          meant.add(number);
        }
      }
      for (const [number] of lists.asked) {
        asked.set(number, Math.max(weight, asked.get(number) ?? 0));
      }
    }
    const isPlain = unit.terms.size > 0 && [...unit.terms.keys()].every(isHangul);
    const most = !isStrong(unit) ? rarestWeakWord : isPlain ? rarestPlainWord : Infinity;
    const rarity = Math.min(most, rarityOf(meant.size, documents.length));
    const found: Located = {impacts, asked, rarity};
    // Of a part that is still to come there may be more.
    if (isWhole) {
      located.set(key, found);
      const [oldest] = located.keys();
      if (located.size > mostLocated && oldest !== undefined) {
        located.delete(oldest);
      }
    }
    return {...unit, ...found};
  }

  return (queryUnits, meant) => {
    const units = queryUnits.map(locate);
    const likeAsked = likenessOfQuestions(units, questions);
    const ranked = rankByImpact(units, documents.length);
    const query = compact(meant);
    const about = oneConceptOf(units);
    const isComparison = comparison.test(meant);
    const introWorth = 1 + introBonus / Math.max(1, units.filter(isStrong).length) ** 2;
    const rated = (ranked.length > 0 ? ranked : documents.map((_, number) => ({number, score: 1})))
      .slice(0, candidatesToCompare)
      .map(({number, score}) => {
        const document = documents[number] as SearchDocument;
        const likeHeading = likeness(document.heading, units, analyze);
        const likeQuestion = likeAsked.get(number) ?? 0;
        const like = Math.max(
          containment(document, query),
          headingLikeness * likeHeading,
          askedLikeness * likeQuestion,
        );
        // One alone may be like it by a common word.
        const agreed = Math.min(likeHeading, likeQuestion);
        const isIntro = !document.url.includes('#');
        const isNamed = compact(document.heading) === query;
        return {
          number,
          document,
          like,
          isNamed,
          score:
            score *
            (1 + 2 * (like + agreedLikeness * agreed)) *
            (isComparison && comparison.test(document.heading) ? comparisonWorth : 1) *
            (isIntro ? introWorth : 1) *
            (about ? aboutness(document, about, analyze) : 1) *
            (about && units.length === 1 && isFurther(document) ? furtherWorth : 1),
        };
      });
    const candidates = answersFirst(rated, (text) => coverage(text, units, analyze)).sort(
      (a, b) => Number(b.isNamed) - Number(a.isNamed) || b.score - a.score || a.number - b.number,
    );
    const closest = Math.max(0, ...candidates.map(({like}) => like));
    return {candidates, units, isAnswerable: isAnswerable(units, candidates[0], closest)};
  };
}

/** What a page's first section is worth more for who seeks one thing: with every further one it says less of them together. */
const introBonus = 0.3;
const headingLikeness = 1.4;
const askedLikeness = 1.3;
/** What a heading and an also-asked question that are both like the query are worth besides. */
const agreedLikeness = 0.6;
/** Who types a concept and nothing else seeks what it is before what one asks next. */
const furtherWorth = 0.7;

/** A section that falls further behind its page's beginning than this is not what is sought, whatever its heading. */
const closeToIntro = 0.6;
/** A heading says more of the query than the page's title when it holds a twentieth more of it. */
const saysMore = 0.05;

/** Who asks how things differ seeks a section that compares. */
const comparison = /차이|다른가|다른지|다르|달라|비교|(^| )vs|differen|compare/i;
const comparisonWorth = 1.4;

const isFurther = ({kind}: SearchDocument) => kind === 'follow-up' || kind === 'deep-dive';

/** Of each also-asked question its document and its size. */
function questionsOf({asked}: SearchIndex): {number: number; size: number}[] {
  return asked.flatMap((sizes, number) =>
    [...sizes].map((letter) => ({number, size: decodeSize(letter)})),
  );
}

/**
 * The beginning of a page says a little of all that stands on it. A section that is nearly as good,
 * and whose heading says more of the query than the page's title does, comes before it.
 * @param coverageOf how much of the query stands in a heading
 */
function answersFirst<Rated extends Candidate>(
  candidates: readonly Rated[],
  coverageOf: (heading: string) => number,
): Rated[] {
  const scores = new Map(candidates.map(({document, score}) => [document.url, score]));
  return candidates.map((candidate) => {
    const {document, score} = candidate;
    const [page = ''] = document.url.split('#');
    const intro = scores.get(page) ?? 0;
    return score < intro &&
      score >= closeToIntro * intro &&
      coverageOf(document.heading) > coverageOf(document.page) + saysMore
      ? // Among several of them the better one stays first.
        {...candidate, score: intro + score / 1000}
      : candidate;
  });
}

/** The concept that a query is all about, if it is. */
function oneConceptOf(units: readonly Unit[]): Unit | undefined {
  const [only, ...others] = units.filter(isStrong);
  return only && others.length === 0 && only.role !== 'code' ? only : undefined;
}

/** How much more a section is worth whose heading begins with the one concept that is sought. */
function aboutness(
  {heading}: SearchDocument,
  {terms}: Unit,
  analyze: (text: string) => Analysis,
): number {
  const [first] = analyze(heading).concepts;
  return first && terms.has(conceptTerm(first.concept)) ? 1.15 : 1;
}

/**
 * Whether the index treats what is asked. A topic of this field in a neighbouring topic's question
 * does not make it one of ours: the best section must hold most of what is sought, or a question
 * of ours be much like it. Verbs and words that fit any topic say nothing of that.
 */
function isAnswerable(
  units: readonly Unit[],
  best: Candidate | undefined,
  closest: number,
): boolean {
  const strong = units.filter(isStrong);
  const sought = strong.length > 0 ? strong : units;
  let all = 0;
  let held = 0;
  let hasTopic = false;
  let isAllKnown = true;
  for (const unit of sought) {
    const worth = topicWorth[unit.role];
    const sureness = Math.min(1, Math.max(0, ...unit.terms.values()) / sureEnough);
    all += worth;
    held += best && unit.impacts.has(best.number) ? worth * sureness : 0;
    hasTopic ||= isTopic(unit) && unit.impacts.size > 0;
    isAllKnown &&= unit.impacts.size > 0;
  }
  const share = all > 0 ? held / all : 0;
  return (
    closest >= 0.8 ||
    share >= 0.75 ||
    (share >= 0.5 && hasTopic) ||
    (share >= 0.33 && isAllKnown && closest >= 0.55)
  );
}

/** A synonym is what was sought, a correction by two letters hardly. */
const sureEnough = 0.75;

/** How much a unit says of what is sought. */
const topicWorth: Record<QueryUnit['role'], number> = {
  topic: 2,
  code: 2,
  term: 1,
  word: 1,
  weak: 0.4,
  verb: 0.4,
};

/** Inverse document frequency as in BM25, never negative. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** How much of a heading the query is word for word, spaces aside. 0 to 2. */
function containment({heading}: SearchDocument, query: string): number {
  // `seccomp: 시스템 콜을 어떻게 거르나요?` names its subject.
  const [subject = ''] = heading.split(': ');
  const parts = [heading, subject].map(compact).filter((text) => text.includes(query));
  return query.length > 2
    ? Math.max(0, ...parts.map((text) => (2 * query.length) / text.length))
    : 0;
}

/**
 * The first documents by the sum of impacts, with more for those that match more of the query.
 * @param total how many documents there are
 */
function rankByImpact(units: readonly Unit[], total: number): {number: number; score: number}[] {
  const totalWeight = units.reduce((sum, unit) => sum + unit.weight * unit.rarity, 0) || 1;
  // Arrays and one pass: of a large site a common word stands in thousands.
  const sums = new Float64Array(total);
  const matched = new Float64Array(total);
  for (const unit of units) {
    const worth = unit.weight * unit.rarity;
    for (const [number, impact] of unit.impacts) {
      sums[number] = (sums[number] ?? 0) + worth * impact;
      matched[number] = (matched[number] ?? 0) + worth;
    }
  }
  const best: {number: number; score: number}[] = [];
  sums.forEach((sum, number) => {
    const score = sum * Math.sqrt((matched[number] ?? 0) / totalWeight);
    const last = best[candidatesToCompare - 1];
    if (score > (last?.score ?? 0)) {
      const place = best.findLastIndex((other) => other.score >= score) + 1;
      best.splice(place, 0, {number, score});
      best.length = Math.min(best.length, candidatesToCompare);
    }
  });
  return best;
}

const worthOf = (unit: Unit) => unit.weight * (unit.rarity + 0.3);

/**
 * How much a document's also-asked questions are the query: the best of each, 0 to 1. Both ways,
 * what of the query stands in it and what of it stands in the query.
 */
function likenessOfQuestions(
  units: readonly Unit[],
  questions: readonly {number: number; size: number}[],
): ReadonlyMap<number, number> {
  const total = units.reduce((sum, unit) => sum + worthOf(unit), 0);
  const found = new Map<number, {worth: number; size: number}>();
  for (const unit of units) {
    for (const [question, weight] of unit.asked) {
      const sum = found.get(question) ?? {worth: 0, size: 0};
      sum.worth += weight * worthOf(unit);
      sum.size += unit.role === 'weak' ? weakSize : 1;
      found.set(question, sum);
    }
  }
  const best = new Map<number, number>();
  for (const [question, {worth, size}] of found) {
    const {number = 0, size: whole = 1} = questions[question] ?? {};
    const like = harmonicMean(size / Math.max(whole, size), worth / (total || 1));
    best.set(number, Math.max(like, best.get(number) ?? 0));
  }
  return best;
}

/** Headings are compared with every letter typed. */
const termsOfAnalyses = new WeakMap<Analysis, ReadonlySet<string>>();

/** The words and concepts of a text. */
function termsIn(analysis: Analysis): ReadonlySet<string> {
  const {tokens, concepts, inner} = analysis;
  const terms =
    termsOfAnalyses.get(analysis) ??
    new Set([
      ...tokens.flatMap((token) => token.terms),
      ...[...concepts, ...inner].map(({concept}) => conceptTerm(concept)),
    ]);
  termsOfAnalyses.set(analysis, terms);
  return terms;
}

/** How much of the query stands in a text, 0 to 1. */
function coverage(
  text: string,
  units: readonly Unit[],
  analyze: (text: string) => Analysis,
): number {
  const terms = termsIn(analyze(text));
  let found = 0;
  let total = 0;
  for (const unit of units) {
    let best = 0;
    for (const [term, weight] of unit.terms) {
      best = weight > best && terms.has(term) ? weight : best;
    }
    found += best * worthOf(unit);
    total += worthOf(unit);
  }
  return total > 0 ? found / total : 0;
}

/** How much a text that is shown is the query, both ways as above. */
function likeness(
  text: string,
  units: readonly Unit[],
  analyze: (text: string) => Analysis,
): number {
  if (units.length === 0) {
    return 0;
  }
  const {tokens, concepts} = analyze(text);
  const isSought = (term: string) => units.some((unit) => unit.terms.has(term));
  let used = 0;
  let all = 0;
  const count = (size: number, isMatched: boolean) => {
    all += size;
    used += isMatched ? size : 0;
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
      count(isWeak ? weakSize : 1, token.terms.some(isSought));
    }
  });
  return harmonicMean(all > 0 ? used / all : 0, coverage(text, units, analyze));
}

function harmonicMean(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0;
}
