import { createHash } from 'node:crypto';
import type { RefiNote, RefiSelection, RefiSource } from '../../../../shared/refi/model.ts';

type Cell = string | number | null | undefined;

export function textOf(cell: Cell): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

export function textOrNull(cell: Cell): string | null {
  return textOf(cell).trim() === '' ? null : textOf(cell);
}

/**
 * A GUID for a row of a program that has none: the same for the same row of the same database, so that reading it again
 * adds nothing. The shape of version 4.
 */
export function rowGuid(...parts: readonly Cell[]): string {
  return shapedGuid(createHash('sha256').update(JSON.stringify(parts)).digest());
}

/** 16 bytes as a GUID of version 4 (RFC 9562, section 5.4). */
export function shapedGuid(random: Uint8Array): string {
  const bytes = Buffer.from(random.subarray(0, 16));
  bytes[6] = 0x40 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

type Made = { guid: string; name: string | null; user: string | null; at: string | null };

export function foreignNote({ guid, name, user, at }: Made, content: string): RefiNote {
  return {
    guid,
    name,
    user,
    at,
    modifier: null,
    modified: null,
    description: '',
    plainPath: null,
    richPath: null,
    content,
    selections: [],
    notes: [],
  };
}

export function foreignSource(made: Made, description: string, content: string): RefiSource {
  return {
    ...foreignNote(made, content),
    element: 'TextSource',
    codings: [],
    values: [],
    path: null,
    representation: null,
    syncPoints: new Map(),
    description,
  };
}

export function foreignSelection({ guid, user, at }: Made, start: number, end: number): RefiSelection {
  return {
    element: 'PlainTextSelection',
    guid,
    name: '',
    start,
    end,
    user,
    at,
    modifier: null,
    modified: null,
    description: '',
    codings: [],
    notes: [],
  };
}
