import {deflateSync} from 'node:zlib';

import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

const objectsPerStream = 1000;

/**
 * Writes a document with object streams and a cross-reference stream (ISO 32000-1,
 * 7.5.7 and 7.5.8). Not with pdf-lib's own writer, whose time grows with the
 * square of the number of objects, and whose files are a twentieth larger.
 */
export function writePdf(context: PDFContext): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.length;
  };
  // Type, then offset or number of the object stream, then index in that stream.
  const entries: [number, number, number][] = [[0, 0, 65535]];
  let nextNumber = context.largestObjectNumber + 1;
  const addStream = (number: number, dictionary: string, content: Uint8Array) => {
    entries[number] = [1, length, 0];
    const bytes = deflateSync(content, {level: 9});
    add(
      latin1(
        `${number} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`,
      ),
    );
    add(bytes);
    add(latin1('\nendstream\nendobj\n'));
  };

  add(latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'));
  const packed: [number, Uint8Array][] = [];
  for (const [{objectNumber}, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) {
      entries[objectNumber] = [1, length, 0];
      add(latin1(`${objectNumber} 0 obj\n`));
      const bytes = new Uint8Array(object.sizeInBytes());
      object.copyBytesInto(bytes, 0);
      add(bytes);
      add(latin1('\nendobj\n'));
    } else {
      packed.push([objectNumber, latin1(written(object))]);
    }
  }
  for (let start = 0; start < packed.length; start += objectsPerStream) {
    const objects = packed.slice(start, start + objectsPerStream);
    let offset = 0;
    const heads = objects.map(([number, bytes], index) => {
      entries[number] = [2, nextNumber, index];
      const head = `${number} ${offset}`;
      offset += bytes.length + 1;
      return head;
    });
    const head = latin1(`${heads.join(' ')}\n`);
    const body = objects.flatMap(([, bytes]) => [bytes, latin1('\n')]);
    addStream(
      nextNumber,
      `/Type/ObjStm/N ${objects.length}/First ${head.length}`,
      Buffer.concat([head, ...body]),
    );
    nextNumber += 1;
  }

  const start = length;
  entries[nextNumber] = [1, start, 0];
  const {Root, Info, ID} = context.trailerInfo;
  const rows = Array.from({length: nextNumber + 1}, (_, number) => rowOf(entries[number]));
  addStream(
    nextNumber,
    `/Type/XRef/Size ${rows.length}/W[1 4 2]/DecodeParms<</Predictor 12/Columns ${rowLength}>>` +
      `/Root ${String(Root)}/Info ${String(Info)}/ID ${String(ID)}`,
    predicted(rows),
  );
  add(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** An object as it is written in the file. */
function written(object: PDFObject): string {
  if (object instanceof PDFDict) {
    let text = '<<';
    for (const [key, value] of object.entries()) {
      text += key.toString() + apart(written(value));
    }
    return `${text}>>`;
  }
  if (object instanceof PDFArray) {
    return `[${object.asArray().map(written).map(apart).join('')}]`;
  }
  return object instanceof PDFHexString ? literal(object.asBytes()) : object.toString();
}

/** After another, with a space where nothing else tells them apart. */
const apart = (token: string) => ('/[(<'.includes(token.charAt(0)) ? token : ` ${token}`);

/** Bytes as a string in brackets: half as long as in hexadecimal digits. */
function literal(bytes: Uint8Array): string {
  const escaped = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('\r', '\\r');
  return `(${escaped})`;
}

const rowLength = 7;

function rowOf([type, offset, index]: [number, number, number] = [0, 0, 0]): Buffer {
  const row = Buffer.alloc(rowLength);
  row.writeUInt8(type, 0);
  row.writeUInt32BE(offset, 1);
  row.writeUInt16BE(index, 5);
  return row;
}

/** Each row as its difference from the one above, which is nearly always the same (PNG's filter Up). */
function predicted(rows: readonly Buffer[]): Buffer {
  return Buffer.concat(
    rows.map((row, index) =>
      Buffer.from([2, ...row.map((byte, column) => byte - (rows[index - 1]?.[column] ?? 0))]),
    ),
  );
}
