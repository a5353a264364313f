import { type ErrorEstimate, errorEstimate } from '../../statistics/standard-error.ts';
import type { ChanceCorrected } from '../../statistics/measure.ts';
import { agreeingPairs, categoryShares } from './chance-corrected.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { congerKappa } from './conger-kappa.ts';
import { coderShares } from './coder-shares.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc2 } from './gwet-ac2.ts';
import { percentAgreement } from './percent.ts';
import { scottPi } from './scott-pi.ts';
import { categoryCounts, pairableRatings, type RatingMatrix, type RatingRow, ratingTotal } from './ratings.ts';
import { weightedKappa } from './weighted-kappa.ts';
import { type AgreementWeights, identityWeights, weightTotal } from './weights.ts';

/*
 * Standard errors from the units, for any number of coders and missing ratings: the linearisation of Gwet 2014,
 * Handbook of Inter-Rater Reliability, 4th ed., ch. 5:
 *
 *   Var = 1/(n(n − 1)) Σ_i (κ*_i − κ)²,
 *   κ*_i = [r_i ≥ 2] (n/n′) (p_a|i − p_e)/(1 − p_e) − 2 (1 − κ) (p_e|i − p_e)/(1 − p_e),
 *
 * n the units judged at all, n′ those judged by two coders or more. They say how the coefficient would vary with other
 * units, the coders being the same. Units have to be independent: characters are not, and turns of one interview
 * hardly; there intervals come from resampling documents. 0 with perfect agreement, which is no sign of precision.
 */

/** What one unit judged so would make the chance agreement. */
type ChanceOfUnit = (row: RatingRow, counts: Float64Array) => number;

/** Percent agreement: chance agreement is 0. */
export function percentError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const percent = percentAgreement(matrix, weights);
  const measure = 'value' in percent ? { ...percent, observed: percent.value, expected: 0 } : percent;
  return linearisedError(matrix, weights, measure, () => 0);
}

/** Brennan and Prediger's coefficient: chance agreement is the same whatever the units. */
export function brennanPredigerError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const chance = weightTotal(weights) / matrix.categories ** 2;
  return linearisedError(matrix, weights, brennanPrediger(matrix, weights), () => chance);
}

/** Fleiss' kappa, and Scott's pi for two coders and the units both judged: p_e|i = Σ_k (r_ik / r_i) Σ_l w_kl π_l. */
export function fleissError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const shares = categoryShares(matrix);
  const credit = weights.map((line) => line.reduce((sum, weight, l) => sum + weight * shares[l]!, 0));
  return linearisedError(matrix, weights, fleissKappa(matrix, weights), (_, counts) => meanOver(counts, credit));
}

/** Scott's pi. */
export function scottError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const pi = scottPi(matrix, weights);
  return 'undefined' in pi ? pi : fleissError(pairableRatings(matrix), weights);
}

/** Gwet's AC2, with identity weights AC1: p_e|i = T_w/(q(q − 1)) Σ_k (r_ik / r_i) (1 − π_k). */
export function gwetError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const q = matrix.categories;
  const factor = weightTotal(weights) / (q * (q - 1));
  const credit = [...categoryShares(matrix)].map((share) => factor * (1 - share));
  return linearisedError(matrix, weights, gwetAc2(matrix, weights), (_, counts) => meanOver(counts, credit));
}

/**
 * Conger's kappa: what a unit adds to the shares of each coder who judged it,
 * p_e|i = 1/(r(r − 1)) Σ_g Σ_k λ_igk (Σ_h p_hk − p_gk), λ_igk = (n/n_g) Σ_l w_kl (δ_igl − (ε_ig − n_g/n) p_gl),
 * δ_igl whether coder g put unit i into l, ε_ig whether g judged it at all, n_g the units g judged.
 */
export function congerError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const coders = coderShares(matrix);
  const r = coders.length;
  const n = judgedUnits(matrix);
  const sums = weights.map((_, k) => coders.reduce((sum, { shares }) => sum + shares[k]!, 0));
  const creditOf = coders.map(({ shares }) =>
    weights.map((_, l) => weights.reduce((sum, line, k) => sum + line[l]! * (sums[k]! - shares[k]!), 0)),
  );
  const meanCredit = coders.map(({ shares }, place) =>
    shares.reduce((sum, share, l) => sum + share * creditOf[place]![l]!, 0),
  );
  return linearisedError(matrix, weights, congerKappa(matrix, weights), ({ ratings }) => {
    let sum = 0;
    for (const [place, { coder, units }] of coders.entries()) {
      const category = ratings[coder]!;
      const own = category === null ? 0 : creditOf[place]![category]! - meanCredit[place]!;
      sum += (n / units) * own + meanCredit[place]!;
    }
    return sum / (r * (r - 1));
  });
}

/** Cohen's kappa, also weighted: Conger's for two coders and the units both judged. */
export function cohenError(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ErrorEstimate {
  const kappa = weightedKappa(matrix, weights);
  return 'undefined' in kappa ? kappa : congerError(pairableRatings(matrix), weights);
}

function linearisedError(
  matrix: RatingMatrix,
  weights: AgreementWeights,
  measure: ChanceCorrected,
  chanceOf: ChanceOfUnit,
): ErrorEstimate {
  if ('undefined' in measure) {
    return measure;
  }
  const { value, expected } = measure;
  const n = judgedUnits(matrix);
  const pairable = judgedUnits(pairableRatings(matrix));
  if (pairable < 2) {
    return { undefined: 'too_few_units' };
  }
  let squares = 0;
  for (const row of matrix.rows) {
    const total = ratingTotal(row);
    if (total > 0 && row.count > 0) {
      const counts = categoryCounts(row, matrix.categories);
      const agreed = total >= 2 ? (n / pairable) * (agreementOfUnit(counts, weights, total) - expected) : 0;
      const chance = 2 * (1 - value) * (chanceOf(row, counts) - expected);
      squares += row.count * ((agreed - chance) / (1 - expected) - value) ** 2;
    }
  }
  return errorEstimate(value, Math.sqrt(squares / (n * (n - 1))), n);
}

/** Share of agreeing pairs of coders within a unit that `total` ≥ 2 coders judged. */
function agreementOfUnit(counts: Float64Array, weights: AgreementWeights, total: number): number {
  return agreeingPairs(counts, weights) / (total * (total - 1));
}

function meanOver(counts: Float64Array, values: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (const [k, times] of counts.entries()) {
    sum += times * values[k]!;
    total += times;
  }
  return sum / total;
}

function judgedUnits(matrix: RatingMatrix): number {
  return matrix.rows.reduce((units, row) => (ratingTotal(row) > 0 ? units + row.count : units), 0);
}
