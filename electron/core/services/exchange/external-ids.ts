import { createHash } from 'node:crypto';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { shapedGuid } from '../../import/foreign/foreign-values.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { attributeTable, caseTable } from '../../store/repositories/case-table.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { coderTable } from '../../store/repositories/coder-table.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { externalIdQueries, externalIdTable } from '../../store/repositories/external-id-table.ts';
import { memoTable } from '../../store/repositories/memo-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import type { Store } from '../../store/store.ts';
import type { Table } from '../../store/table.ts';

const tables = {
  coder: coderTable,
  code: codeTable,
  attribute: attributeTable,
  case: caseTable,
  document: documentTable,
  selection: selectionTable,
  coding: codingTable,
  memo: memoTable,
} as const satisfies Record<string, Table>;
export type ExternalKind = keyof typeof tables;
export const externalKinds = Object.keys(tables) as ExternalKind[];

/** Marks a memo as the description of what it stands on: the standard has a place of its own for it. */
const descriptionKind = 'description';

/**
 * The GUID of a row that came from nowhere else: made of its id, so that it is the same whenever and from whichever copy of
 * the project it is written. The shape of version 4.
 */
export function ownGuid(id: string): string {
  return shapedGuid(createHash('sha256').update(`verbatim ${id}`).digest());
}

/** GUIDs by where they came from; most rows have one, kept without a map of its own. */
type Given = string | Map<string, string>;
const firstSource = 'refi';

/** GUIDs other programs gave to rows of the project, both ways. */
export class ExternalIds {
  private readonly store: Store;
  /** By kind, then by key of the GUID: one row, or several. */
  private readonly entities = new Map<string, Map<string, string | string[]>>();
  private readonly guids = new Map<string, Map<string, Given>>();

  constructor(store: Store) {
    this.store = store;
    for (const { kind, entity, guid, source } of store.iterate(externalIdQueries.all))
      this.add(kind, entity, guid, source);
  }

  /** The row of a kind that goes by a GUID, if it still stands. */
  entity(kind: ExternalKind, guid: string): string | null {
    return this.standing(kind, guid)[0] ?? null;
  }

  /** All rows that go by it. */
  standing(kind: ExternalKind, guid: string): string[] {
    const known = guid === '' ? undefined : this.entities.get(kind)?.get(guidKey(guid));
    if (known === undefined) return [];
    return [known].flat().filter((entity) => this.store.row<never>(tables[kind] as Table<never>, entity) !== null);
  }

  /** The GUID that came with a row, verbatim; null for one that came from nowhere else. */
  came(kind: ExternalKind, entity: string): string | null {
    const given = this.guids.get(kind)?.get(entity);
    if (typeof given === 'string') return given;
    return given?.get(firstSource) ?? given?.values().next().value ?? null;
  }

  /** Counts rows the project made itself as known by their own GUIDs: for files this program wrote. */
  knowOwn(kind: ExternalKind, entities: Iterable<string>): void {
    const known = byKind(this.entities, kind);
    for (const entity of entities) {
      const key = guidKey(ownGuid(entity));
      if (!this.guids.get(kind)?.has(entity) && !known.has(key)) known.set(key, entity);
    }
  }

  /** Keeps the GUID a row came with, beside others it may have. */
  remember(log: ChangeLog, kind: ExternalKind, entity: string, guid: string): void {
    if (guid !== '') this.keep(log, kind, entity, guid);
  }

  isDescription(memo: string): boolean {
    return this.guids.get(descriptionKind)?.has(memo) ?? false;
  }

  markDescription(log: ChangeLog, memo: string, guid: string): void {
    this.keep(log, descriptionKind, memo, guid);
  }

  private keep(log: ChangeLog, kind: string, entity: string, guid: string): void {
    const given = this.guids.get(kind)?.get(entity);
    const known = typeof given === 'string' ? new Map([[firstSource, given]]) : given;
    if (known !== undefined && [...known.values()].includes(guid)) return;
    let source = firstSource;
    for (let number = 2; known?.has(source); number++) source = `${firstSource}-${number}`;
    log.insert(externalIdTable, { kind, entity, guid, source });
    this.add(kind, entity, guid, source);
  }

  private add(kind: string, entity: string, guid: string, source: string): void {
    const entities = byKind(this.entities, kind);
    const key = guidKey(guid);
    const same = entities.get(key);
    entities.set(key, same === undefined ? entity : [same, entity].flat());
    const guids = byKind(this.guids, kind);
    const given = guids.get(entity);
    if (given === undefined && source === firstSource) guids.set(entity, guid);
    else {
      const several =
        typeof given === 'string' ? new Map([[firstSource, given]]) : (given ?? new Map<string, string>());
      guids.set(entity, several.set(source, guid));
    }
  }
}

function byKind<Value>(maps: Map<string, Map<string, Value>>, kind: string): Map<string, Value> {
  const known = maps.get(kind) ?? new Map<string, Value>();
  maps.set(kind, known);
  return known;
}
