import { unknownInstant } from '../../../../shared/refi/instant.ts';
import type { RefiNote } from '../../../../shared/refi/model.ts';

/** A time as the standard writes it; one that is not known is not written. */
export function writtenInstant(at: string): string | null {
  return at === unknownInstant ? null : at.replace(/\.000Z$/, 'Z');
}

/** Bytes that are made when they are packed, and not held until then. */
export function made(make: () => Uint8Array): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      yield make();
    },
  };
}

export function blankText(guid: string, name: string, at: string | null): RefiNote {
  return {
    guid,
    name,
    user: null,
    at,
    modifier: null,
    modified: null,
    description: '',
    plainPath: null,
    richPath: null,
    content: null,
    selections: [],
    notes: [],
  };
}

/** What the file of something is called, without its extension. */
export function fileStem(guid: string): string {
  return guid.replaceAll(/[{}]/g, '');
}
