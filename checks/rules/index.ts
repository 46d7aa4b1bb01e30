import type {Rule} from '../rule.ts';
import {alsoAskedList} from './also-asked-list.ts';
import {citedKeyExists} from './cited-key-exists.ts';
import {closedFence} from './closed-fence.ts';
import {diagramTexts} from './diagram-texts.ts';
import {followUpAnswer} from './follow-up-answer.ts';
import {frontMatter} from './front-matter.ts';
import {glossaryData} from './glossary-data.ts';
import {headingId} from './heading-id.ts';
import {knownDirective} from './known-directive.ts';
import {plainMarkdown} from './plain-markdown.ts';
import {referenceCited} from './reference-cited.ts';
import {referenceData} from './reference-data.ts';

export const rules: readonly Rule[] = [
  alsoAskedList,
  citedKeyExists,
  closedFence,
  diagramTexts,
  followUpAnswer,
  frontMatter,
  glossaryData,
  headingId,
  knownDirective,
  plainMarkdown,
  referenceCited,
  referenceData,
];
