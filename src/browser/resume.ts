import {readAsMark} from '@site/lib/pageMarkup';
import {all, type Behavior} from './behavior';
import {readStoredJson, writeStored} from './storage';

const key = 'kkori-last-page';

/**
 * Keeps which question the reader was at last, in this browser alone, and lets the way into the
 * questions lead there.
 */
export default {
  arrive() {
    const label = document.querySelector(`[${readAsMark}]`)?.getAttribute(readAsMark);
    if (label) {
      writeStored('localStorage', key, JSON.stringify({label, path: location.pathname}));
    }
    const last = lastPage();
    for (const link of last ? all<HTMLAnchorElement>('resume') : []) {
      link.href = last?.path ?? '';
      link.textContent = `이어서: ${last?.label ?? ''}`;
    }
  },
} satisfies Behavior;

/** What is kept there may be anybody's: only a path of this very site is followed. */
function lastPage(): {label: string; path: string} | undefined {
  const stored = readStoredJson('localStorage', key) as
    {label?: unknown; path?: unknown} | null | undefined;
  const {label, path} = stored ?? {};
  return typeof label === 'string' && typeof path === 'string' && /^\/(?!\/)/.test(path)
    ? {label, path}
    : undefined;
}
