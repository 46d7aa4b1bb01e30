import {PDFName} from '@cantoo/pdf-lib';

const names = new Map<string, PDFName>();

/** The name, e.g. `/Type`; of pdf-lib, which decodes it each time, asked for once. */
export function name(text: string): PDFName {
  let known = names.get(text);
  if (!known) {
    known = PDFName.of(text);
    names.set(text, known);
  }
  return known;
}
