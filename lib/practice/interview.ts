import type {PracticeEvent} from './log.ts';
import {
  pageOf,
  pagesOfTrack,
  questionsOf,
  tracksOf,
  type PracticePage,
  type PracticeQuestion,
} from './practiceSet.ts';
import {randomNumbers} from './randomNumbers.ts';

/** How many main questions an interview has, unless it lasts ten minutes. */
export const chainsPerInterview = 5;
/** A question, and how many follow on it at most: three in all. */
const chainDepth = 3;

/** A question of a chain, with the places of the sentences that the answer left out. */
export interface Answered {
  id: string;
  missed: readonly number[];
}

/** A seed that one can say and type: `7F3A`. */
export function newSeed(random: () => number = Math.random): string {
  return Math.floor(random() * 16 ** 4)
    .toString(16)
    .padStart(4, '0')
    .toUpperCase();
}

/** What two tell each other: a seed, and the number of the track that they ask of: `7F3A`, `7F3A-2`. */
export function codeOf(pages: readonly PracticePage[], seed: string, track: string): string {
  const place = tracksOf(pages).indexOf(track);
  return place === -1 ? seed : `${seed}-${place + 1}`;
}

/** The pages that a code asks of. */
export function pagesOfCode(pages: readonly PracticePage[], code: string): PracticePage[] {
  const [, number] = code.split('-');
  return pagesOfTrack(pages, tracksOf(pages)[Number(number) - 1] ?? '');
}

/**
 * What the chains begin with: the main questions of the pages, the same for the same seed. Of the first
 * five the 기본 come first; the others are for who answers faster.
 */
export function openingsOf(pages: readonly PracticePage[], seed: string): PracticeQuestion[] {
  const random = randomNumbers(numberOf(seed));
  const shuffled = pages
    .flatMap(({questions}) => questions.slice(0, 1))
    .map((question) => ({question, place: random()}))
    .sort((a, b) => a.place - b.place)
    .map(({question}) => question);
  const isHard = ({level}: PracticeQuestion) => Number(level === '심화');
  const first = shuffled.slice(0, chainsPerInterview).sort((a, b) => isHard(a) - isHard(b));
  return [...first, ...shuffled.slice(chainsPerInterview)];
}

/** The pages whose questions a short interview is made of. */
export function chainsOf(pages: readonly PracticePage[], seed: string): PracticePage[] {
  return openingsOf(pages, seed)
    .slice(0, chainsPerInterview)
    .flatMap((opening) => pages.filter(({id}) => id === pageOf(opening.id)));
}

/**
 * What the interviewer asks: never the heading of the answer, and whole sentences before keywords. The
 * same for the same seed.
 * @param recent wordings that were asked lately: they wait as long as there are others
 */
export function wordingOf(
  {id, text, wordings}: PracticeQuestion,
  seed: string,
  recent: readonly string[] = [],
): string {
  const others = wordings.filter((wording) => wording !== text);
  const fresh = others.filter((wording) => !recent.includes(wording));
  const candidates = [fresh.filter(isSentence), fresh, others].find(({length}) => length > 0) ?? [];
  const random = randomNumbers(numberOf(`${seed} ${id}`));
  return candidates[Math.floor(random() * candidates.length)] ?? text;
}

/** A wording as one says it: some are keywords that readers search for. */
export function asSentence(wording: string): string {
  return isSentence(wording) ? wording : `‘${wording}’에 대해 말해 주세요.`;
}

function isSentence(wording: string): boolean {
  return /[?요까오]\.?$/.test(wording);
}

/** The last three wordings in which a question was asked: in three interviews none comes twice. */
export function recentWordings(events: readonly PracticeEvent[], question: string): string[] {
  return events
    .flatMap((event) =>
      event.type === 'answer' && event.question === question ? (event.wording ?? []) : [],
    )
    .slice(-3);
}

/**
 * What a human interviewer would ask next in a chain. All was said: what lies deeper (꼬꼬무), or a page
 * that builds on this one. A sentence was left out: the 꼬리질문 that has most to do with it. Else the
 * next question of the page. Undefined when the chain ends.
 * @param chain what was asked since its main question, in this order
 * @param taken ids that were asked in other chains, or open one
 */
export function nextInChain(
  pages: readonly PracticePage[],
  chain: readonly Answered[],
  taken: ReadonlySet<string>,
): PracticeQuestion | undefined {
  const last = chain.at(-1);
  const page = pages.find(({id}) => id === pageOf(last?.id ?? ''));
  const question = page?.questions.find(({id}) => id === last?.id);
  if (!last || !page || !question || chain.length >= chainDepth) {
    return undefined;
  }
  const isFree = ({id}: PracticeQuestion) =>
    !taken.has(id) && chain.every((answered) => answered.id !== id);
  const rest = page.questions.filter(isFree);
  if (last.missed.length === 0) {
    const building = pages
      .filter(({prerequisites}) => prerequisites.includes(page.id))
      .flatMap(({questions}) => questions.slice(0, 1))
      .find(isFree);
    return rest.find(({kind}) => kind === 'deep-dive') ?? building ?? rest[0];
  }
  const missed = last.missed.map((place) => question.units[place] ?? '').join(' ');
  return (
    closest(
      rest.filter(({kind}) => kind === 'follow-up'),
      missed,
      pages,
    ) ?? rest[0]
  );
}

/** The question that shares most with a text, a rare term counting more; the first of equals. */
function closest(
  questions: readonly PracticeQuestion[],
  text: string,
  pages: readonly PracticePage[],
): PracticeQuestion | undefined {
  const wanted = termsOf(text);
  const all = questionsOf({pages}).map(termsOfQuestion);
  const weight = (term: string) =>
    Math.log((all.length + 1) / (all.filter((terms) => terms.has(term)).length + 1));
  const shared = (question: PracticeQuestion) =>
    [...termsOfQuestion(question)]
      .filter((term) => wanted.has(term))
      .reduce((sum, term) => sum + weight(term), 0);
  return questions
    .map((question) => ({question, shared: shared(question)}))
    .reduce<{question?: PracticeQuestion; shared: number}>(
      (best, other) => (other.shared > best.shared ? other : best),
      {question: questions[0], shared: 0},
    ).question;
}

function termsOfQuestion({text, wordings, units}: PracticeQuestion): Set<string> {
  return termsOf([text, ...wordings, ...units].join(' '));
}

/** Latin words and numbers, and the first two syllables of Korean words: they stay when the particle changes. */
function termsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z0-9]{2,}|(?<![가-힣])[가-힣]{2}/g) ?? []);
}

/** A number for any text (FNV-1a); capital and small letters are one. */
function numberOf(text: string): number {
  return [...text.toLowerCase()].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
}
