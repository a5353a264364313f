import type { ComparisonTable, ComparisonTests, FreePValue } from '../../../shared/contract/methods/comparison.ts';
import { type CsvCell, csvText } from '../results/csv.ts';

type Source = {
  readonly project: string;
  readonly synthetic: boolean;
  /** What stands above the figures on the screen. */
  readonly caption: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly tests: ComparisonTests | null;
};

function pOf(free: FreePValue): number | null {
  return 'p' in free ? free.p : null;
}

/** The tests of a row: effect, its ends and p of Cochran's Q and Friedman's test, or of χ² of who has the code in each group. */
function testFigures(tests: ComparisonTests | null, row: number): CsvCell[] {
  const repeated = tests?.repeated?.[row];
  if (repeated) {
    const { cochran, friedman } = repeated;
    const figures = [cochran, friedman].flatMap((test): CsvCell[] => {
      if ('undefined' in test) return [null, null, null, null, null];
      const { low, high } = 'low' in test.interval ? test.interval : { low: null, high: null };
      return [test.statistic, test.effect, low, high, pOf(test.free)];
    });
    return [repeated.n, ...figures];
  }
  const grouped = tests?.independent?.[row];
  if (!grouped) return [null];
  if ('undefined' in grouped.test) return [grouped.n, null, null, null, null, null];
  const { chiSquare, v, interval, permutation } = grouped.test;
  const { low, high } = 'low' in interval ? interval : { low: null, high: null };
  return [grouped.n, chiSquare, 'value' in v ? v.value : null, low, high, pOf(permutation)];
}

/** Every cell as one row, raw numbers, the tests of its code beside it. */
export function comparisonCsv(table: ComparisonTable, source: Source): string {
  const groups = [table.all, ...table.groups];
  const heads =
    table.values === null
      ? [
          'cochranQ',
          'etaSquared',
          'etaLow',
          'etaHigh',
          'cochranP',
          'friedman',
          'kendallW',
          'wLow',
          'wHigh',
          'friedmanP',
        ]
      : ['chiSquare', 'cramersV', 'vLow', 'vHigh', 'permutationP'];
  return csvText(
    [
      ['project', source.project],
      ...(source.synthetic ? [['data', 'synthetic sample'] as const] : []),
      ['analysis', 'comparison'],
      ['counted', source.caption],
      ['coder', table.coder === '' ? 'all coders together' : table.coder],
      ['respondents', table.respondents.map(({ name }) => name).join(', ')],
      ['revision', String(table.revision)],
    ],
    ['group', 'code', 'column', 'respondents', 'ofRespondents', 'passages', 'marked', 'testedRespondents', ...heads],
    groups.flatMap((group, place) =>
      group.cells.flatMap((cells, row) =>
        cells.map((cell, column): CsvCell[] => [
          place === 0 ? null : (group.name ?? '(no value)'),
          source.rows[row] ?? '',
          source.columns[column] ?? '',
          cell.respondents.length,
          group.inColumns[column]!.length,
          cell.passages,
          cell.marked,
          ...(place === 0 ? testFigures(source.tests, row) : []),
        ]),
      ),
    ),
  );
}
