import {kindLabels} from '@site/lib/page';
import type {Range} from '@site/lib/search/excerpt';
import {decoded} from '@site/lib/address';
import {groupBy} from '@site/lib/groupBy';
import type {Reading, SearchAnswer, SearchResult} from '@site/lib/search/search';
import {button, element} from '../element';
import {leaveSearchWords} from '../searchWords';

/** A link to a result: its kind and heading, and a part of its text. */
export function resultLink(
  {document, headingRanges, excerpt, words}: SearchResult,
  attributes: Record<string, string> = {},
): HTMLAnchorElement {
  const link = element(
    'a',
    {class: 'search-result', href: document.url, ...attributes},
    element(
      'span',
      {class: 'search-heading'},
      ...(document.kind === 'section'
        ? []
        : [element('span', {class: 'search-kind'}, kindLabels[document.kind]), ' ']),
      ...marked(document.heading, headingRanges),
    ),
    ...(excerpt
      ? [' ', element('span', {class: 'search-excerpt'}, ...marked(excerpt.text, excerpt.ranges))]
      : []),
  );
  link.addEventListener('click', () => leaveSearchWords(link.href, words));
  return link;
}

/** A text with the places that match marked. */
function marked(text: string, ranges: readonly Range[]): (Node | string)[] {
  const parts = ranges.flatMap(([start, end], index) => [
    text.slice(ranges[index - 1]?.[1] ?? 0, start),
    element('mark', {}, text.slice(start, end)),
  ]);
  return [...parts, text.slice(ranges.at(-1)?.[1] ?? 0)];
}

/** Says which words were taken for others. */
export function readingsLine(readings: readonly Reading[]): Node[] {
  const changes = readings.map(({typed, meant}) => `‘${typed}’ → ‘${meant}’`).join(', ');
  return changes === '' ? [] : [notice(`${changes} 검색 결과입니다.`)];
}

export function notice(text: string): HTMLElement {
  return element('p', {class: 'search-notice'}, text);
}

/**
 * What helps where nothing is found: what may have been meant, the words that stand nowhere, what comes nearest, and what one can seek.
 * @param choose seeks what may have been meant
 * @param suggestions for the place, which knows how to follow them
 */
export function nothingFound(
  query: string,
  {nearest, unknown, similar}: SearchAnswer,
  choose: (query: string) => void,
  ...suggestions: HTMLElement[]
): HTMLElement[] {
  const words = unknown.map((word) => `‘${word}’`).join(', ');
  return [
    notice(
      `‘${query}’에 맞는 답을 찾지 못했습니다.${words && words !== `‘${query}’` ? ` 이 버전의 글에 없는 말: ${words}.` : ''} 낱말을 줄이거나 다른 말로 찾아보세요.`,
    ),
    ...(similar === undefined
      ? []
      : [
          element(
            'p',
            {class: 'search-notice'},
            '이것을 찾으셨나요? ',
            button(similar, () => choose(similar)),
          ),
        ]),
    ...(nearest.length > 0
      ? [
          notice('가장 가까운 글입니다.'),
          element(
            'ul',
            {class: 'search-nearest'},
            ...nearest.map((result) => element('li', {}, resultLink(result))),
          ),
        ]
      : []),
    ...suggestions,
  ];
}

/** The results by page, that of the best one first; two pages of one title are told apart by their place. */
export function byPage(
  results: readonly SearchResult[],
): {title: string; results: SearchResult[]}[] {
  const groups = [...groupBy(results, ({document}) => document.url.replace(/#.*/, ''))];
  const titles = groups.map(([, group]) => group[0]?.document.page ?? '');
  return groups.map(([address, group], index) => {
    const title = titles[index] ?? '';
    const isShared = titles.filter((other) => other === title).length > 1;
    const place = decoded(address).split('/').filter(Boolean).slice(-2).join('/');
    return {title: isShared ? `${title} (${place})` : title, results: group};
  });
}

/** Whether the first result of a page is the page itself, and says its title. */
export function isSaidByFirst(title: string, [first]: readonly SearchResult[]): boolean {
  return first?.document.heading === title;
}
