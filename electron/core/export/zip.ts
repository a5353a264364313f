import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

/** The first day zip knows: the same content gives the same bytes whenever it is written. */
const fixedDate = (1 << 5) | 1;
const utf8Names = 0x0800;
const deflated = 8;
const version = 20;

/**
 * A zip archive of the entries in their order: UTF-8 names, deflated, no clock, no attributes. Throws RangeError beyond
 * 65,535 entries or 4 GiB.
 */
export function zipArchive(entries: Iterable<ZipEntry>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let count = 0;
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 6 });
    const encoded = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(fixedDate, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), common, encoded, packed);
    // Comment, disk and attributes (all none), and where the entry begins.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([version, 0]), common, tail, encoded);
    count++;
    offset += 30 + encoded.length + packed.length;
    if (offset > 0xffffffff) throw new RangeError('the archive is larger than 4 GiB');
  }
  if (count > 0xffff) throw new RangeError('more than 65535 files in one archive');
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
