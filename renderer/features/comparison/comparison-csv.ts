import type { ComparisonTable, ComparisonTests, FreePValue } from '../../../shared/contract/methods/comparison.ts';
import type { CsvCell } from '../results/csv.ts';
import { reasonsOf, reasonsText } from '../../../shared/statistics/reasons.ts';
import type { ResultTable } from '../results/result-csv.ts';

type Source = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly tests: ComparisonTests | null;
};

function pOf(free: FreePValue): number | null {
  return 'p' in free ? free.p : null;
}

type Interval = { readonly low: number; readonly high: number } | { readonly undefined: string };

function endsOf(interval: Interval): CsvCell[] {
  return 'low' in interval ? [interval.low, interval.high] : [null, null];
}

const ofRepeated = [
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
] as const;
const ofGroups = ['chiSquare', 'cramersV', 'vLow', 'vHigh', 'permutationP'] as const;

/**
 * The tests of a row: how many respondents, effect, its ends and p of Cochran's Q and Friedman's test, or of χ² of who has the
 * code in each group; last why figures have no value.
 */
function testFigures(tests: ComparisonTests | null, row: number, heads: readonly string[]): CsvCell[] {
  const repeated = tests?.repeated?.[row];
  if (repeated) {
    const { cochran, friedman } = repeated;
    const figures = [cochran, friedman].flatMap((test): CsvCell[] =>
      'undefined' in test
        ? [null, null, null, null, null]
        : [test.statistic, test.effect, ...endsOf(test.interval), pOf(test.free)],
    );
    const reasons = reasonsText(
      reasonsOf({
        cochranQ: cochran,
        friedman,
        ...('undefined' in cochran ? {} : { etaInterval: cochran.interval, cochranP: reasonOf(cochran.free) }),
        ...('undefined' in friedman ? {} : { wInterval: friedman.interval, friedmanP: reasonOf(friedman.free) }),
      }),
    );
    return [repeated.n, ...figures, reasons];
  }
  const grouped = tests?.independent?.[row];
  if (!grouped) return [null, ...heads.map(() => null), null];
  const { test, n } = grouped;
  if ('undefined' in test) return [n, ...heads.map(() => null), reasonsText(reasonsOf({ chiSquare: test }))];
  const { chiSquare, v, interval, permutation } = test;
  const reasons = reasonsText(reasonsOf({ cramersV: v, vInterval: interval, permutationP: reasonOf(permutation) }));
  return [n, chiSquare, 'value' in v ? v.value : null, ...endsOf(interval), pOf(permutation), reasons];
}

function reasonOf(free: FreePValue): { readonly undefined: string } | null {
  return 'undefined' in free ? free : null;
}

/** Every cell as one row, raw numbers, the tests of its code beside it. */
export function comparisonFigures(table: ComparisonTable, source: Source): ResultTable {
  const groups = [table.all, ...table.groups];
  const heads = table.values === null ? ofRepeated : ofGroups;
  return {
    facts: [
      ['analysis', 'comparison'],
      ['coder', table.coder === '' ? 'all coders together' : table.coder],
      ['respondents', table.respondents.map(({ name }) => name).join(', ')],
    ],
    head: [
      'group',
      'code',
      'column',
      'respondents',
      'ofRespondents',
      'passages',
      'marked',
      'testedRespondents',
      ...heads,
      'undefined',
    ],
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
          ...(place === 0 ? testFigures(source.tests, row, heads) : [null, ...heads.map(() => null), null]),
        ]),
      ),
    ),
  };
}
