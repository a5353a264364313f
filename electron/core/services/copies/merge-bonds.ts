import type { MergeNote } from '../../../../shared/contract/methods/copies.ts';
import { goneForGood } from '../../store/repositories/copy-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Row, Table } from '../../store/table.ts';
import type { RowMerge } from './merge-rows.ts';
import type { MergeSide } from './merge-side.ts';
import type { References } from './table-references.ts';
import type { WantedRows } from './wanted-rows.ts';
import { writtenImages } from './written-images.ts';

/** Texts, and what stands at a place in one. */
const placedTables = new Set(['document', 'turn', 'selection']);

/**
 * Sees that no row that stands names one that does not: what was removed on one side and is named on the other stays or
 * comes back, with the parts that were removed together with it; parts of what is gone go.
 */
export class BondMerge {
  readonly notes: MergeNote[] = [];
  private readonly here: MergeSide;
  private readonly there: MergeSide;
  private readonly rows: RowMerge;
  private readonly wanted: WantedRows;
  private readonly references: References;
  /** Versions last written of rows that are gone, as far as they were asked for. */
  private readonly images = {
    asked: new Set<string>(),
    here: new Map<string, string>(),
    there: new Map<string, string>(),
  };

  constructor(
    here: MergeSide,
    there: MergeSide,
    { rows, wanted, references }: { rows: RowMerge; wanted: WantedRows; references: References },
  ) {
    this.here = here;
    this.there = there;
    this.rows = rows;
    this.wanted = wanted;
    this.references = references;
    while ([this.bringBack(), this.bringParts()].includes(true));
    this.settle();
  }

  /** Parts of what is gone go, and what may be named or not is forgotten. */
  settle(): void {
    while (this.takeAlong());
  }

  private bringBack(): boolean {
    let isChanged = false;
    for (const table of this.wanted.tables)
      for (const [key, row] of this.wanted.of(table)) {
        if (row !== null)
          for (const { reference, key: target } of this.references.named(table, row)) {
            if (reference.bond !== 'keeps' || this.wanted.row(reference.to, target)) continue;
            isChanged = this.restore(reference.to, target) || isChanged;
          }
        else if (this.isNeeded(table, key)) isChanged = this.restore(table, key) || isChanged;
      }
    return isChanged;
  }

  private isNeeded(table: Table, key: string): boolean {
    return this.references
      .to(table)
      .some(({ from, column, bond }) => bond === 'keeps' && this.wanted.naming(from, column, key).length > 0);
  }

  private restore(table: Table, key: string): boolean {
    // Of a respondent who was taken out for good: what names it goes too.
    if (this.gone(table, key) === goneForGood) return false;
    const isNowhere = !this.wanted.standing(table, key) && !this.there.store.row(table, key);
    const row = this.stand(table, key);
    if (row) this.notes.push({ kind: 'kept', table: table.name, name: this.rows.nameOf(table, row) });
    if (row && isNowhere) this.bringLost(table, key);
    return row !== null;
  }

  /** Parts of what stands on neither side any more, removed together with it: read off the histories as that is. */
  private bringLost(whole: Table, key: string): void {
    const gone = this.gone(whole, key);
    for (const { from, column, bond } of this.references.to(whole)) {
      if (bond !== 'goes') continue;
      const keys = new Set([this.here, this.there].flatMap(({ stamps }) => [...stamps.keysOf(from.name)]));
      for (const part of keys) {
        if (this.gone(from, part) !== gone || this.wanted.row(from, part)) continue;
        const { here, there } = this.lastRows(`${from.name} ${part}`);
        const image = rowOf(here.get(`${from.name} ${part}`) ?? there.get(`${from.name} ${part}`));
        if (image?.[column] === key) this.stand(from, part);
      }
    }
  }

