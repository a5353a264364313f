import type { NoStatistic } from '../../statistics/statistic.ts';

/**
 * One row for each respondent, one column for each condition (behaviour), all rows equally long. Only respondents with
 * a figure for every condition: how many were left out belongs beside the result.
 */
export type RepeatedMeasures = readonly (readonly number[])[];

/**
 * Respondents n and conditions k, or why nothing can be compared: nobody there, or fewer than two conditions.
 *
 * @throws RangeError if a row is longer than another or holds something that is no number.
 */
export function sizesOf(rows: RepeatedMeasures): { readonly n: number; readonly k: number } | NoStatistic {
  const k = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== k || row.some((value) => !Number.isFinite(value)))) {
    throw new RangeError('every respondent needs a figure for every condition');
  }
  if (rows.length === 0) {
    return { undefined: 'no_units' };
  }
  return k < 2 ? { undefined: 'single_category' } : { n: rows.length, k };
}

/** The sum of each column. */
export function columnSums(rows: RepeatedMeasures, k: number): number[] {
  return Array.from({ length: k }, (_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
}

/** Every two of k conditions, i < j. */
export function conditionPairs(k: number): { readonly i: number; readonly j: number }[] {
  return Array.from({ length: k }, (_, i) => i).flatMap((i) =>
    Array.from({ length: k - i - 1 }, (_, step) => ({ i, j: i + 1 + step })),
  );
}
