import {wantsNewTab} from './behavior';
import {readStored, writeStored} from './storage';

const key = 'kkori-search-shortcut';

/** Whether `/` opens the search: a single-letter shortcut can be switched off (WCAG 2.1.4). */
export function isSlashOn(): boolean {
  return readStored('localStorage', key) !== 'off';
}

export function setSlashOn(isOn: boolean): void {
  writeStored('localStorage', key, isOn ? null : 'off');
}

/** Whether a key is the `/` that opens the search, and not one that is typed. */
export function isSlashToOpen(event: KeyboardEvent): boolean {
  return (
    event.key === '/' &&
    !event.altKey &&
    !wantsNewTab(event) &&
    !isTyping(event.target) &&
    isSlashOn()
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
