import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { VerbatimError } from '../../shared/contract/errors.ts';

/** Largest file taken in through the window, in bytes. */
export const uploadLimit = 500 * 2 ** 20;

type Held =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly size: number; pieces: Uint8Array[]; received: number };

/**
 * Opaque names for files: a client says which file it means without ever seeing or choosing a path.
 * Hosts grant paths the user chose; uploads and exports hold their bytes here until they are read or discarded.
 */
export class Tickets {
  private readonly held = new Map<string, Held>();
  private readonly ticketsByPath = new Map<string, string>();

  /** A path keeps its ticket: lists that are asked for again and again grant nothing new. */
  grantPath(path: string): string {
    const standing = this.ticketsByPath.get(path);
    if (standing !== undefined) return standing;
    const ticket = this.hold({ kind: 'path', path });
    this.ticketsByPath.set(path, ticket);
    return ticket;
  }

  /** The path behind a ticket, or null where it stands for bytes or for nothing. */
  pathOf(ticket: string): string | null {
    const held = this.held.get(ticket);
    return held?.kind === 'path' ? held.path : null;
  }

  /** Begins an upload of a known size. Throws `file_too_large`. */
  beginUpload(name: string, size: number): string {
    if (size > uploadLimit) throw new VerbatimError('file_too_large', { file: name, size, limit: uploadLimit });
    return this.hold({ kind: 'bytes', name: basename(name.replaceAll('\\', '/')), size, pieces: [], received: 0 });
  }

  append(ticket: string, piece: Uint8Array): number {
    const held = this.held.get(ticket);
    if (held?.kind !== 'bytes' || held.received + piece.length > held.size)
      throw new VerbatimError('ticket_unknown', {});
    held.pieces.push(piece);
    held.received += piece.length;
    return held.received;
  }

  /** Holds a finished file (an export) for a client to fetch, as one run of bytes or in pieces. */
  offer(name: string, content: Uint8Array | Uint8Array[]): string {
    const pieces = content instanceof Uint8Array ? [content] : content;
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return this.hold({ kind: 'bytes', name, size, pieces, received: size });
  }

  /** A stretch of a complete upload or export, shorter at its end. Throws `ticket_unknown`. */
  stretchOf(ticket: string, offset: number, length: number): { name: string; size: number; bytes: Uint8Array } {
    const held = this.held.get(ticket);
    if (held?.kind !== 'bytes' || held.received !== held.size) throw new VerbatimError('ticket_unknown', {});
    const parts: Uint8Array[] = [];
    let start = 0;
    for (const piece of held.pieces) {
      if (start >= offset + length) break;
      const end = start + piece.length;
      if (end > offset) parts.push(piece.subarray(Math.max(0, offset - start), offset + length - start));
      start = end;
    }
    return { name: held.name, size: held.size, bytes: Buffer.concat(parts) };
  }

  /** The bytes of a complete upload or export. Throws `ticket_unknown`. */
  bytesOf(ticket: string): { name: string; bytes: Uint8Array } {
    const held = this.held.get(ticket);
    if (held?.kind !== 'bytes' || held.received !== held.size) throw new VerbatimError('ticket_unknown', {});
    if (held.pieces.length > 1) held.pieces = [Buffer.concat(held.pieces)];
    return { name: held.name, bytes: held.pieces[0] ?? new Uint8Array(0) };
  }

  discard(ticket: string): void {
    const held = this.held.get(ticket);
    if (held?.kind === 'path') this.ticketsByPath.delete(held.path);
    this.held.delete(ticket);
  }

  private hold(held: Held): string {
    const ticket = randomBytes(18).toString('base64url');
    this.held.set(ticket, held);
    return ticket;
  }
}
