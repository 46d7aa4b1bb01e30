import type {Behavior} from './behavior';
import {pageOf} from './link';

const fetched = new Set<string>();

/**
 * Fetches the page of a link that the pointer is on, where the browser does not do so by itself
 * (the speculation rules of outputs/pages). Not with `<link rel=prefetch>`: Safari has none, and
 * Firefox asks `default-src` of the policy, which is `'none'`.
 */
export default {
  listen() {
    if (HTMLScriptElement.supports?.('speculationrules')) {
      return;
    }
    document.addEventListener('mouseover', ({target}) => {
      const page = pageOf(target);
      if (page && !fetched.has(page)) {
        fetched.add(page);
        fetch(page, {priority: 'low'}).catch(() => fetched.delete(page));
      }
    });
  },
} satisfies Behavior;
