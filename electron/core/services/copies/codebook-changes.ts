import type { MergeConflict, MergedFile } from '../../../../shared/contract/methods/copies.ts';
import { codeTable, codeTextTable } from '../../store/repositories/code-table.ts';
import type { Row, Table } from '../../store/table.ts';
import type { WantedRows } from './wanted-rows.ts';

/** Of the codebook a reader asks for words and rules; places and colours are seen in it. */
const told: Readonly<Record<string, readonly string[]>> = {
  [codeTextTable.name]: ['name', 'definition', 'when_to_use', 'when_not_to_use'],
  [codeTable.name]: ['retired', 'codable'],
};

/** What a merge makes of codes and their rules, both versions side by side; conflicts are told apart from these. */
export function codebookChanges(
  wanted: WantedRows,
  conflicts: readonly MergeConflict[],
  nameOf: (table: Table, row: Row) => string,
): MergedFile['codebook'] {
  const disputed = new Set(conflicts.map(({ row }) => row));
  return [codeTextTable as Table, codeTable as Table].flatMap((table) =>
    wanted.of(table).flatMap(([key, row]) => {
      const standing = wanted.standing(table, key);
      const name = `${table.name} ${key}`;
      if (disputed.has(name)) return [];
      const said = (from: Row | null, column: string): string | null => {
        const value = from?.[column];
        return value === null || value === undefined || value === '' ? null : String(value);
      };
      const fields = told[table.name]!.flatMap((field) => {
        const [here, there] = [said(standing, field), said(row, field)];
        // A new code needs no more than its words.
        if (here === there || (table.name === codeTable.name && (!standing || !row))) return [];
        return [{ field, here, there }];
      });
      return fields.length === 0 ? [] : [{ row: name, name: nameOf(table, row ?? standing!), fields }];
    }),
  );
}
