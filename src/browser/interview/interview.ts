import type {PracticePage, PracticeQuestion} from '@site/lib/practice/practiceSet';

/** What an interview is held with. */
export interface Interview {
  /** Two phones with the same one have the same questions. */
  seed: string;
  /** The pages that it asks of. */
  pages: readonly PracticePage[];
  /** The clock of an answer. */
  seconds: number;
  /** Ends after ten minutes, else after five chains. */
  isTenMinutes: boolean;
  /** Reads the questions aloud. */
  isSpoken: boolean;
}

/** An answer of the interview. */
export interface Answer {
  question: PracticeQuestion;
  page: PracticePage;
  /** Of which chain, from 1. */
  chain: number;
  wording: string;
  /** Places of the sentences that were said. */
  said: readonly number[];
  seconds: number;
  sound: Blob | undefined;
}
