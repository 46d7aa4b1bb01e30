import {ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib';

/** Id of every target of a link in the document → number of the page where it is. */
export async function pageNumbersOf(pdf: Uint8Array): Promise<Map<string, number>> {
  const document = await PDFDocument.load(pdf, {
    parseSpeed: ParseSpeeds.Fastest,
    updateMetadata: false,
  });
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
