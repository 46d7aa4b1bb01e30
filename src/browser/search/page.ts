import {groupBy} from '@site/lib/groupBy';
import {element} from '../element';
import {searchLive, searchPlaceOf} from './liveSearch';
import {nothingFound, readingsLine, resultLink} from './results';

/** Lets the search page search: for the words of its address, and for what is typed into its field. */
export function searchInPage(root: HTMLElement): void {
  const place = searchPlaceOf(root);
  const {input, status, body} = place;
  // What a quick reader has typed already is newer than the address.
  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  searchLive(place, (query, search) => {
    const {results, readings} = query === '' ? {results: [], readings: []} : search(query, 20);
    status.textContent =
      query === '' ? '' : results.length > 0 ? `결과 ${results.length}개` : nothingFound(query);
    body.replaceChildren(
      ...readingsLine(readings),
      ...[...groupBy(results, ({document}) => document.page)].map(([page, group]) =>
        element(
          'section',
          {'aria-label': page},
          element('h2', {}, page),
          element('ul', {}, ...group.map((result) => element('li', {}, resultLink(result)))),
        ),
      ),
    );
  });
  const keepAddress = () =>
    history.replaceState(history.state, '', `?q=${encodeURIComponent(input.value.trim())}`);
  input.addEventListener('change', keepAddress);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    keepAddress();
  });
}