  /**
   * Lets a row stand that one side removed, in the version written last; null where none is known. A text and what stands at a
   * place in one come back as they stand on a side: the positions in a version that is gone are those of a text that may be gone.
   */
  private stand(table: Table, key: string): Row | null {
    const name = `${table.name} ${key}`;
    const standing = this.wanted.standing(table, key);
    const images = placedTables.has(table.name) ? null : this.lastRows(name);
    const known = rowOf(images?.here.get(name)) ?? standing;
    const given = this.rows.refused.get(name) ?? this.there.store.row(table, key) ?? rowOf(images?.there.get(name));
    const isTheirs = given && (!known || this.there.live(table, key, given) > this.here.live(table, key, known));
    const row = isTheirs ? given : known;
    if (row && standing && table.columns.every((column) => standing[column] === row[column]))
      this.wanted.leave(table, key);
    else if (row) this.wanted.want(table, key, row);
    return row;
  }

  /** Parts that were removed together with what they are parts of, at the same moment, stand where that stands. */
  private bringParts(): boolean {
    let isChanged = false;
    for (const table of this.wanted.tables)
      for (const [key, row] of this.wanted.of(table)) {
        const standing = row === null ? this.wanted.standing(table, key) : null;
        if (!standing || this.rows.left.has(`${table.name} ${key}`)) continue;
        if (!this.wentWithWhole(table, key, standing)) continue;
        isChanged = this.stand(table, key) !== null || isChanged;
      }
    for (const [name, row] of this.rows.refused) {
      const table = loggedTables.get(name.slice(0, name.indexOf(' ')))!;
      const key = name.slice(table.name.length + 1);
      if (this.wanted.row(table, key) || !this.wentWithWhole(table, key, row)) continue;
      isChanged = this.stand(table, key) !== null || isChanged;
    }
    return isChanged;
  }

  private wentWithWhole(table: Table, key: string, row: Row): boolean {
    return this.references
      .named(table, row)
      .some(
        ({ reference, key: whole }) =>
          reference.bond === 'goes' &&
          this.wanted.row(reference.to, whole) !== null &&
          this.gone(reference.to, whole) === this.gone(table, key),
      );
  }

  private takeAlong(): boolean {
    let isChanged = false;
    for (const table of this.wanted.tables)
      for (const [key, row] of this.wanted.of(table)) {
        if (row === null) {
          for (const { from, column, bond } of this.references.to(table))
            for (const naming of this.wanted.naming(from, column, key)) {
              isChanged = true;
              this.wanted.want(from, naming.key, bond === 'forgets' ? { ...naming.row, [column]: null } : null);
            }
          continue;
        }
        for (const { reference, key: target } of this.references.named(table, row)) {
          if (this.wanted.row(reference.to, target)) continue;
          isChanged = true;
          if (reference.bond === 'forgets') this.wanted.want(table, key, { ...row, [reference.column]: null });
          else this.wanted.want(table, key, null);
          break;
        }
      }
    return isChanged;
  }

  /** When a row was removed last, on whichever side. */
  private gone(table: Table, key: string): string {
    const [ours, theirs] = [this.here.gone(table, key), this.there.gone(table, key)];
    return ours > theirs ? ours : theirs;
  }

  /** Reads the histories for a row, and for whatever else is gone by now at the same time. */
  private lastRows(name: string): { readonly here: Map<string, string>; readonly there: Map<string, string> } {
    const { asked, here, there } = this.images;
    if (asked.has(name)) return this.images;
    const removed = (table: Table): string[] =>
      this.wanted.of(table).flatMap(([key, row]) => (row === null ? [`${table.name} ${key}`] : []));
    const names = new Set([name, ...this.rows.refused.keys(), ...this.wanted.tables.flatMap(removed)]);
    for (const known of asked) names.delete(known);
    for (const each of names) asked.add(each);
    for (const [each, image] of writtenImages(this.here, names)) here.set(each, image);
    for (const [each, image] of writtenImages(this.there, names)) there.set(each, image);
    return this.images;
  }
}

function rowOf(image: string | undefined): Row | null {
  return image === undefined ? null : (JSON.parse(image) as Row);
}
