import {all, on, type Behavior} from './behavior';

const dismissed = 'data-dismissed';
let tapped: HTMLElement | undefined;

/**
 * CSS alone shows a definition on hover and focus. Scripts let Escape close it (WCAG 1.4.13), and
 * a first tap on a touch screen show it instead of leaving the page.
 */
export default {
  listen() {
    document.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') {
        all('term')
          .filter((term) => term.matches(':hover, :focus-within'))
          .forEach((term) => term.setAttribute(dismissed, ''));
      }
    });
    on('term', 'mouseout', (term, {relatedTarget}) => leave(term, relatedTarget));
    on('term', 'focusout', (term, {relatedTarget}) => {
      leave(term, relatedTarget);
      tapped = undefined;
    });
    on('term', 'click', (term, event) => {
      if (tapped !== term && matchMedia('(hover: none)').matches) {
        event.preventDefault();
        tapped = term;
      }
    });
  },
} satisfies Behavior;

function leave(term: HTMLElement, to: EventTarget | null): void {
  if (!(to instanceof Node && term.contains(to))) {
    term.removeAttribute(dismissed);
  }
}
