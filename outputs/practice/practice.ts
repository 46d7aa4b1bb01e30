import {createHash} from 'node:crypto';

import type {Element, ElementContent} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import {h} from 'hastscript';

import {
  readContentModel,
  versionIn,
  workingFolder,
  type ContentPage,
} from '../../content-model/model.ts';
import {releasedFolder} from '../../content-model/versions.ts';
import {isReferenceAnchor} from '../../lib/anchors.ts';
import {difficultyOf} from '../../lib/page.ts';
import {
  citationRole,
  docusaurus,
  hasClass,
  interviewAnswerClass,
  isForScreenOnly,
  isMarked,
  labelMark,
  referenceTextMark,
  sheetMark,
} from '../../lib/pageMarkup.ts';
import {chainsOf} from '../../lib/practice/interview.ts';
import {lastLook} from '../../lib/practice/plan.ts';
import {
  practiceFile,
  questionsOf,
  sentencesOf,
  type PracticePage,
  type PracticeQuestion,
  type PracticeSet,
  type Source,
} from '../../lib/practice/practiceSet.ts';
import {interviewSheet, lastLookSheet, type MakeElement} from '../../lib/practice/sheets.ts';
import {
  pagesIn,
  publicPathOf,
  sectionsOf,
  versionsOf,
  type BuiltPage,
  type BuiltVersion,
} from '../builtSite.ts';
import type {Output} from '../output.ts';

/** What the practice asks, of every version that has spoken answers. */
export default {
  label: '떠올려 볼 질문',
  make({pages, siteDir}) {
    const content = readContentModel(siteDir);
    const sets = versionsOf(pages).flatMap((version) => {
      const folder = version.isReleased ? releasedFolder(version.name) : workingFolder;
      const set = practiceSetOf(version, versionIn(content, folder).pages);
      return set.pages.length === 0 ? [] : [set];
    });
    writeSheets(pages, sets);
    return sets.map((set) => ({path: practiceFile(set.version), content: JSON.stringify(set)}));
  },
} satisfies Output;

/** Fills the sheets of paper that one can print without a script, each from the version that it names. */
function writeSheets(pages: readonly BuiltPage[], sets: readonly PracticeSet[]): void {
  const withSheets = pages.filter(({address}) => sheetAddresses.includes(address));
  for (const place of withSheets.flatMap(({root}) => selectAll(`[${sheetMark}]`, root))) {
    const {dataSheet, dataVersion} = place.properties;
    const set = sets.find(({version}) => version === dataVersion);
    if (set) {
      place.children =
        dataSheet === 'last-day'
          ? [lastLookSheet(make, questionsWith(set, lastLook(set, new Map(), 0)))]
          : interviewSheet(make, chainsOf(set.pages, sheetSeed), sheetSeed);
    }
  }
}

/** To look through the pages of the documentation for them would take seconds. */
const sheetAddresses = ['practice/last-day/', 'interview/sheet/'];

/** Any would do: the same bytes for the same sources. */
const sheetSeed = '0000';

const make: MakeElement<Element> = (tag, attributes, ...children) =>
  h(tag, attributes, ...children);

function questionsWith(set: PracticeSet, ids: readonly string[]): PracticeQuestion[] {
  const questions = questionsOf(set);
  return ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
}

