import type {Finding} from '../lib/finding.ts';
import type {Verification} from '../content-model/verifications.ts';
import type {GlossaryEntry} from '../lib/glossary.ts';
import type {DataFile} from '../content-model/dataFile.ts';
import type {Page} from '../content-model/markdown.ts';
import type {Correction} from '../content-model/corrections.ts';
import type {Rerun} from '../content-model/experiments.ts';
import type {Product} from '../content-model/products.ts';
import type {Section} from '../content-model/sections.ts';
import type {Track} from '../lib/page.ts';
import type {Reference} from '../lib/references.ts';
import type {SearchWord} from '../lib/searchWords.ts';

/** What a rule found, without the rule's own name. */
export interface Found extends Omit<Finding, 'rule'> {
  /**
   * What else this explains, so that one cause is told once: findings of every page and of
   * the file, of the file, of the file from here on, or of the same line.
   */
  hides?: 'pages' | 'file' | 'below' | 'line';
}

/** One thing that stands in a content folder or in data/, or that says which versions there are. */
export interface ContentEntry {
  /** Path from the root, with forward slashes. */
  file: string;
  /** Undefined when it was not read. */
  bytes: Uint8Array | undefined;
  /** Korean: why it was not read. */
  fault?: string;
}

/** All content, parsed: what a rule looks at. */
export interface Content {
  entries: readonly ContentEntry[];
  /** Of every Markdown, YAML and JSON file, as it stands, but with the line ends of Unix. */
  texts: readonly {file: string; text: string}[];
  pages: readonly Page[];
  references: DataFile<Reference>;
  glossary: DataFile<GlossaryEntry>;
  searchWords: DataFile<SearchWord>;
  products: DataFile<Product>;
  corrections: DataFile<Correction>;
  reruns: DataFile<Rerun>;
  /** By the folder of the version; those that have the file. */
  sections: ReadonlyMap<string, DataFile<Section>>;
  /** As the sections. */
  tracks: ReadonlyMap<string, DataFile<Track>>;
  /** As the sections. */
  verifications: ReadonlyMap<string, DataFile<Verification>>;
  /** Pages of released versions, as readers already link to them. */
  published: readonly Page[];
  /** What could not be read or parsed, and so is in no other list. */
  unreadable: readonly Found[];
}

/** A little site, and the places `file:line:column` where the rule must find something. */
export interface Example {
  /** Path → text, bytes, or what a symbolic link points to. */
  files: Record<string, string | Uint8Array | {link: string}>;
  findings?: [string, ...string[]];
}

/** One thing that content must keep to. */
export interface Rule {
  id: string;
  /** Why a reader or a contributor gains by it (Korean). */
  why: string;
  /** A page that breaks it is unfinished, not broken: it can be built and looked at while it is written. */
  isForFinishedPages?: true;
  /** Sites that the rule must refuse: a rule without a counter-example does not compile. */
  bad: [Example, ...Example[]];
  good: [Example, ...Example[]];
  check: (content: Content) => Found[] | Promise<Found[]>;
}

/** Position of a node, or the start of the file when it has none. */
export function positionOf(node: {
  position?: {start: {line: number; column: number}} | undefined;
}): {line: number; column: number} {
  const {line, column} = node.position?.start ?? {line: 1, column: 1};
  return {line, column};
}
