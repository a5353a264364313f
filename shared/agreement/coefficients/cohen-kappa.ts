import type { ChanceCorrected } from '../../statistics/measure.ts';
import { contingencyTable, type RatingMatrix } from './ratings.ts';

/** Totals of a table of two coders' judgements. */
type Margins = { readonly n: number; readonly rows: readonly number[]; readonly columns: readonly number[] };

function marginsOf(table: readonly Float64Array[]): Margins {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, l) => table.reduce((sum, row) => sum + row[l]!, 0));
  return { n: rows.reduce((sum, count) => sum + count, 0), rows, columns };
}

/** Why kappa has no value for these ratings, or null. */
function whyUndefined(matrix: RatingMatrix, { n, rows, columns }: Margins): ChanceCorrected | null {
  if (matrix.coders !== 2) {
    return { undefined: 'two_coders_only' };
  }
  if (n === 0) {
    return { undefined: matrix.rows.some((row) => row.count > 0) ? 'no_pairable_values' : 'no_units' };
  }
  return rows.some((count, k) => count === n && columns[k] === n) ? { undefined: 'no_variation' } : null;
}

/** Kappa for a number of agreeing units. In counts instead of proportions, its limits 0 and 1 come out without rounding. */
function correctedByMargins(agreed: number, { n, rows, columns }: Margins): ChanceCorrected {
  const byChance = rows.reduce((sum, count, k) => sum + count * columns[k]!, 0);
  return {
    value: (n * agreed - byChance) / (n * n - byChance),
    observed: agreed / n,
    expected: byChance / (n * n),
  };
}

/**
 * Cohen's kappa for two coders: Cohen 1960, Educational and Psychological Measurement 20:37–46, over the units both
 * judged; p_e = Σ_k p_k+ p_+k.
 *
 * Undefined when both used one and the same category throughout (0/0). 0 when one coder used a single category and
 * the other did not: that says the coder never used the code, not that agreement is poor. Other than two coders:
 * undefined.
 */
export function cohenKappa(matrix: RatingMatrix): ChanceCorrected {
  const table = contingencyTable(matrix);
  const margins = marginsOf(table);
  const reason = whyUndefined(matrix, margins);
  if (reason !== null) {
    return reason;
  }
  return correctedByMargins(
    table.reduce((sum, row, k) => sum + row[k]!, 0),
    margins,
  );
}

/** The kappa the same margins would allow at best (Cohen 1960, p. 42), with its observed agreement. Undefined as kappa is. */
export function cohenKappaMaximum(matrix: RatingMatrix): ChanceCorrected {
  const margins = marginsOf(contingencyTable(matrix));
  const reason = whyUndefined(matrix, margins);
  if (reason !== null) {
    return reason;
  }
  const { rows, columns } = margins;
  return correctedByMargins(
    rows.reduce((sum, count, k) => sum + Math.min(count, columns[k]!), 0),
    margins,
  );
}
