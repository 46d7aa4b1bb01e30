/** What a font says of itself (OpenType, `name`): copyright, names, version, licence and its address. */
export const keptNameIds = [0, 1, 2, 3, 4, 5, 6, 13, 14];

/** Unique id and PostScript name: without spaces. */
const idsWithoutSpaces = [3, 6];

/** Text as Windows and the web read it, in English. */
const english = {platform: 3, encoding: 1, language: 0x409};
const recordLength = 12;

/** The English names of a `name` table by their ids. */
export function readNames(table: Buffer): Map<number, string> {
  const storage = table.readUInt16BE(4);
  const names = new Map<number, string>();
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const record = 6 + index * recordLength;
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(record + field),
    ) as [number, number, number, number, number, number];
    if (
      platform === english.platform &&
      encoding === english.encoding &&
      language === english.language
    ) {
      const text = Buffer.from(table.subarray(storage + offset, storage + offset + length));
      names.set(id, text.swap16().toString('utf16le'));
    }
  }
  return names;
}

/** The `name` table of a font that has another family's name, with the copyright and the licence that it had. */
export function renamed(table: Buffer, from: string, to: string): Buffer {
  const names = readNames(table);
  const texts = keptNameIds.flatMap((id) => {
    const name = names.get(id);
    if (name === undefined) {
      return [];
    }
    const isName = id >= 1 && id <= 6;
    const family = idsWithoutSpaces.includes(id) ? to.replaceAll(' ', '') : to;
    const text = isName ? name.replaceAll(from, family) : name;
    return [{id, bytes: Buffer.from(text, 'utf16le').swap16()}];
  });
  const header = Buffer.alloc(6 + texts.length * recordLength);
  header.writeUInt16BE(texts.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  for (const [index, {id, bytes}] of texts.entries()) {
    const {platform, encoding, language} = english;
    [platform, encoding, language, id, bytes.length, offset].forEach((value, field) =>
      header.writeUInt16BE(value, 6 + index * recordLength + field * 2),
    );
    offset += bytes.length;
  }
  return Buffer.concat([header, ...texts.map(({bytes}) => bytes)]);
}
