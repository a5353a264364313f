import { hash } from 'node:crypto';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { shapedGuid } from '../../import/foreign/foreign-values.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { attributeTable, caseTable } from '../../store/repositories/case-table.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { coderTable } from '../../store/repositories/coder-table.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { externalIdQueries, type ExternalIdRow, externalIdTable } from '../../store/repositories/external-id-table.ts';
import { memoTable } from '../../store/repositories/memo-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import type { ScratchKeys } from '../../store/scratch-keys.ts';
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
  return shapedGuid(hash('sha256', `verbatim ${id}`, 'buffer'));
}

const firstSource = 'refi';

/**
 * GUIDs other programs gave to rows of the project, both ways. They are asked of the project file each time: there may be
 * hundreds of thousands.
 */
export class ExternalIds {
  private readonly store: Store;
  private readonly scratch: ScratchKeys | null;
  private readonly before: ReadonlySet<ExternalKind>;
  private readonly owned = new Set<ExternalKind>();
  private readonly looked = new Map<ExternalKind, ReadonlyMap<string, string | null>>();

  /** `scratch` is where an import of a file this program wrote notes the project's own GUIDs. */
  constructor(store: Store, scratch: ScratchKeys | null = null) {
    this.store = store;
    this.scratch = scratch;
    const anyOf = (kind: ExternalKind): boolean => store.get(externalIdQueries.anyOfKind, kind) !== undefined;
    this.before = new Set(externalKinds.filter(anyOf));
  }

  /** The row of a kind that goes by a GUID, if it still stands. */
  entity(kind: ExternalKind, guid: string): string | null {
    return this.standing(kind, guid)[0] ?? null;
  }

  /** Whether any row of a kind went by a GUID when this was made; most projects that are read into have none. */
  knew(kind: ExternalKind): boolean {
    return this.before.has(kind) || this.owned.has(kind);
  }

  /** All rows that go by it. */
  standing(kind: ExternalKind, guid: string): string[] {
    if (guid === '') return [];
    const key = guidKey(guid);
    const known = this.store.all(externalIdQueries.byKey, key, kind).map(({ entity }) => entity);
    const own = known.length === 0 ? this.scratch?.find(`own ${kind}`, key) : undefined;
    return [...new Set(own === undefined ? known : [own])].filter(
      (entity) => this.store.row<never>(tables[kind] as Table<never>, entity) !== null,
    );
  }

  /** The GUID that came with a row, verbatim; null for one that came from nowhere else. */
  came(kind: ExternalKind, entity: string): string | null {
    const seen = this.looked.get(kind);
    if (seen?.has(entity)) return seen.get(entity) ?? null;
    return firstGuid(this.store.all(externalIdQueries.ofEntity, kind, entity));
  }

  /** Looks for the GUIDs of these rows at once; {@link came} then knows them, until the next are looked for. */
  look(kind: ExternalKind, entities: readonly string[]): void {
    const rows = this.store.all(externalIdQueries.ofEntities, JSON.stringify(entities), kind);
    const given = Map.groupBy(rows, ({ entity }) => entity);
    this.looked.set(kind, new Map(entities.map((entity) => [entity, firstGuid(given.get(entity) ?? [])])));
  }

  forgetLooked(): void {
    this.looked.clear();
  }

  /** Whether anything of the project came with this GUID. */
  isGiven(guid: string): boolean {
    return externalKinds.some((kind) => this.store.get(externalIdQueries.byKey, guidKey(guid), kind) !== undefined);
  }

  /** Keys of GUIDs that several rows came with. */
  shared(): ReadonlySet<string> {
    return new Set(this.store.all(externalIdQueries.shared).map(({ key }) => key));
  }

  /** Counts rows the project made itself as known by their own GUIDs: for files this program wrote. */
  knowOwn(kind: ExternalKind, entities: Iterable<string>): void {
    for (const entity of entities) {
      if (this.came(kind, entity) !== null) continue;
      this.scratch?.add(`own ${kind}`, guidKey(ownGuid(entity)), entity);
      this.owned.add(kind);
    }
  }

  /** Keeps the GUID a row came with, beside others it may have. */
  remember(log: ChangeLog, kind: ExternalKind, entity: string, guid: string): void {
    if (guid !== '') this.keep(log, kind, entity, guid);
  }

  /** The same for a row just made, which has no other. */
  rememberNew(log: ChangeLog, kind: ExternalKind, entity: string, guid: string): void {
    if (guid !== '') log.insert(externalIdTable, { kind, entity, guid, source: firstSource });
  }

  /** Memos that are the description of what they stand on. */
  descriptions(): ReadonlySet<string> {
    return new Set(this.store.all(externalIdQueries.ofKind, descriptionKind).map(({ entity }) => entity));
  }

  markDescription(log: ChangeLog, memo: string, guid: string): void {
    this.keep(log, descriptionKind, memo, guid);
  }

  private keep(log: ChangeLog, kind: string, entity: string, guid: string): void {
    const known = this.store.all(externalIdQueries.ofEntity, kind, entity);
    if (known.some((given) => given.guid === guid)) return;
    const sources = new Set(known.map(({ source }) => source));
    let source = firstSource;
    for (let number = 2; sources.has(source); number++) source = `${firstSource}-${number}`;
    log.insert(externalIdTable, { kind, entity, guid, source });
  }
}

function firstGuid(given: readonly ExternalIdRow[]): string | null {
  return (given.find(({ source }) => source === firstSource) ?? given[0])?.guid ?? null;
}
