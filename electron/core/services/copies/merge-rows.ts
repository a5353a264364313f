import type { MergeConflict, MergeSide as Side } from '../../../../shared/contract/methods/copies.ts';
import { projectTable } from '../../store/repositories/project-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Row, Table } from '../../store/table.ts';
import { type DifferingText, differingTexts, standsInText } from './differing-texts.ts';
import { rowsOf } from './held-rows.ts';
import { type MergeSide, partedAt } from './merge-side.ts';
import { RowNames } from './row-names.ts';
import type { SameThings } from './same-things.ts';
import { turnDivisions } from './turn-divisions.ts';
import type { WantedRows } from './wanted-rows.ts';

export type Choices = Readonly<Record<string, Side>>;

/** Columns no reader of a conflict asks for. */
const unsaid = new Set(['created_at', 'updated_at', 'position', 'body', 'quote_hash', 'prefix', 'suffix']);

function image(table: Table, row: Row): string {
  return JSON.stringify(table.columns.map((column) => row[column]));
}

/**
 * Compares every row of the other side with its own here and says what is wanted: a state of rows decides, not an order of
 * steps, so merging copies one after the other gives the same in any order. Of two versions the one written later counts.
 */
export class RowMerge {
  /** Rows of the other side that are here as they are there, by table. */
  readonly same = new Map<string, number>();
  readonly conflicts: MergeConflict[] = [];
  readonly texts: ReadonlyMap<string, DifferingText>;
  /** Whose turns stay where one text is divided differently. */
  readonly divisions: ReadonlyMap<string, Side>;
  /** Turns and speakers here that go because those of the other side stay, by `table key`. */
  readonly left = new Set<string>();
  /** Rows of the other side that were removed here later, by `table key`: something may still name them. */
  readonly refused = new Map<string, Row>();
  /** Conflicts that were decided by hand, by `table key`, with the mark of the later version's stamp. */
  readonly chosen = new Map<string, string>();
  private readonly here: MergeSide;
  private readonly there: MergeSide;
  private readonly wanted: WantedRows;
  private readonly things: SameThings;
  private readonly choices: Choices;
  private readonly parted: string;
  private readonly names: RowNames;

  constructor(
    here: MergeSide,
    there: MergeSide,
    { wanted, same, choices }: { wanted: WantedRows; same: SameThings; choices: Choices },
  ) {
    this.here = here;
    this.there = there;
    this.wanted = wanted;
    this.things = same;
    this.choices = choices;
    this.parted = partedAt(here, there);
    this.names = new RowNames(here, there);
    this.texts = differingTexts(here, there, (table, key, ours, theirs) => this.takesThere(table, key, ours, theirs));
    this.divisions = turnDivisions(here, there);
    for (const table of loggedTables.values()) if (table.name !== projectTable.name) this.table(table);
  }

  nameOf(table: Table, row: Row): string {
    return this.names.of(table, row);
  }

  private table(table: Table): void {
    const seen = new Set<string>();
    for (const row of rowsOf(this.there.store, table)) {
      const called = this.things.asHere(table, row);
      if (!called) continue;
      seen.add(called.key);
      if (this.meet(table, called.key, called.row)) this.same.set(table.name, (this.same.get(table.name) ?? 0) + 1);
    }
    for (const key of this.there.stamps.keysOf(table.name)) {
      if (seen.has(key)) continue;
      const standing = this.wanted.row(table, key);
      const isGone = standing && this.there.gone(table, key) > this.here.live(table, key, standing);
      if (!isGone || this.textOf(table, standing)?.taken === 'here' || this.sideOf(table, standing) === 'here')
        continue;
      this.wanted.want(table, key, null);
    }
    this.leftTurns(table, seen);
    this.movedHere(table, seen);
  }

