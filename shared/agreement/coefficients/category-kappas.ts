import type { Measure } from '../../statistics/measure.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { completeTotals } from './null-errors.ts';
import { categoryCounts, type RatingMatrix } from './ratings.ts';

/**
 * Fleiss' kappa of each category (Fleiss 1971, Psychological Bulletin 76:378–382, eq. 16), for N units that m coders
 * each judged: κ_j = 1 − Σ_i x_ij (m − x_ij) / (N m (m − 1) p_j q_j). Undefined with missing ratings
 * (`no_pairable_values`), and for a category that is nobody's or everybody's choice throughout (`no_variation`).
 */
export function fleissCategoryKappas(matrix: RatingMatrix): Measure[] {
  const totals = completeTotals(matrix);
  return Array.from({ length: matrix.categories }, (_, category): Measure => {
    if (totals === null) {
      return { undefined: matrix.rows.some((row) => row.count > 0) ? 'no_pairable_values' : 'no_units' };
    }
    const { units, coders, shares } = totals;
    const share = shares[category]!;
    if (share === 0 || share === 1) {
      return { undefined: 'no_variation' };
    }
    const split = matrix.rows.reduce((sum, row) => {
      const chosen = categoryCounts(row, matrix.categories)[category]!;
      return sum + row.count * chosen * (coders - chosen);
    }, 0);
    return { value: 1 - split / (units * coders * (coders - 1) * share * (1 - share)) };
  });
}

/**
 * Krippendorff's alpha of each category against all others taken together (Krippendorff 2004, Content Analysis, 2nd
 * ed., ch. 11.4; 2019, eq. 16). Missing ratings allowed; undefined as alpha is.
 */
export function categoryAlphas(matrix: RatingMatrix): Measure[] {
  return Array.from({ length: matrix.categories }, (_, category): Measure => {
    const rows = matrix.rows.map(({ ratings, count }) => ({
      ratings: ratings.map((rating) => (rating === null ? null : rating === category ? 1 : 0)),
      count,
    }));
    const alpha = krippendorffAlpha({ coders: matrix.coders, categories: 2, rows });
    return 'value' in alpha ? { value: alpha.value } : alpha;
  });
}