function practiceSetOf(version: BuiltVersion, written: readonly ContentPage[]): PracticeSet {
  const idOf = ({slug}: ContentPage) => slug.slice(1);
  const pages = pagesIn(version.sidebar).flatMap((page): PracticePage[] => {
    // A version that visitors do not land on has a path of its own before that of the page.
    const source = written.find((own) => page.address.endsWith(`${own.slug}/`));
    if (!source) {
      return [];
    }
    const {tracks = [], prerequisites = [], difficulty = '기본'} = source.frontMatter;
    const answers = answersOf(page);
    const sources = sourcesOf(page, new Set([...answers.values()].flatMap(citedIn)));
    const places = [...sources.keys()];
    const questions = sectionsOf(page).flatMap(
      ({id, kind, heading, alsoAsked}): PracticeQuestion[] => {
        const answer = answers.get(id);
        if (kind === 'section' || !answer) {
          return [];
        }
        const units = unitsOf(answer);
        return [
          {
            id: idOf(source) + (id && `#${id}`),
            kind,
            level: difficultyOf(kind, difficulty),
            text: heading,
            wordings: wordingsOf(alsoAsked),
            units,
            url: publicPathOf(page) + (id && `#${id}`),
            cites: [...new Set(citedIn(answer))].map((anchor) => places.indexOf(anchor)),
            hash: createHash('sha256').update(units.join('\n')).digest('hex').slice(0, 8),
          },
        ];
      },
    );
    return questions.length === 0
      ? []
      : [
          {
            id: idOf(source),
            label: source.label,
            tracks,
            prerequisites: prerequisites.flatMap((file) =>
              written.filter(({path}) => path === file).map(idOf),
            ),
            sources: [...sources.values()],
            questions,
          },
        ];
  });
  return {version: version.name, label: version.label, pages};
}

/** The spoken answers of a page, by the id of the follow-up that they answer; '' for the page's own question. */
function answersOf({root}: BuiltPage): Map<string, Element> {
  const article = select(docusaurus.article, root);
  const answers = new Map<string, Element>();
  let id = '';
  for (const element of article ? selectAll('h3, section', article) : []) {
    if (element.tagName === 'h3') {
      id = String(element.properties.id ?? '');
    } else if (hasClass(element, interviewAnswerClass) && !answers.has(id)) {
      answers.set(id, element);
    }
  }
  return answers;
}

/** What an answer says, sentence by sentence. */
function unitsOf(answer: Element): string[] {
  return answer.children.flatMap((block) =>
    block.type === 'element' && !isMarked(block, labelMark)
      ? sentencesOf(block.children.map(spokenText).join('').replace(/\s+/g, ' '))
      : [],
  );
}

/** Text without the numbers of citations and the definitions of terms. */
function spokenText(node: ElementContent): string {
  if (node.type === 'text') {
    return node.value.replaceAll('⁠', '');
  }
  if (node.type !== 'element' || node.tagName === 'sup' || isForScreenOnly(node)) {
    return '';
  }
  return node.tagName === 'code' ? `\`${toString(node)}\`` : node.children.map(spokenText).join('');
}

function citedIn(answer: Element): string[] {
  return selectAll(`[role="${citationRole}"]`, answer).map(({properties}) =>
    String(properties.href).slice(1),
  );
}

/** The references of a page that its answers cite, by their ids. */
function sourcesOf({root}: BuiltPage, cited: ReadonlySet<string>): Map<string, Source> {
  return new Map(
    selectAll('[id]', root)
      .filter(({properties: {id}}) => isReferenceAnchor(id) && cited.has(String(id)))
      .map((entry) => {
        const text = select(`[${referenceTextMark}]`, entry) ?? entry;
        const link = select('a[href^="http"]', text);
        return [
          String(entry.properties.id),
          {title: toString(link ?? text).trim(), ...(link && {url: String(link.properties.href)})},
        ];
      }),
  );
}

/** A search learns from every other wording; who practises is asked in the first ones, those that ask before all others. */
const mostWordings = 6;

function wordingsOf(alsoAsked: readonly string[]): string[] {
  const wordings = alsoAsked.map(asQuestion);
  const asks = (wording: string) => /\?$|세요$/.test(wording);
  return [...wordings.filter(asks), ...wordings.filter((wording) => !asks(wording))].slice(
    0,
    mostWordings,
  );
}

/** As a person would write what is asked: 왜 생겼나요 → 왜 생겼나요? Not what one complains of: 안 돼요. */
function asQuestion(wording: string): string {
  const isAsked =
    /(?:까|나요|가요|죠)$/.test(wording) ||
    (/요$/.test(wording) && /[왜뭐뭘몇]|무엇|무슨|어[떤떻디느]|언제|누[가구]|얼마/.test(wording));
  return isAsked && !/(?:[보주]세|싶어|겠어)요$/.test(wording) ? `${wording}?` : wording;
}
