import {element} from './element';

/** Says what did not come, with a button for what one can do. */
export function trouble(message: string, remedy: HTMLButtonElement): HTMLElement {
  return element('div', {class: 'search-notice', role: 'alert'}, element('p', {}, message), remedy);
}
