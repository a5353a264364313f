import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive: its bytes, or pieces of them that are made as they are packed. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array | Iterable<Uint8Array> };

/** The first day zip knows: the same content gives the same bytes whenever it is written. */
const fixedDate = (1 << 5) | 1;
const utf8Names = 0x0800;
const deflated = 8;
const version = 20;

const emptyLastBlock = new Uint8Array([3, 0]);

type Packed = { readonly packed: readonly Uint8Array[]; readonly size: number; readonly checksum: number };

function packedWhole(bytes: Uint8Array): Packed {
  return { packed: [deflateRawSync(bytes, { level: 6 })], size: bytes.length, checksum: crc32(bytes) };
}

/** The same without ever holding the whole: every piece ends on a byte, and an empty last block ends the stream. Yields after each. */
function* packedPieces(pieces: Iterable<Uint8Array>): Generator<void, Packed> {
  const done: Uint8Array[] = [];
  let [size, checksum] = [0, 0];
  for (const piece of pieces) {
    // A copy: what is packed lies in a larger piece of memory.
    done.push(new Uint8Array(deflateRawSync(piece, { level: 6, finishFlush: constants.Z_SYNC_FLUSH })));
    size += piece.length;
    checksum = crc32(piece, checksum);
    yield;
  }
  done.push(emptyLastBlock);
  return { packed: done, size, checksum };
}

/** A zip archive as one run of bytes; see `zipSteps`. */
export function zipArchive(entries: Iterable<ZipEntry>): Uint8Array {
  const steps = zipSteps(entries);
  for (;;) {
    const step = steps.next();
    if (step.done) return Buffer.concat(step.value);
  }
}

/**
 * A zip archive of the entries in their order: UTF-8 names, deflated, no clock, no attributes. Yields after every piece that
 * is packed and answers the archive in pieces. Throws RangeError beyond 65,535 entries or 4 GiB.
 */
export function* zipSteps(entries: Iterable<ZipEntry>): Generator<void, Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let count = 0;
  let offset = 0;
  for (const { name, bytes } of entries) {
    const { packed, size, checksum } = bytes instanceof Uint8Array ? packedWhole(bytes) : yield* packedPieces(bytes);
    const packedSize = packed.reduce((sum, piece) => sum + piece.length, 0);
    const encoded = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(fixedDate, 8);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(packedSize, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(encoded.length, 22);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), common, encoded, ...packed);
    // Comment, disk and attributes (all none), and where the entry begins.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([version, 0]), common, tail, encoded);
    count++;
    offset += 30 + encoded.length + packedSize;
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
  return [...pieces, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end];
}
