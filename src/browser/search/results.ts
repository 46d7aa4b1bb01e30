import {kindLabels} from '@site/lib/page';
import type {Range} from '@site/lib/search/excerpt';
import type {Reading, SearchResult} from '@site/lib/search/search';
import {element} from '../element';
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
      ? [element('span', {class: 'search-excerpt'}, ...marked(excerpt.text, excerpt.ranges))]
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

export function nothingFound(query: string): string {
  return `‘${query}’에 맞는 답을 찾지 못했습니다. 낱말을 줄이거나 다른 말로 찾아보세요.`;
}
