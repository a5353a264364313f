import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DamageError, FormatError } from './unreadable.ts';

/** Bounds on a zip container, far above what any word processor writes. */
const containerLimits = {
  entries: 10_000,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  /** Inflated size over stored size, looked at only above `ratioFloor` bytes: prose packs about 1 to 10. */
  ratio: 400,
  ratioFloor: 8 * 1024 * 1024,
} as const;
export type ContainerLimits = { readonly [Bound in keyof typeof containerLimits]: number };

/** A zip held in memory: its entries are known by name only, nothing is ever written to disk. */
export type Container = {
  readonly names: ReadonlySet<string>;
  /** Bytes an entry claims to inflate to; 0 for one that is not there. */
  readonly size: (name: string) => number;
  /** Inflates one entry piece by piece; the receiver may throw to stop. Throws DamageError for an entry that is not there or does not hold what it says. */
  readonly read: (name: string, receive: (piece: Uint8Array) => void) => Promise<void>;
  /** Inflates one entry whole. Throws as `read` does, and FormatError for one of more bytes than `most`. */
  readonly whole: (name: string, most?: number) => Promise<Buffer>;
  /** Inflates one entry at once. Throws as `read` does. */
  readonly readNow: (name: string) => Uint8Array;
};

/**
 * Opens a zip and checks its directory against the limits before anything is inflated. Throws DamageError for a broken
 * directory, FormatError for too many entries or sizes only a bomb would claim. Of twin names the first counts.
 */
export async function openContainer(bytes: Uint8Array, limits: Partial<ContainerLimits> = {}): Promise<Container> {
  const zip = await opened(bytes);
  const entries = await directory(zip, { ...containerLimits, ...limits });
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new DamageError('part_missing');
    if (entry.isEncrypted()) throw new FormatError('encrypted');
    return entry;
  };
  const read: Container['read'] = async (name, receive) => inflate(zip, entryOf(name), receive);
  return {
    names: new Set(entries.keys()),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read,
    whole: async (name, most = Infinity) => {
      const pieces: Uint8Array[] = [];
      let size = 0;
      await read(name, (piece) => {
        size += piece.length;
        if (size > most) throw new FormatError('bomb');
        pieces.push(piece);
      });
      return Buffer.concat(pieces);
    },
    readNow: (name) => inflated(bytes, entryOf(name)),
  };
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(new DamageError('zip', { cause: error }));
    });
  });
}

function directory(zip: ZipFile, limits: ContainerLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      zip.removeAllListeners('entry');
      reject(new FormatError('bomb'));
    };
    if (zip.entryCount > limits.entries) {
      refuse();
      return;
    }
    zip.on('entry', (entry) => {
      total += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes) {
        refuse();
        return;
      }
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entry.uncompressedSize > limits.ratioFloor && ratio > limits.ratio) {
        refuse();
        return;
      }
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error) => reject(new DamageError('zip', { cause: error })));
    zip.readEntry();
  });
}

/** Length of what stands before the name in the head of an entry. */
const headLength = 30;
const [stored, deflated] = [0, 8];
/** A bit that fell over is seen by the checksum only. */
const otherBytes = 'not the bytes it was written with';

function inflated(bytes: Uint8Array, entry: Entry): Uint8Array {
  const head = entry.relativeOffsetOfLocalHeader;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = head + headLength + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    const { compressionMethod: method } = entry;
    if (method !== stored && method !== deflated) throw new RangeError(`packed by method ${method}`);
    const whole =
      method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
    if (whole.length !== entry.uncompressedSize) throw new RangeError('not of the size it says');
    if (crc32(whole) !== entry.crc32) throw new RangeError(otherBytes);
    return whole;
  } catch (cause) {
    throw new DamageError('zip', { cause });
  }
}

function inflate(zip: ZipFile, entry: Entry, receive: (piece: Uint8Array) => void): Promise<void> {
  const broken = (cause: unknown): DamageError => new DamageError('zip', { cause });
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(broken(error));
        return;
      }
      let checksum = 0;
      stream.on('data', (piece: Buffer) => {
        checksum = crc32(piece, checksum);
        try {
          receive(piece);
        } catch (thrown) {
          stream.destroy();
          reject(thrown instanceof Error ? thrown : broken(thrown));
        }
      });
      stream.on('end', () => {
        if (checksum === entry.crc32) resolve();
        else reject(broken(new RangeError(otherBytes)));
      });
      stream.on('error', (cause) => reject(broken(cause)));
    });
  });
}
