import {all, on, wantsNewTab, type Behavior} from './behavior';
import {button} from './element';
import {notify} from './notice';
import {isSlashToOpen} from './slashSetting';
import {trouble} from './trouble';

const failure = '검색을 불러오지 못했습니다. 인터넷 연결을 확인해 주세요.';
const load = () => import('./search/index');
const loadAlgolia = () => import('./algolia');
/** Where the build was told of Algolia, what its search needs to know. */
const algoliaOptions = () => all('search')[0]?.dataset.algolia;
let hasAlgoliaKeys = false;

/** The link to the list of all questions becomes the button of the search, which Ctrl+K and `/` press too. */
export const search: Behavior = {
  listen() {
    on('search', 'mouseover', prepare);
    on('search', 'focusin', prepare);
    on('search', 'click', (_, event) => {
      if (!wantsNewTab(event)) {
        event.preventDefault();
        open();
      }
    });
    on('search', 'keydown', (_, event) => {
      if (event.key === ' ') {
        event.preventDefault();
        open();
      }
    });
    document.addEventListener('keydown', (event) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!hasAlgoliaKeys && (isCommand || isSlashToOpen(event))) {
        event.preventDefault();
        open();
      }
    });
  },
  arrive() {
    for (const link of all('search')) {
      link.role = 'button';
      link.ariaHasPopup = 'dialog';
    }
  },
};

/** The dialog itself stands in the page, so that its field takes what is typed before the rest has come. */
export const searchDialog: Behavior = {
  listen() {
    // A click on the backdrop closes, as Escape does.
    on('search-dialog', 'click', (dialog, {target}) => {
      if (target === dialog) {
        (dialog as HTMLDialogElement).close();
      }
    });
    addEventListener('pagehide', () =>
      all<HTMLDialogElement>('search-dialog').forEach((dialog) => dialog.close()),
    );
  },
  arrive() {
    // Opened before the scripts came (inline/loader.ts).
    all<HTMLDialogElement>('search-dialog')
      .filter((dialog) => dialog.open)
      .forEach(bringSearch);
  },
};

export const searchPage: Behavior = {
  arrive() {
    all('search-page').forEach(bringSearch);
  },
};

/** Fetches the search before it is asked for; what fails now fails again, and is answered, when it is. */
function prepare(): void {
  (algoliaOptions() ? loadAlgolia() : load()).catch(() => undefined);
}

function open(): void {
  const options = algoliaOptions();
  const [dialog] = all<HTMLDialogElement>('search-dialog');
  if (options) {
    loadAlgolia().then(
      ({openAlgolia}) => {
        openAlgolia(JSON.parse(options) as Parameters<typeof openAlgolia>[0]);
        hasAlgoliaKeys = true;
      },
      () => notify(failure),
    );
  } else if (dialog && !dialog.open) {
    dialog.showModal();
    // What was sought last is there to go on with, and the first key replaces it.
    dialog.querySelector('input')?.select();
    bringSearch(dialog);
  }
}

const brought = new WeakSet<HTMLElement>();

/** Lets a place of the page search; where the code for it does not come, says so and what one can do. */
function bringSearch(place: HTMLElement): void {
  if (brought.has(place)) {
    return;
  }
  brought.add(place);
  load().then(
    ({searchIn}) => searchIn(place),
    () => {
      // A browser that has not got a module once does not ask again. The page of the search is a new
      // one, and of the site as it is now: this one may be older than what it asks for.
      const openPage = button('검색 페이지에서 찾기', () =>
        place.querySelector('form')?.requestSubmit(),
      );
      place.querySelector('[data-part="results"]')?.replaceChildren(trouble(failure, openPage));
    },
  );
}
