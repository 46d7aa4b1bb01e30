import {all, on, wantsNewTab, type Behavior} from './behavior';
import {element} from './element';
import {isTouched, openSheet} from './sheet';

const dismissed = 'data-dismissed';

/**
 * CSS alone shows a definition on hover and focus. Scripts let Escape close it (WCAG 1.4.13), and a
 * tap on a touch screen show it in a sheet instead of leaving the page.
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
    on('term', 'focusout', (term, {relatedTarget}) => leave(term, relatedTarget));
    on('term', 'click', (term, event) => {
      const [link] = term.getElementsByTagName('a');
      if (link && isTouched() && !wantsNewTab(event)) {
        event.preventDefault();
        const name = link.textContent;
        openSheet(
          name,
          [
            element('p', {class: 'sheet-title'}, name),
            element('p', {}, term.querySelector('[role="tooltip"]')?.textContent ?? ''),
          ],
          [element('a', {href: link.href}, '용어집에서 보기')],
        );
      }
    });
  },
} satisfies Behavior;

function leave(term: HTMLElement, to: EventTarget | null): void {
  if (!(to instanceof Node && term.contains(to))) {
    term.removeAttribute(dismissed);
  }
}
