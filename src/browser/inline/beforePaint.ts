import {historyEntry} from '../historyEntry';
import {show} from '../standings';

// Part of the HTML, at its end: what was open is open again before the browser scrolls to where the reader
// was, and the marks of the reader's practice are there with the text.
for (const index of historyEntry().open ?? []) {
  document.querySelectorAll('main details')[index]?.setAttribute('open', '');
}
show();