  /** Whether the row can stay as it is. */
  private meet(table: Table, key: string, given: Row): boolean {
    const standing = this.wanted.row(table, key);
    const text = this.textOf(table, given);
    const side = this.sideOf(table, given);
    if (side === 'here') return true;
    if (side === 'there') {
      if (standing && image(table, standing) === image(table, given)) return true;
      this.wanted.want(table, key, given);
      return false;
    }
    if (!standing) {
      const row = text?.taken === 'here' && standsInText(table) ? text.moved(table, given) : given;
      if (!row) return true;
      if (this.here.gone(table, key) > this.there.live(table, key, given)) {
        this.refused.set(`${table.name} ${key}`, row);
        return true;
      }
      this.wanted.want(table, key, row);
      return false;
    }
    if (text && standsInText(table)) return this.meetMoved(table, key, standing, given, text);
    if (image(table, standing) === image(table, given)) return true;
    // Of a document whose text differs it has been said already: its passages are placed in the text that stays.
    const taken = table.name === 'document' ? this.texts.get(key)?.taken : undefined;
    if (taken ? taken === 'here' : !this.takesThere(table, key, standing, given)) return true;
    this.wanted.want(table, key, given);
    return false;
  }

  /** A selection or a decision on both sides of a text that differs: the row written later, in the text that stays. */
  private meetMoved(table: Table, key: string, standing: Row, given: Row, text: DifferingText): boolean {
    const [ours, theirs] = [this.here.live(table, key, standing), this.there.live(table, key, given)];
    const isTheirs = ours === theirs ? text.taken === 'there' : theirs > ours;
    const side = isTheirs ? 'there' : 'here';
    const row = isTheirs ? given : standing;
    const placed = side === text.taken ? row : text.moved(table, row);
    if (placed && image(table, placed) === image(table, standing)) return true;
    this.wanted.want(table, key, placed);
    return false;
  }

  /** Whether the other side's version of a row counts; what was changed on both sides is told. */
  private takesThere(table: Table, key: string, standing: Row, given: Row): boolean {
    const [ours, theirs] = [this.here.live(table, key, standing), this.there.live(table, key, given)];
    const isLater = theirs === ours ? image(table, given) > image(table, standing) : theirs > ours;
    const since = (stamp: string): boolean => stamp.slice(1) > this.parted;
    if (ours === theirs || !since(ours) || !since(theirs)) return isLater;
    const name = `${table.name} ${key}`;
    const choice = this.choices[name];
    if (choice) this.chosen.set(name, (isLater ? theirs : ours).slice(0, 1));
    const taken = choice ?? (isLater ? 'there' : 'here');
    this.conflicts.push({
      row: name,
      table: table.name,
      name: this.names.of(table, standing),
      fields: table.columns
        .filter((column) => standing[column] !== given[column] && !unsaid.has(column))
        .map((field) => ({ field, here: said(standing[field]), there: said(given[field]) })),
      taken,
    });
    return taken === 'there';
  }

  /** The side whose turns, and with another text whose speakers, stay as a whole. */
  private sideOf(table: Table, row: Row): Side | undefined {
    if (table.name !== 'turn' && table.name !== 'speaker') return undefined;
    const document = String(row['document']);
    return this.texts.get(document)?.taken ?? (table.name === 'turn' ? this.divisions.get(document) : undefined);
  }

  private textOf(table: Table, row: Row): DifferingText | undefined {
    return table.name === 'document' ? undefined : this.texts.get(String(row['document']));
  }

  /** Turns and speakers here where those of the other side stay. */
  private leftTurns(table: Table, seen: ReadonlySet<string>): void {
    if (table.name !== 'turn' && table.name !== 'speaker') return;
    for (const document of [...this.texts.keys(), ...this.divisions.keys()])
      for (const { key, row } of this.wanted.naming(table, 'document', document))
        if (!seen.has(key) && this.sideOf(table, row) === 'there') {
          this.wanted.want(table, key, null);
          this.left.add(`${table.name} ${key}`);
        }
  }

  /** Selections and decisions only this side has, where the other's text stays. */
  private movedHere(table: Table, seen: ReadonlySet<string>): void {
    if (!standsInText(table)) return;
    for (const [document, text] of this.texts)
      for (const { key, row } of text.taken === 'there' ? this.wanted.naming(table, 'document', document) : [])
        if (!seen.has(key)) this.wanted.want(table, key, text.moved(table, row));
  }
}

function said(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
