import type {SearchAnswer, SearchEngine} from '@site/lib/search/search';
import {button} from '../element';
import {trouble} from '../trouble';
import {loadParts, loadSearch, loadTexts} from './loadSearch';
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

/** Puts a query into a field that is searched live, as if it were typed. */
export function seek(input: HTMLInputElement, query: string): void {
  input.value = query;
  input.focus();
  input.dispatchEvent(new Event('input'));
}

/**
 * Loads the index that the place names, and shows what its search finds whenever the field changes,
 * what was typed before included. The words of a query come when it is typed, and the texts after
 * the index; results wait for the words, and without texts nothing is excerpted.
 * @param show what a query finds, or nothing while there is none
 */
export function searchLive(
  {root, input, status, body}: SearchPlace,
  limit: number,
  show: (query: string, answer: SearchAnswer | undefined) => void,
): void {
  const {index = '', texts: textsAddress = ''} = root.dataset;
  let engine: SearchEngine | undefined;
  let texts: readonly string[] | undefined;
  const fail = () => {
    body.ariaBusy = 'false';
    status.textContent = '';
    body.replaceChildren(
      trouble(
        process.env.NODE_ENV === 'development'
          ? '개발 서버에는 검색 색인이 없습니다. npm run preview로 띄우면 찾을 수 있습니다.'
          : '검색 색인을 불러오지 못했습니다. 인터넷 연결을 확인해 주세요.',
        button('다시 시도', load),
      ),
    );
  };
  const refresh = () => {
    const query = input.value.trim();
    if (!engine) {
      // Who has not asked waits for nothing.
      body.replaceChildren(...(query === '' ? [] : [notice('검색 색인을 불러오는 중입니다…')]));
      return;
    }
    const answer = query === '' ? undefined : engine.search(query, limit, texts);
    const isWaiting = answer !== undefined && answer.missing.length > 0;
    body.ariaBusy = String(isWaiting);
    if (isWaiting) {
      loadParts(engine, index, answer.missing).then(refresh, fail);
    }
    // What is shown stays until there is something to show instead.
    if (!isWaiting || answer.results.length > 0) {
      show(query, answer);
    }
  };
  const load = () => {
    refresh();
    loadSearch(index).then((loaded) => {
      engine = loaded;
      refresh();
      const finishWith = (all: readonly string[]) => {
        texts = all;
        refresh();
      };
      loadTexts(textsAddress).then(finishWith, () => finishWith([]));
    }, fail);
  };
  input.addEventListener('input', refresh);
  load();
}
