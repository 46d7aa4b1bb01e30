import {followUpMark} from '@site/lib/pageMarkup';
import {on, type Behavior} from './behavior';

/** Closes the answer that the button ends, and brings the reader back to its question. */
export default {
  listen() {
    on('close-answer', 'click', (button) => {
      const details = button.closest<HTMLDetailsElement>(`details[${followUpMark}]`);
      const summary = details?.querySelector('summary');
      if (details && summary) {
        // Before it closes, while the page is still long enough to stay where it is.
        summary.scrollIntoView({block: 'nearest'});
        details.open = false;
        summary.focus({preventScroll: true});
      }
    });
  },
} satisfies Behavior;
