import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/**
 * Files only a passphrase opens. The key comes from scrypt (RFC 7914); the bytes are cut into pieces of 1 MiB, each sealed by
 * AES-256-GCM (NIST SP 800-38D) under its own nonce of prefix, number and last-piece mark, so that pieces can be neither changed,
 * reordered nor cut off unseen (the STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 *
 * Layout: `VBTX`, version 1, log2 N, r, p, salt (16), nonce prefix (7), then the sealed pieces, each followed by its tag (16).
 */
const magic = 'VBTX';
const version = 1;
/** Costs of scrypt: memory is 128 · r · 2^log2N bytes. */
type Cost = { readonly log2N: number; readonly r: number; readonly p: number };
const usualCost: Cost = { log2N: 17, r: 8, p: 1 };
/** What reading accepts: a file must not choose how much memory it takes. */
const mostCost = { log2N: 20, r: 16, p: 4 } as const;
const saltBytes = 16;
const prefixBytes = 7;
const headBytes = 8 + saltBytes + prefixBytes;
const pieceBytes = 1 << 20;
const tagBytes = 16;

/** Thrown for a file that is not one of these, is cut off or was changed, or for a passphrase that does not open it. */
export class EncryptedFileError extends Error {
  readonly reason: 'foreign' | 'passphrase' | 'damaged';

  constructor(reason: 'foreign' | 'passphrase' | 'damaged') {
    super(reason);
    this.reason = reason;
  }
}

function keyOf(passphrase: string, salt: Uint8Array, { log2N, r, p }: Cost): Promise<Buffer> {
  const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  return new Promise((resolve, reject) => {
    // Composed and decomposed letters are the same passphrase.
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function nonceOf(prefix: Uint8Array, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix);
  nonce.writeUInt32BE(number, prefixBytes);
  nonce[11] = Number(isLast);
  return nonce;
}

/** Whether bytes call themselves an encrypted file. */
export function isEncryptedFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;
}

/** The bytes sealed by a passphrase, in pieces; every time others. A lower cost than the usual is for tests. */
export async function encryptedPieces(
  bytes: Uint8Array,
  passphrase: string,
  cost: Cost = usualCost,
): Promise<Uint8Array[]> {
  const head = Buffer.concat([
    Buffer.from(magic, 'latin1'),
    Buffer.from([version, cost.log2N, cost.r, cost.p]),
    randomBytes(saltBytes + prefixBytes),
  ]);
  const key = await keyOf(passphrase, head.subarray(8, 8 + saltBytes), cost);
  const prefix = head.subarray(8 + saltBytes);
  const pieces: Uint8Array[] = [head];
  const count = Math.max(1, Math.ceil(bytes.length / pieceBytes));
  for (let number = 0; number < count; number++) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, number === count - 1));
    cipher.setAAD(head);
    const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
    pieces.push(cipher.update(piece), cipher.final(), cipher.getAuthTag());
  }
  return pieces;
}

/** What was sealed. Throws EncryptedFileError. */
export async function decryptedBytes(bytes: Uint8Array, passphrase: string): Promise<Buffer> {
  if (!isEncryptedFile(bytes) || bytes[4] !== version || bytes.length < headBytes + tagBytes)
    throw new EncryptedFileError(isEncryptedFile(bytes) && bytes[4] === version ? 'damaged' : 'foreign');
  const head = Buffer.from(bytes.subarray(0, headBytes));
  const stated = { log2N: head[5]!, r: head[6]!, p: head[7]! };
  if (stated.log2N < 1 || stated.log2N > mostCost.log2N || stated.r < 1 || stated.r > mostCost.r)
    throw new EncryptedFileError('damaged');
  if (stated.p < 1 || stated.p > mostCost.p) throw new EncryptedFileError('damaged');
  const key = await keyOf(passphrase, head.subarray(8, 8 + saltBytes), stated);
  const prefix = head.subarray(8 + saltBytes);
  const opened: Buffer[] = [];
  const whole = pieceBytes + tagBytes;
  for (let number = 0, at = headBytes; at < bytes.length; number++, at += whole) {
    const sealed = bytes.subarray(at, at + whole);
    const isLast = at + whole >= bytes.length;
    if (sealed.length < tagBytes) throw new EncryptedFileError('damaged');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast));
    decipher.setAAD(head);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    try {
      opened.push(decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final());
    } catch {
      // Whatever was changed, the first piece tells a wrong passphrase; a later one can only be damage.
      throw new EncryptedFileError(number === 0 ? 'passphrase' : 'damaged');
    }
  }
  return Buffer.concat(opened);
}
