import type {Behavior} from './behavior';
import {keepInHistory} from './historyEntry';

let timer = 0;

/** Keeps what is open on the page, for a reload and for Back (inline/restoreOpen.ts opens it). */
export default {
  listen() {
    // Many may open at once, and a browser counts the changes of its history.
    document.addEventListener(
      'toggle',
      () => {
        clearTimeout(timer);
        timer = window.setTimeout(keep, 50);
      },
      true,
    );
    // A new entry of the history, of the same page.
    addEventListener('hashchange', keep);
  },
} satisfies Behavior;

function keep(): void {
  const open = [...document.querySelectorAll<HTMLDetailsElement>('main details')].flatMap(
    (details, index) => (details.open ? [index] : []),
  );
  keepInHistory({open});
}
