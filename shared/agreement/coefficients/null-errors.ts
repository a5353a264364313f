import type { NoIntervalReason } from '../../statistics/interval.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { coderShares } from './coder-shares.ts';
import { categoryCounts, pairableRatings, type RatingMatrix, ratingTotal } from './ratings.ts';

/**
 * Standard error of a kappa if the coders agreed by chance only, and kappa divided by it: for the test of kappa = 0,
 * never for an interval. `z` is null where the error is 0, as when one coder used a single category.
 */
export type NullError =
  | { readonly standardError: number; readonly z: number | null }
  | { readonly undefined: NoIntervalReason | 'incomplete_ratings' };

/**
 * Cohen's kappa under chance (Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323–327, eq. 14):
 * Var₀ = [p_e + p_e² − Σ_k p_k+ p_+k (p_k+ + p_+k)] / (n (1 − p_e)²). Undefined as kappa is.
 */
export function cohenNullError(matrix: RatingMatrix): NullError {
  const kappa = cohenKappa(matrix);
  if ('undefined' in kappa) {
    return kappa;
  }
  const [first, second] = coderShares(pairableRatings(matrix));
  const chance = kappa.expected;
  const skew = first!.shares.reduce((sum, share, k) => {
    const other = second!.shares[k]!;
    return sum + share * other * (share + other);
  }, 0);
  const variance = Math.max(0, chance + chance ** 2 - skew) / (first!.units * (1 - chance) ** 2);
  return nullError(kappa.value, Math.sqrt(variance));
}

/**
 * Fleiss' kappa under chance (Fleiss, Nee & Landis 1979, Psychological Bulletin 86:974–977), for N units that m coders
 * each judged: Var₀ = 2 / (N m (m − 1)) · [(Σ p_j q_j)² − Σ p_j q_j (q_j − p_j)] / (Σ p_j q_j)², q_j = 1 − p_j.
 * Undefined with missing ratings.
 */
export function fleissNullError(matrix: RatingMatrix): NullError {
  const kappa = fleissKappa(matrix);
  if ('undefined' in kappa) {
    return kappa;
  }
  const totals = completeTotals(matrix);
  if (totals === null) {
    return { undefined: 'incomplete_ratings' };
  }
  const { units, coders, shares } = totals;
  const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const skew = shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const variance = (2 / (units * coders * (coders - 1))) * ((spread ** 2 - skew) / spread ** 2);
  return nullError(kappa.value, Math.sqrt(Math.max(0, variance)));
}

/** Units, coders and shares of categories if every unit was judged by the same number of coders, else null. */
export function completeTotals(
  matrix: RatingMatrix,
): { readonly units: number; readonly coders: number; readonly shares: Float64Array } | null {
  const rows = matrix.rows.filter((row) => row.count > 0);
  const coders = rows[0] === undefined ? 0 : ratingTotal(rows[0]);
  if (coders < 2 || rows.some((row) => ratingTotal(row) !== coders)) {
    return null;
  }
  const shares = new Float64Array(matrix.categories);
  let units = 0;
  for (const row of rows) {
    units += row.count;
    for (const [category, times] of categoryCounts(row, matrix.categories).entries()) {
      shares[category]! += row.count * times;
    }
  }
  return { units, coders, shares: shares.map((times) => times / (units * coders)) };
}

/** The variance is a difference of numbers near 1: an error below this is 0 but for rounding. */
const ROUNDING = 1e-7;

function nullError(value: number, standardError: number): NullError {
  return { standardError, z: standardError > ROUNDING ? value / standardError : null };
}
