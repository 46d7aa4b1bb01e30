import {standingMark} from '@site/lib/pageMarkup';
import {dayOf} from '@site/lib/practice/day';
import {never, standingLabels, standingsKey} from '@site/lib/practice/standing';
import type {Behavior} from './behavior';
import {readStoredJson} from './storage';

/**
 * Shows beside a question how it stood when the reader practised last (src/browser/practice writes that
 * down). Drawn with the page already (inline/beforePaint.ts); the place is kept in the page, so that
 * nothing moves.
 */
export default {
  listen() {
    addEventListener('storage', ({key}) => {
      if (key === standingsKey) {
        show();
      }
    });
    // Back from the practice: such a page is shown as it was left.
    addEventListener('pageshow', ({persisted}) => persisted && show());
  },
  arrive: show,
} satisfies Behavior;

export function show(): void {
  const firmUntil = readStoredJson('localStorage', standingsKey) as Record<string, number> | null;
  const today = dayOf(Date.now());
  for (const place of document.querySelectorAll(`[${standingMark}]`)) {
    const day = firmUntil?.[place.getAttribute(standingMark) ?? ''];
    const standing = day === never ? 'new' : today <= Number(day) ? 'firm' : 'shaky';
    place.textContent = day === undefined ? '' : standingLabels[standing];
    place.setAttribute('data-standing', standing);
  }
}
