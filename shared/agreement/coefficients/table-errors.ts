import { type ErrorEstimate, errorEstimate } from '../../statistics/standard-error.ts';
import type { ChanceCorrected } from '../../statistics/measure.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc2 } from './gwet-ac2.ts';
import { percentAgreement } from './percent.ts';
import { contingencyTable, pairableRatings, type RatingMatrix } from './ratings.ts';
import { weightedKappa } from './weighted-kappa.ts';
import { type AgreementWeights, identityWeights, weightTotal } from './weights.ts';

/*
 * Large-sample standard errors of two coders' table of counts. Fleiss, Cohen & Everitt 1969, Psychological Bulletin
 * 72:323–327, for Cohen's (weighted) kappa; Gwet 2014, ch. 5, for the others:
 *
 *   Var = 1/(n(1 − p_e)²) { Σ_kl p_kl [w_kl − (1 − κ) L_kl]² − [p_a − 2(1 − κ) p_e]² }.
 *
 * They divide by n where the errors from units divide by n − 1. The program shows those; these serve comparison with
 * published tables and other programs.
 */

/** L_kl: twice the change of p_e if one more unit fell into the cell (k, l). */
type ChanceOfCell = (k: number, l: number) => number;

type Table = { readonly cells: number[][]; readonly rows: number[]; readonly columns: number[]; readonly n: number };

/** Percent agreement. */
export function percentTableError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const percent = percentAgreement(matrix, weights);
  const measure = 'value' in percent ? { ...percent, observed: percent.value, expected: 0 } : percent;
  return tableError(matrix, weights, measure, () => () => 0);
}

/** Cohen's kappa, with weights or without: L_kl = Σ_m w_km p_+m + Σ_m w_ml p_m+. */
export function cohenTableError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  return tableError(matrix, weights, weightedKappa(matrix, weights), ({ rows, columns }) => {
    const ofRow = weights.map((line) => weightedSum(line, columns));
    const ofColumn = weights.map((_, l) =>
      weightedSum(
        weights.map((line) => line[l]!),
        rows,
      ),
    );
    return (k, l) => ofRow[k]! + ofColumn[l]!;
  });
}

/** Scott's pi: as Cohen's with the mean of both coders' shares. */
export function scottTableError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  return tableError(matrix, weights, fleissKappa(pairableRatings(matrix), weights), (table) => {
    const credit = weights.map((line) => weightedSum(line, meanShares(table)));
    return (k, l) => credit[k]! + credit[l]!;
  });
}

/** Gwet's AC2, with identity weights AC1: L_kl = 2 T_w (1 − (π_k + π_l) / 2) / (q(q − 1)). */
export function gwetTableError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const q = matrix.categories;
  return tableError(matrix, weights, gwetAc2(pairableRatings(matrix), weights), (table) => {
    const shares = meanShares(table);
    return (k, l) => (2 * weightTotal(weights) * (1 - (shares[k]! + shares[l]!) / 2)) / (q * (q - 1));
  });
}

/** Brennan and Prediger's coefficient: p_e does not depend on the units. */
export function brennanPredigerTableError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const chance = weightTotal(weights) / matrix.categories ** 2;
  return tableError(matrix, weights, brennanPrediger(matrix, weights), () => () => 2 * chance);
}

function tableError(
  matrix: RatingMatrix,
  weights: AgreementWeights,
  measure: ChanceCorrected,
  chanceOf: (table: Table) => ChanceOfCell,
): ErrorEstimate {
  if (matrix.coders !== 2) {
    return { undefined: 'two_coders_only' };
  }
  if ('undefined' in measure) {
    return measure;
  }
  const { value, observed, expected } = measure;
  const table = sharesOfTable(matrix);
  const chance = chanceOf(table);
  const centre = observed - 2 * (1 - value) * expected;
  let squares = 0;
  for (const [k, line] of table.cells.entries()) {
    for (const [l, share] of line.entries()) {
      // From the centre, not as a difference of squares: a variance of 0 comes out as 0.
      squares += share * (weights[k]![l]! - (1 - value) * chance(k, l) - centre) ** 2;
    }
  }
  return errorEstimate(value, Math.sqrt(squares / table.n) / (1 - expected), table.n);
}

function sharesOfTable(matrix: RatingMatrix): Table {
  const counts = contingencyTable(matrix).map((line) => [...line]);
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const cells = counts.map((line) => line.map((count) => count / n));
  const rows = cells.map((line) => line.reduce((sum, share) => sum + share, 0));
  const columns = cells.map((_, l) => cells.reduce((sum, line) => sum + line[l]!, 0));
  return { cells, rows, columns, n };
}

function meanShares({ rows, columns }: Table): number[] {
  return rows.map((share, k) => (share + columns[k]!) / 2);
}

function weightedSum(weights: readonly number[], shares: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * shares[place]!, 0);
}
