const key = 'kkori-search-shortcut';

/** Whether `/` opens the search: a single-letter shortcut can be switched off (WCAG 2.1.4). */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function setSlashOn(isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off');
  } catch {
    // It then holds for this page only as the default.
  }
}
