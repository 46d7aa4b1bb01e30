import {button, element} from './element';

/** Whether fingers are what the reader points with: nothing shows by hovering. */
export function isTouched(): boolean {
  return matchMedia('(hover: none)').matches;
}

/**
 * Shows what belongs to a place in the text at the bottom of the screen, and leaves the page where it is.
 * @param links where to read on
 */
export function openSheet(name: string, content: Node[], links: HTMLAnchorElement[]): void {
  const sheet = element(
    'dialog',
    {class: 'sheet', 'aria-label': name},
    element('div', {class: 'sheet-content'}, ...content),
    element(
      'div',
      {class: 'sheet-links'},
      ...links,
      button('닫기', () => sheet.close()),
    ),
  );
  // A tap beside it closes it, and so does one that leads on.
  sheet.addEventListener('click', ({target}) => {
    if (target === sheet || (target instanceof Element && target.closest('a'))) {
      sheet.close();
    }
  });
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
}
