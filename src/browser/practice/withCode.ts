import * as sheets from '@site/lib/practice/sheets';
import {element} from '../element';

/** A text whose code stands in backquotes, as nodes. */
export function withCode(text: string): (Node | string)[] {
  return sheets.withCode<HTMLElement>(element, text);
}
