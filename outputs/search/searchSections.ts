import {referenceListId} from '../../lib/anchors.ts';
import {followUpKindTitled, furtherReadingTitle, isFollowUpKind} from '../../lib/page.ts';
import type {SearchSection} from '../../lib/search/searchIndex.ts';
import {pagesIn, publicPathOf, sectionsOf, type BuiltVersion, type Section} from '../builtSite.ts';

/** What to search: the sections that have text of their own, in order of reading. */
export function searchSectionsOf({sidebar}: BuiltVersion): SearchSection[] {
  return pagesIn(sidebar).flatMap((page) => {
    const sections = sectionsOf(page);
    const title = sections[0]?.heading ?? '';
    // The glossary, the corrections and the bibliography: they ask nothing further.
    const isAppendix = !sections.some(({kind}) => isFollowUpKind(kind));
    return sections.flatMap((section, index): SearchSection[] => {
      const parents = parentsOf(sections, index);
      const isGroup = followUpKindTitled(section.heading) !== undefined;
      const text = isGroup ? questionsBelow(sections, index) : answerFirst(section);
      // The bibliography has what a page's own list of references says.
      return text === '' || section.id === referenceListId
        ? []
        : [
            {
              url: publicPathOf(page) + (section.id && `#${section.id}`),
              page: title,
              heading: section.heading,
              kind: section.kind,
              parents,
              text,
              alsoAsked: section.alsoAsked,
              importance: isGroup ? 0.3 : importanceOf(section, isAppendix),
            },
          ];
    });
  });
}

/** The text of a section, with a line of its own for what it answers: excerpts are best cut from there. */
function answerFirst({prose, answer}: Section): string {
  const start = prose.indexOf(answer);
  const rest = `${prose.slice(0, start)}${prose.slice(start + answer.length)}`.trim();
  return answer === '' || start < 0 ? prose : [answer, rest].filter(Boolean).join('\n');
}

/** What stands below 꼬리질문 and 꼬꼬무: nothing but questions. */
function questionsBelow(sections: readonly Section[], index: number): string {
  const rest = sections.slice(index + 1);
  const end = rest.findIndex(({depth}) => depth <= 2);
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .filter(({kind}) => kind !== 'section')
    .map(({heading}) => heading)
    .join(' ');
}

/** Lists mention everything and answer nothing. */
function importanceOf({heading}: Section, isAppendix: boolean): number {
  return isAppendix || heading === furtherReadingTitle ? 0.5 : 1;
}

function parentsOf(sections: readonly Section[], index: number): string[] {
  const parents: string[] = [];
  let depth = sections[index]?.depth ?? 0;
  for (let above = index - 1; above > 0; above -= 1) {
    const section = sections[above];
    if (section && section.depth < depth) {
      parents.unshift(section.heading);
      depth = section.depth;
    }
  }
  return parents;
}
