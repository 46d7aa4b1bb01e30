import {decoded} from '@site/lib/address';
import {kindMark} from '@site/lib/pageMarkup';
import type {Behavior} from './behavior';
import {historyEntry} from './historyEntry';

let hasArrived = false;

/** Opens every closed answer around `#id`, the answer of a question included, and goes there. */
export default {
  arrive() {
    // A page that was left and is there again shows what was open then.
    const isThereAgain = !hasArrived && historyEntry().open !== undefined;
    hasArrived = true;
    if (!isThereAgain) {
      reveal();
    }
  },
} satisfies Behavior;

function reveal(): void {
  // What the address says is a stranger's text: it may be no place of the page, and no UTF-8.
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (!target) {
    return;
  }
  let wasHidden = false;
  for (
    let details = target.closest('details');
    details;
    details = details.parentElement?.closest('details') ?? null
  ) {
    wasHidden ||= !details.open;
    details.open = true;
  }
  if (wasHidden) {
    target.scrollIntoView();
  }
  // A question's box is gone to for its question, which stays closed.
  const box = target.closest(`[${kindMark}]`);
  focus(
    target.closest('summary') ?? (box === target ? box.querySelector('summary') : null) ?? target,
  );
}

/** From here the keyboard goes on; where it would stay at the top, in some browsers, without it. */
function focus(target: HTMLElement): void {
  target.focus({preventScroll: true});
  if (document.activeElement !== target) {
    target.tabIndex = -1;
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), {once: true});
    target.focus({preventScroll: true});
  }
}
