import type {Search} from '@site/lib/search/search';
import {button} from '../element';
import {trouble} from '../trouble';
import {loadSearch, loadTexts} from './loadSearch';
import {notice} from './results';

/** A place of the page where one searches: its field, where it says how much it found, and where it shows it. */
export interface SearchPlace {
  root: HTMLElement;
  input: HTMLInputElement;
  status: HTMLElement;
  body: HTMLElement;
}

/** @throws when the template has changed and this has not */
export function searchPlaceOf(root: HTMLElement): SearchPlace {
  const part = <Part extends Element>(selector: string) => {
    const found = root.querySelector<Part>(selector);
    if (!found) {
      throw new Error(`${selector} is missing`);
    }
    return found;
  };
  return {
    root,
    input: part<HTMLInputElement>('[name="q"]'),
    status: part<HTMLElement>('[aria-live]'),
    body: part<HTMLElement>('[data-part="results"]'),
  };
}

/**
 * Loads the index that the place names, and shows what its search finds whenever the field changes,
 * what was typed before included. The texts come after the index, which results wait for; without
 * them nothing is excerpted.
 */
export function searchLive(
  {root, input, status, body}: SearchPlace,
  show: (query: string, search: Search) => void,
): void {
  const {index = '', texts = ''} = root.dataset;
  let search: Search | undefined;
  const refresh = () => {
    const query = input.value.trim();
    if (search) {
      show(query, search);
    } else {
      // Who has not asked waits for nothing.
      body.replaceChildren(...(query === '' ? [] : [notice('검색 색인을 불러오는 중입니다…')]));
    }
  };
  const load = () => {
    refresh();
    loadSearch(index).then(
      (loaded) => {
        search = loaded;
        refresh();
        const finishWith = (all: string[]) => {
          search = (query, limit) => loaded(query, limit, all);
          refresh();
        };
        loadTexts(texts).then(finishWith, () => finishWith([]));
      },
      () => {
        status.textContent = '';
        body.replaceChildren(
          trouble(
            process.env.NODE_ENV === 'development'
              ? '개발 서버에는 검색 색인이 없습니다. npm run preview로 띄우면 찾을 수 있습니다.'
              : '검색 색인을 불러오지 못했습니다. 인터넷 연결을 확인해 주세요.',
            button('다시 시도', load),
          ),
        );
      },
    );
  };
  input.addEventListener('input', refresh);
  load();
}
