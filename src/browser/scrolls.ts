import {scrollsMark} from '@site/lib/pageMarkup';
import type {Behavior} from './behavior';

let observer: ResizeObserver | undefined;

/** What is wide enough to scroll is a stop of the keyboard, and what is not is none. */
export default {
  arrive() {
    observer ??= new ResizeObserver((entries) => {
      for (const {target} of entries) {
        if (target.scrollWidth > target.clientWidth) {
          target.setAttribute('tabindex', '0');
        } else {
          target.removeAttribute('tabindex');
        }
      }
    });
    for (const element of document.querySelectorAll(`[${scrollsMark}]`)) {
      observer.observe(element);
    }
  },
} satisfies Behavior;
