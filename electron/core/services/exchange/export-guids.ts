import { guidKey, isGuid } from '../../../../shared/refi/guid.ts';
import { type ExternalIds, type ExternalKind, ownGuid } from './external-ids.ts';

/**
 * GUIDs of one file being written: those that came with a row, verbatim, as long as the schema takes them and nothing before
 * has the same; else the row's own.
 */
export class ExportGuids {
  private readonly ids: ExternalIds;
  private readonly given = new Map<string, string>();
  /** GUIDs that came with something, as they are written, by their keys. */
  private readonly used = new Map<string, string>();

  constructor(ids: ExternalIds) {
    this.ids = ids;
  }

  of(kind: ExternalKind, id: string): string {
    const known = this.given.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    const came = this.ids.came(kind, id);
    // One made of the id is the same each time and nobody else's: most rows have no other, and there may be very many.
    if (came === null) return ownGuid(id);
    const guid = this.free(came, id);
    this.given.set(`${kind} ${id}`, guid);
    return guid;
  }

  /** A GUID that came with something, if it can be written, or one of its own made of `id`. */
  free(came: string, id: string): string {
    const guid = isGuid(came) && !this.used.has(guidKey(came)) ? came : ownGuid(id);
    this.used.set(guidKey(guid), guid);
    return guid;
  }

  /** Those given so far that came with something, by their keys. */
  came(): ReadonlyMap<string, string> {
    return this.used;
  }
}
