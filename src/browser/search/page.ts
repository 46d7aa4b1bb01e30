import {element} from '../element';
import {searchLive, searchPlaceOf, seek} from './liveSearch';
import {byPage, isSaidByFirst, nothingFound, readingsLine, resultLink} from './results';

/** Lets the search page search: for the words of its address, and for what is typed into its field. */
export function searchInPage(root: HTMLElement): void {
  const place = searchPlaceOf(root);
  const {input, status, body} = place;
  // What a quick reader has typed already is newer than the address.
  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  const keepAddress = () =>
    history.replaceState(history.state, '', `?q=${encodeURIComponent(input.value.trim())}`);
  const choose = (text: string) => {
    seek(input, text);
    keepAddress();
  };
  searchLive(place, 20, (query, answer) => {
    const results = answer?.results ?? [];
    status.textContent = answer
      ? results.length > 0
        ? `결과 ${results.length}개`
        : '찾은 것이 없습니다'
      : '';
    body.replaceChildren(
      ...readingsLine(answer?.readings ?? []),
      ...byPage(results).map(({title, results: group}) =>
        element(
          'section',
          {'aria-label': title},
          ...(isSaidByFirst(title, group) ? [] : [element('h2', {}, title)]),
          element('ul', {}, ...group.map((result) => element('li', {}, resultLink(result)))),
        ),
      ),
      ...(answer && results.length === 0 ? nothingFound(query, answer, choose) : []),
    );
  });
  input.addEventListener('change', keepAddress);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    keepAddress();
  });
}
