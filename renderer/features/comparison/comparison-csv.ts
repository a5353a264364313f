import type { ComparisonTable, ComparisonTests } from '../../../shared/contract/methods/comparison.ts';
import type { CsvCell } from '../../../shared/export/csv.ts';
import { testCells, testHead } from '../../../shared/export/comparison-tests.ts';
import type { ResultTable } from '../results/result-csv.ts';

type Source = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly tests: ComparisonTests | null;
};

/** Every cell as one row, raw numbers, the tests of its code beside it. */
export function comparisonFigures(table: ComparisonTable, source: Source): ResultTable {
  const groups = [table.all, ...table.groups];
  const hasGroups = table.values !== null;
  return {
    facts: [
      ['analysis', 'comparison'],
      ['coder', table.coder === '' ? 'all coders together' : table.coder],
      ['respondents', table.respondents.map(({ name }) => name).join(', ')],
    ],
    head: ['group', 'code', 'column', 'respondents', 'ofRespondents', 'passages', 'marked', ...testHead(hasGroups)],
    rows: groups.flatMap((group, place) =>
      group.cells.flatMap((cells, row) =>
        cells.map((cell, column): CsvCell[] => [
          place === 0 ? null : (group.name ?? '(no value)'),
          source.rows[row] ?? '',
          source.columns[column] ?? '',
          cell.respondents.length,
          group.inColumns[column]!.length,
          cell.passages,
          cell.marked,
          ...testCells(place === 0 ? source.tests : null, row, hasGroups),
        ]),
      ),
    ),
  };
}
