import type {Rule} from '../rule.ts';
import {alsoAskedList} from './also-asked-list.ts';
import {citationForm} from './citation-form.ts';
import {citedKeyExists} from './cited-key-exists.ts';
import {cleanText} from './clean-text.ts';
import {closedFence} from './closed-fence.ts';
import {codeFence} from './code-fence.ts';
import {codeLanguage} from './code-language.ts';
import {contentFile} from './content-file.ts';
import {correctionData} from './correction-data.ts';
import {diagramSource} from './diagram-source.ts';
import {diagramTexts} from './diagram-texts.ts';
import {distinctQuestion} from './distinct-question.ts';
import {followUpAnswer} from './follow-up-answer.ts';
import {frontMatter} from './front-matter.ts';
import {glossaryData} from './glossary-data.ts';
import {headingId} from './heading-id.ts';
import {imageRule} from './image.ts';
import {interviewAnswer} from './interview-answer.ts';
import {knownDirective} from './known-directive.ts';
import {linkTarget} from './link-target.ts';
import {literalMark} from './literal-mark.ts';
import {mergeConflict} from './merge-conflict.ts';
import {naturalKorean} from './natural-korean.ts';
import {placeholder} from './placeholder.ts';
import {plainMarkdown} from './plain-markdown.ts';
import {politeEnding} from './polite-ending.ts';
import {printableCharacter} from './printable-character.ts';
import {productData} from './product-data.ts';
import {publishedId} from './published-id.ts';
import {readableFile} from './readable-file.ts';
import {readingPath} from './reading-path.ts';
import {referenceCited} from './reference-cited.ts';
import {referenceData} from './reference-data.ts';
import {releasedVersion} from './released-version.ts';
import {rerunBlock} from './rerun-block.ts';
import {safeAddress} from './safe-address.ts';
import {searchWordsRule} from './search-words.ts';
import {sectionData} from './section-data.ts';
import {spelling} from './spelling.ts';
import {tableCells} from './table-cells.ts';
import {tableHeader} from './table-header.ts';
import {trackData} from './track-data.ts';
import {verificationData} from './verification-data.ts';

export const rules: readonly Rule[] = [
  alsoAskedList,
  citationForm,
  citedKeyExists,
  cleanText,
  closedFence,
  codeFence,
  codeLanguage,
  contentFile,
  correctionData,
  diagramSource,
  diagramTexts,
  distinctQuestion,
  followUpAnswer,
  frontMatter,
  glossaryData,
  headingId,
  imageRule,
  interviewAnswer,
  knownDirective,
  linkTarget,
  literalMark,
  mergeConflict,
  naturalKorean,
  placeholder,
  plainMarkdown,
  politeEnding,
  printableCharacter,
  productData,
  publishedId,
  readableFile,
  readingPath,
  referenceCited,
  referenceData,
  releasedVersion,
  rerunBlock,
  safeAddress,
  searchWordsRule,
  sectionData,
  spelling,
  tableCells,
  tableHeader,
  trackData,
  verificationData,
];

const forFinishedPages = new Set(
  rules.filter(({isForFinishedPages}) => isForFinishedPages).map(({id}) => id),
);

/** Whether the site is not built while this is wrong; a page that is only unfinished is. */
export const stopsBuild = ({rule}: {rule: string}): boolean => !forFinishedPages.has(rule);
