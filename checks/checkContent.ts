import {citationsOf} from '../lib/citations.ts';
import {compareFindings, type Finding} from '../lib/finding.ts';
import {correctionsFile, parseCorrections} from '../content-model/corrections.ts';
import {parseReruns, rerunsFile} from '../content-model/experiments.ts';
import {glossaryFile, parseGlossary} from '../content-model/glossary.ts';
import {parsePage, readPage, type Page} from '../content-model/markdown.ts';
import {parseReferences, referencesFile} from '../content-model/references.ts';
import {noEntries, type DataFile} from '../content-model/dataFile.ts';
import {parseSections, sectionsFile} from '../content-model/sections.ts';
import {parseProducts, productsFile} from '../content-model/products.ts';
import {parseSearchWords, searchWordsFile} from '../content-model/searchWords.ts';
import {parseTracks, tracksFile} from '../content-model/tracks.ts';
import {contentPage, workingFolder} from '../content-model/model.ts';
import {answerName, answersOf} from '../content-model/answers.ts';
import {
  parseVerifications,
  verificationOf,
  verificationsFile,
} from '../content-model/verifications.ts';
import {answerLengths, type AnswerLength} from './answerLength.ts';
import {complexityFault} from './complexity.ts';
import {readContent} from './readContent.ts';
import type {Content, ContentEntry, Found, Rule} from './rule.ts';
import {picturesOf} from './rules/image.ts';
import {rules} from './rules/index.ts';
import {versionFolder} from './versions.ts';

/** What a page shows besides its own text: pictures by their files, references by their keys. */
export interface Companions {
  pictures: string[];
  keys: string[];
}

/**
 * Checks all content below a root: every version's pages and sections, the references and
 * the glossary. Parses, never runs, what it reads.
 * @param root of the checkout to check, which may be a stranger's
 * @param publishedRoot of the checkout that knows what is published already
 * @returns with the answers of the working version that have changed since they were verified:
 *   nothing wrong, but no longer marked as verified
 * @throws Error in Korean when there is no page at all: then nothing was checked
 */
export async function checkContent(
  root: string,
  publishedRoot: string = root,
): Promise<{
  findings: Finding[];
  files: string[];
  pageCount: number;
  unverified: {file: string; name: string}[];
  lengths: AnswerLength[];
  companions: Record<string, Companions>;
}> {
  const entries = readContent(root);
  const published = root === publishedRoot ? undefined : publishedPages(publishedRoot);
  const content = parseContent(entries, published, readPage);
  if (!entries.some(({file}) => file.startsWith('docs/') && file.endsWith('.md'))) {
    throw new Error('docs/에 Markdown 글이 하나도 없습니다.');
  }
  return {
    findings: await findingsOf(content, rules),
    files: entries.map(({file}) => file),
    pageCount: content.pages.length,
    unverified: changedSinceVerified(content),
    lengths: answerLengths(content.pages),
    companions: Object.fromEntries(
      content.pages.map((page) => [
        page.file,
        {pictures: picturesOf(page), keys: citationsOf(page.root).map(({key}) => key)},
      ]),
    ),
  };
}

function changedSinceVerified({pages, verifications}: Content) {
  const marks = verifications.get(workingFolder)?.entries ?? new Map<string, never>();
  return pages
    .filter((page) => versionFolder(page) === workingFolder)
    .flatMap((page) => answersOf(contentPage(workingFolder, page)))
    .filter((answer) => marks.has(answerName(answer)) && !verificationOf(answer, marks))
    .map((answer) => ({file: answer.page.file, name: answerName(answer)}));
}

function publishedPages(root: string): readonly Page[] {
  const isReleased = ({file}: ContentEntry) => file.startsWith('versioned_docs/');
  return parseContent(readContent(root).filter(isReleased), undefined, readPage).published;
}

/**
 * @param published pages of released versions; those of the content itself when left out
 * @param parse readPage for what stands in a repository
 */
export function parseContent(
  entries: readonly ContentEntry[],
  published?: readonly Page[],
  parse = parsePage,
): Content {
  const texts = entries.flatMap(({file, bytes}) =>
    bytes && /\.(md|yaml|json)$/.test(file) ? [{file, text: textOf(bytes)}] : [],
  );
  const textAt = (wanted: string) => texts.find(({file}) => file === wanted)?.text ?? noEntries;
  const pages: Page[] = [];
  const unreadable: Found[] = entries.flatMap(({file, fault}) =>
    fault ? [{file, line: 1, column: 1, message: fault}] : [],
  );
  for (const {file, text} of texts.filter(({file}) => file.endsWith('.md'))) {
    const fault = complexityFault(text);
    if (fault) {
      unreadable.push({file, ...fault});
      continue;
    }
    try {
      pages.push(parse(file, text));
    } catch {
      const message = '글을 읽다가 멈췄습니다. 겹쳐 쓴 기호를 줄여 주세요';
      unreadable.push({file, line: 1, column: 1, message});
    }
  }
  return {
    entries,
    texts,
    pages,
    references: parseReferences(textAt(referencesFile)),
    glossary: parseGlossary(textAt(glossaryFile)),
    searchWords: parseSearchWords(textAt(searchWordsFile)),
    products: parseProducts(textAt(productsFile)),
    corrections: parseCorrections(textAt(correctionsFile)),
    reruns: parseReruns(textAt(rerunsFile)),
    sections: listsOf(texts, sectionsFile, parseSections),
    tracks: listsOf(texts, tracksFile, parseTracks),
    verifications: listsOf(texts, verificationsFile, parseVerifications),
    published: published ?? pages.filter(({file}) => file.startsWith('versioned_docs/')),
    unreadable,
  };
}

/** The lists of a name, by the folder of the version. */
function listsOf<Entry>(
  texts: Content['texts'],
  name: string,
  parse: (folder: string, text: string) => DataFile<Entry>,
): ReadonlyMap<string, DataFile<Entry>> {
  return new Map(
    texts
      .filter(({file}) => file === `${versionFolder({file})}/${name}`)
      .map(({file, text}) => [versionFolder({file}), parse(versionFolder({file}), text)]),
  );
}

/** What the rules find, in order of reading. */
export async function findingsOf(content: Content, someRules: readonly Rule[]): Promise<Finding[]> {
  const found = (
    await Promise.all(
      someRules.map(async (rule) =>
        (await rule.check(content)).map((finding) => ({...finding, rule: rule.id})),
      ),
    )
  ).flat();
  const causes = found.filter(({hides}) => hides !== undefined);
  return found
    .filter((finding) => !causes.some((cause) => explains(cause, finding)))
    .map((finding) => {
      const told = {...finding};
      delete told.hides;
      return told;
    })
    .sort(compareFindings);
}

/** Whether a finding only follows from another. */
function explains(cause: Found, finding: Found): boolean {
  if (cause === finding || cause.hides === undefined) {
    return false;
  }
  if (cause.file !== finding.file) {
    // That a whole file cannot be read never follows from another.
    return cause.hides === 'pages' && finding.hides !== 'file' && finding.file.endsWith('.md');
  }
  // Of two that hide each other, the first stays.
  const isBefore = compareFindings(cause as Finding, finding as Finding) < 0;
  if (finding.hides !== undefined && !isBefore) {
    return false;
  }
  return (
    cause.hides === 'pages' ||
    cause.hides === 'file' ||
    (cause.hides === 'below' && finding.line > cause.line) ||
    (cause.hides === 'line' && finding.line === cause.line)
  );
}

function textOf(bytes: Uint8Array): string {
  // Without a mark of the order of bytes: the rule of clean text tells it, once.
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
}
