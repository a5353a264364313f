/** What a file is by its first bytes, whatever its name says; `text` where nothing speaks against it. */
export type FileKind = 'text' | 'zip' | 'ole' | 'ole-encrypted' | 'pdf' | 'rtf' | 'image' | 'media' | 'gzip' | 'sqlite';

const signatures: readonly (readonly [FileKind, readonly number[], number])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04], 0],
  ['zip', [0x50, 0x4b, 0x05, 0x06], 0],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 0],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66], 0],
  ['image', [0x89, 0x50, 0x4e, 0x47], 0],
  ['image', [0xff, 0xd8, 0xff], 0],
  ['image', [0x47, 0x49, 0x46, 0x38], 0],
  ['media', [0x49, 0x44, 0x33], 0],
  ['media', [0x52, 0x49, 0x46, 0x46], 0],
  ['media', [0x4f, 0x67, 0x67, 0x53], 0],
  ['media', [0x66, 0x74, 0x79, 0x70], 4],
  ['gzip', [0x1f, 0x8b, 0x08], 0],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74], 0],
];

/** A mark or blanks before RTF, as text editors leave them. */
const rtfBeginning = /^(?:\xef\xbb\xbf)?[\t\n\r ]*\{\\rtf/;

/** Recognises a file by its signature. */
export function fileKind(bytes: Uint8Array): FileKind {
  for (const [kind, signature, at] of signatures) {
    if (!signature.every((byte, offset) => bytes[at + offset] === byte)) continue;
    return kind === 'ole' && holdsEncryptedPackage(bytes) ? 'ole-encrypted' : kind;
  }
  return rtfBeginning.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1')) ? 'rtf' : 'text';
}

/** A password-protected Office file is an OLE container with a stream of this name (UTF-16). */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
