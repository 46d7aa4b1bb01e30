import type {Behavior} from './behavior';
import {historyEntry, keepInHistory} from './historyEntry';

let timer = 0;

/** Keeps what is open on the page, for a reload and for Back (inline/beforePaint.ts opens it). */
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
    // Back to another place of the page. After this the browser scrolls to where the reader was, which
    // is there only with what was open then: a link into a closed answer has opened it since.
    addEventListener('popstate', () => {
      const {open} = historyEntry();
      if (open) {
        disclosures().forEach((details, index) => (details.open = open.includes(index)));
      }
    });
  },
  arrive: keep,
} satisfies Behavior;

function keep(): void {
  const open = disclosures().flatMap((details, index) => (details.open ? [index] : []));
  keepInHistory({open});
}

function disclosures(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('main details')];
}
