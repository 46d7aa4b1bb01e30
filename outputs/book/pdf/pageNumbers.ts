import {PDFArray, PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib';

/** Id of every target of a link in the document → number of the page where it is. */
export function pageNumbersOf(document: PDFDocument): Map<string, number> {
  const numbers = new Map(document.getPages().map(({ref}, index) => [ref.toString(), index + 1]));
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return new Map(
    (destinations?.entries() ?? []).flatMap(([name, value]) => {
      const destination = document.context.lookup(value, PDFArray);
      const number = numbers.get(destination.get(0).toString());
      return number === undefined ? [] : [[name.decodeText(), number] as const];
    }),
  );
}
