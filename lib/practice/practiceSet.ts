import type {Difficulty, QuestionKind} from '../page.ts';

/** What the practice asks: the questions of a version that have a spoken answer. */
export interface PracticeSet {
  /** Docusaurus' name of the version, e.g. `2.0`. */
  version: string;
  label: string;
  /** In the order of reading. */
  pages: PracticePage[];
}

/** A page's chain: its main question, then what an interviewer asks next, deeper and deeper. */
export interface PracticePage {
  /** Path below the address of the version, the same in all of them: `docker/pid-1`. */
  id: string;
  label: string;
  /** Whom it is for, in words: `신입 백엔드`. */
  tracks: string[];
  /** Ids of the pages that one knows before. */
  prerequisites: string[];
  /** What the answers of the page cite. */
  sources: Source[];
  questions: PracticeQuestion[];
}

export interface Source {
  title: string;
  url?: string;
}

export interface PracticeQuestion {
  /** The same in every version: `docker/pid-1`, `docker/pid-1#why-ten-seconds`. */
  id: string;
  kind: QuestionKind;
  level: Difficulty;
  text: string;
  /** Other ways to ask it. */
  wordings: string[];
  /** The sentences of the spoken answer: what an answer is marked by. Code stands in backquotes. */
  units: string[];
  /** Address of the whole answer. */
  url: string;
  /** Places of its sources in the list of the page. */
  cites: number[];
  /** Tells one text of the answer from another. */
  hash: string;
}

/** Path of a version's questions below the built site. */
export function practiceFile(version: string): string {
  return `practice/${version}.json`;
}

/** Whether a path is one of practiceFile. */
export function isPracticeFile(path: string): boolean {
  return path.startsWith('practice/');
}

/** The questions of a set, in the order of reading. */
export function questionsOf({
  pages,
}: {
  readonly pages: readonly PracticePage[];
}): PracticeQuestion[] {
  return pages.flatMap(({questions}) => questions);
}

/** The tracks that pages belong to, in the order of reading. */
export function tracksOf(pages: readonly PracticePage[]): string[] {
  return [...new Set(pages.flatMap(({tracks}) => tracks))];
}

/** The pages of a track; all of them when none is of it, as when a version has dropped it. */
export function pagesOfTrack(pages: readonly PracticePage[], track: string): PracticePage[] {
  const inTrack = pages.filter(({tracks}) => tracks.includes(track));
  return inTrack.length > 0 ? inTrack : [...pages];
}

/** Id of the page that a question is on. */
export function pageOf(question: string): string {
  return question.replace(/#.*/, '');
}

/**
 * The sentences of a Korean text. One ends where a full stop, question mark or exclamation mark follows
 * a Hangul syllable, perhaps with a closing bracket or quotation mark between them or behind:
 * `v1.2`, `e.g. `, `10.0.0.1` end none.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[가-힣][)’”`]?[.?!][)’”]?)\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
