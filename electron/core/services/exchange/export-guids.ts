import { guidKey, isGuid } from '../../../../shared/refi/guid.ts';
import { type ExternalIds, type ExternalKind, ownGuid } from './external-ids.ts';

/** Kinds there are too many of to keep the GUID of each. */
const countless: ReadonlySet<ExternalKind> = new Set(['selection', 'coding']);

/**
 * GUIDs of one file being written: those that came with a row, verbatim, as long as the schema takes them and nothing before
 * has the same; else the row's own.
 */
export class ExportGuids {
  private readonly ids: ExternalIds;
  private readonly given = new Map<string, string>();
  /** Keys several rows came with: the first to be written has it. */
  private readonly shared: ReadonlySet<string>;
  private readonly used = new Set<string>();

  constructor(ids: ExternalIds) {
    this.ids = ids;
    this.shared = ids.shared();
  }

  of(kind: ExternalKind, id: string): string {
    const known = this.given.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    const came = this.ids.came(kind, id);
    const isShared = came !== null && this.shared.has(guidKey(came));
    const guid = came === null || !isGuid(came) || (isShared && this.used.has(guidKey(came))) ? ownGuid(id) : came;
    if (isShared) this.used.add(guidKey(guid));
    if (isShared || !countless.has(kind)) this.given.set(`${kind} ${id}`, guid);
    return guid;
  }

  /** A GUID that came with something no row stands for, if it can be written, or one of its own made of `id`. */
  free(came: string, id: string): string {
    const isFree = isGuid(came) && !this.used.has(guidKey(came)) && !this.ids.isGiven(came);
    const guid = isFree ? came : ownGuid(id);
    this.used.add(guidKey(guid));
    return guid;
  }
}
