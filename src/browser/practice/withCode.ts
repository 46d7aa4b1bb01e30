import {element} from '../element';

/** A text whose code stands in backquotes, as nodes. */
export function withCode(text: string): (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
}
