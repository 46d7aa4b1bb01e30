import {searchOptionsId} from '@site/lib/anchors';
import type {SearchAnswer, SearchResult} from '@site/lib/search/search';
import {searchSuggestions} from '@site/lib/search/suggestions';
import {all, wantsNewTab} from '../behavior';
import {button, element} from '../element';
import {isSlashOn, setSlashOn} from '../slashSetting';
import {searchLive, searchPlaceOf, seek} from './liveSearch';
import {forgetSearches, readRecentSearches, rememberSearch} from './recentSearches';
import {byPage, isSaidByFirst, nothingFound, readingsLine, resultLink} from './results';

/** Lets the dialog search: its field becomes a combobox (WAI-ARIA 1.2) over the results. */
export function searchInDialog(dialog: HTMLDialogElement): void {
  const place = searchPlaceOf(dialog);
  const {input, status, body} = place;
  let options: HTMLAnchorElement[] = [];
  let active = 0;
  const {newerVersion} = dialog.dataset;
  const pageLink = element(
    'a',
    {hidden: ''},
    newerVersion ? `최신 버전(${newerVersion})에서 찾기` : '결과를 페이지로 보기',
  );
  dialog.append(element('div', {class: 'search-foot'}, slashSetting(), pageLink));
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', searchOptionsId],
    ['aria-expanded', 'false'],
  ] as const) {
    input.setAttribute(name, value);
  }

  const choose = (text: string) => seek(input, text);

  function activate(index: number): void {
    active = index;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = options[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(query: string, answer: SearchAnswer | undefined): void {
    const list = optionList(answer?.results ?? []);
    options = [...list.querySelectorAll('a')];
    const found = options.length > 0;
    input.setAttribute('aria-expanded', String(found));
    status.textContent = answer ? (found ? `결과 ${options.length}개` : '찾은 것이 없습니다') : '';
    body.replaceChildren(
      ...readingsLine(answer?.readings ?? []),
      ...(found ? [list] : []),
      ...(answer && !found
        ? nothingFound(query, answer, choose, allQuestions(), suggestions(choose))
        : []),
      ...(answer ? [] : [beginning(choose)]),
    );
    activate(Math.min(active, Math.max(0, options.length - 1)));
    pageLink.hidden = query === '';
    pageLink.href = `${input.form?.action}?q=${encodeURIComponent(query)}`;
  }

  input.addEventListener('input', () => (active = 0));
  input.addEventListener('keydown', (event) => {
    // Enter and arrows that belong to the input method: it is still composing a syllable.
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    const option = options[active];
    if (event.key === 'Enter' && option) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        rememberSearch(input.value.trim());
        open(option.href);
      } else {
        option.click();
      }
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      activate((active + step + options.length) % options.length);
    }
  });
  body.addEventListener('mousemove', ({target}) => {
    const index = options.findIndex((option) => target instanceof Node && option.contains(target));
    if (index >= 0 && index !== active) {
      activate(index);
    }
  });
  dialog.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && !wantsNewTab(event)) {
      if (options.includes(link)) {
        rememberSearch(input.value.trim());
      }
      // The place may be on this very page.
      dialog.close();
    }
  });
  searchLive(place, 12, show);
}

/** The results by page. */
function optionList(results: readonly SearchResult[]): HTMLElement {
  const list = element('div', {
    'aria-label': '검색 결과',
    id: searchOptionsId,
    role: 'listbox',
    tabindex: '-1',
  });
  let count = 0;
  for (const {title, results: group} of byPage(results)) {
    list.append(
      element(
        'div',
        {'aria-label': title, class: 'search-group', role: 'group'},
        ...(isSaidByFirst(title, group) ? [] : [element('p', {'aria-hidden': 'true'}, title)]),
        ...group.map((result) =>
          resultLink(result, {id: `search-option-${count++}`, role: 'option', tabindex: '-1'}),
        ),
      ),
    );
  }
  return list;
}

function allQuestions(): HTMLElement {
  const [link] = all<HTMLAnchorElement>('search');
  return element('p', {class: 'search-notice'}, element('a', {href: link?.href}, '모든 질문 보기'));
}

/** Before anything is typed: what was sought here before, and what one can seek. */
function beginning(choose: (query: string) => void): HTMLElement {
  const part = element('div', {class: 'search-beginning'});
  const recent = readRecentSearches();
  const forget = (query?: string) => {
    forgetSearches(query);
    const next = beginning(choose);
    part.replaceWith(next);
    // The button is gone with what it forgot.
    next.querySelector('button')?.focus();
  };
  if (recent.length > 0) {
    part.append(
      element(
        'p',
        {},
        '최근 검색 ',
        button('모두 지우기', () => forget()),
      ),
      element(
        'ul',
        {},
        ...recent.map((query) => {
          const forgetOne = button('×', () => forget(query));
          forgetOne.ariaLabel = `최근 검색에서 ‘${query}’ 지우기`;
          return element(
            'li',
            {},
            button(query, () => choose(query)),
            forgetOne,
          );
        }),
      ),
    );
  }
  part.append(
    ...suggestions(choose).childNodes,
    element('p', {}, '초성(ㄷㅋ), 한영 전환을 잊은 글자(ehzj), 조금 틀린 철자도 알아듣습니다.'),
  );
  return part;
}

function suggestions(choose: (query: string) => void): HTMLElement {
  return element(
    'div',
    {class: 'search-beginning'},
    element('p', {}, '이렇게 찾아보세요'),
    element(
      'ul',
      {},
      ...searchSuggestions.map((query) =>
        element(
          'li',
          {},
          button(query, () => choose(query)),
        ),
      ),
    ),
  );
}

function slashSetting(): HTMLElement {
  const box = element('input', {type: 'checkbox'});
  box.checked = isSlashOn();
  box.addEventListener('change', () => setSlashOn(box.checked));
  return element('label', {class: 'search-setting'}, box, element('kbd', {}, '/'), ' 키로 열기');
}
