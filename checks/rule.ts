import type {Finding} from '../lib/finding.ts';
import type {Page} from '../lib/node/markdown.ts';
import type {GlossaryEntry} from '../lib/glossary.ts';
import type {DataFile} from '../lib/node/dataFile.ts';
import type {Reference} from '../lib/references.ts';

/** All content, parsed: what a rule looks at. */
export interface Content {
  pages: Page[];
  references: DataFile<Reference>;
  glossary: DataFile<GlossaryEntry>;
  /** Files in content folders that are not Markdown pages. */
  otherFiles: string[];
}

/** A little site, and the places `file:line:column` where the rule must find something. */
export interface Example {
  files: Record<string, string>;
  findings?: [string, ...string[]];
}

/** One thing that content must keep to. */
export interface Rule {
  id: string;
  /** Why a reader or a contributor gains by it (Korean). */
  why: string;
  /** Sites that the rule must refuse: a rule without a counter-example does not compile. */
  bad: [Example, ...Example[]];
  good: [Example, ...Example[]];
  check: (content: Content) => Omit<Finding, 'rule'>[];
}

/** Position of a node, or the start of the file when it has none. */
export function positionOf(node: {
  position?: {start: {line: number; column: number}} | undefined;
}): {line: number; column: number} {
  const {line, column} = node.position?.start ?? {line: 1, column: 1};
  return {line, column};
}
