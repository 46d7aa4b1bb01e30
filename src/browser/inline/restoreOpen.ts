import type {HistoryEntry} from '../historyEntry';

// Part of the HTML, at its end: what was open is open again before the browser scrolls to where the reader was.
const {open = []} = (history.state ?? {}) as HistoryEntry;
for (const index of open) {
  document.querySelectorAll('main details')[index]?.setAttribute('open', '');
}
