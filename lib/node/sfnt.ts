/** The tables of a font by their tags. */
export function readTables(font: Buffer): Map<string, Buffer> {
  return new Map(
    Array.from({length: font.readUInt16BE(4)}, (_, index) => {
      const record = 12 + index * 16;
      const start = font.readUInt32BE(record + 8);
      return [
        font.toString('latin1', record, record + 4),
        font.subarray(start, start + font.readUInt32BE(record + 12)),
      ];
    }),
  );
}

/** A font of these tables. */
export function writeTables(tables: readonly (readonly [string, Buffer])[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + sorted.length * 16);
  const power = Math.floor(Math.log2(sorted.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((sorted.length - 2 ** power) * 16, 10);
  const parts = [header];
  let offset = header.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const record = 12 + index * 16;
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(checksumOf(padded), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(table.length, record + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function checksumOf(table: Buffer): number {
  let sum = 0;
  for (let position = 0; position < table.length; position += 4) {
    sum = (sum + table.readUInt32BE(position)) >>> 0;
  }
  return sum;
}
