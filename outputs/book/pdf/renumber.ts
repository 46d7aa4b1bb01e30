import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFNumber,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib';

/**
 * The same document with its objects numbered as they are met from the trailer
 * on, and positions in hundredths of a point: without what nothing refers to any
 * more, and a tenth smaller.
 */
export function renumber(context: PDFContext): PDFContext {
  const {trailerInfo} = context;
  const renumbered = PDFContext.create();
  const references = new Map<PDFRef, PDFRef>();
  const waiting: PDFRef[] = [];

  const renamed = (reference: PDFRef): PDFRef => {
    const known = references.get(reference);
    if (known) {
      return known;
    }
    const next = renumbered.nextRef();
    references.set(reference, next);
    waiting.push(reference);
    return next;
  };
  const renameIn = (object: PDFObject | undefined): PDFObject | undefined => {
    if (object instanceof PDFRef) {
      return renamed(object);
    }
    if (object instanceof PDFNumber && !Number.isInteger(object.asNumber())) {
      return PDFNumber.of(Math.round(object.asNumber() * 100) / 100);
    }
    if (object instanceof PDFArray) {
      object.asArray().forEach((item, index) => {
        object.set(index, renameIn(item) ?? item);
      });
    } else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        object.set(key, renameIn(value) ?? value);
      }
    } else if (object instanceof PDFStream) {
      renameIn(object.dict);
    }
    return object;
  };

  renumbered.trailerInfo.Root = renameIn(trailerInfo.Root);
  renumbered.trailerInfo.Info = renameIn(trailerInfo.Info);
  renumbered.trailerInfo.ID = trailerInfo.ID;
  for (const reference of waiting) {
    const object = context.lookup(reference);
    const next = references.get(reference);
    if (object && next) {
      // A plain dictionary: pdf-lib packs no pages, nor what is above them.
      const plain =
        object instanceof PDFDict
          ? PDFDict.fromMapWithContext(new Map(object.entries()), renumbered)
          : object;
      renumbered.assign(next, renameIn(plain) ?? plain);
    }
  }
  return renumbered;
}
