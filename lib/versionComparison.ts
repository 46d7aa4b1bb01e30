import type {QuestionKind} from './page.ts';

/** What became of a question from one version to the next. */
export const changeLabels = {
  new: '새 질문',
  rewritten: '고쳐 씀',
  same: '그대로',
  removed: '빠짐',
} as const;

interface Measures {
  sentences: number;
  /** Different sources. */
  citations: number;
  diagrams: number;
}

export interface QuestionChange {
  /** Address of its page below that of the version, e.g. `/virtualization`. */
  page: string;
  /** Folder of its section. */
  section: string;
  /** Empty for the main question of the page. */
  id: string;
  kind: QuestionKind;
  question: string;
  status: keyof typeof changeLabels;
  /** Undefined where the version does not have the question. */
  before: Measures | undefined;
  after: Measures | undefined;
  /** Sentences of the earlier answer that the later one has no more, and the other way round. */
  removed: string[];
  added: string[];
}

/** A version and the one before it. */
export interface VersionComparison {
  before: {label: string; path: string};
  after: {label: string; path: string};
  /** The page of the later one that says why explanations were corrected, where it was written for it. */
  corrections: {label: string; address: string} | undefined;
  /** Sections of both, in the order of the later one. */
  sections: {folder: string; label: string}[];
  changes: QuestionChange[];
}
