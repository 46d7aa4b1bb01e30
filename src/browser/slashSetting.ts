import {readStored, writeStored} from './storage';

const key = 'kkori-search-shortcut';

/** Whether `/` opens the search: a single-letter shortcut can be switched off (WCAG 2.1.4). */
export function isSlashOn(): boolean {
  return readStored('localStorage', key) !== 'off';
}

export function setSlashOn(isOn: boolean): void {
  writeStored('localStorage', key, isOn ? null : 'off');
}
