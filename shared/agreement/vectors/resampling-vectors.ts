import type { Limits } from '../../statistics/interval.ts';
import { krippendorffAlpha } from '../coefficients/krippendorff-alpha.ts';
import { krippendorffBootstrap } from '../coefficients/krippendorff-bootstrap.ts';
import { bootstrapUnits, jackknifeUnits } from '../coefficients/unit-bootstrap.ts';
import { measureFigures } from './figures.ts';
import { differenceOf, ratingsOf } from './rating-input.ts';
import type { Figures, Vector } from './vector.ts';

/** What the vectors' own resampling used; their tolerance is that of another generator. */
const RESAMPLES = 20_000;
const SEEDS = [1, 2, 3];

function ends(interval: Limits | { readonly undefined: string }): readonly [number, number] | null {
  return 'low' in interval ? [interval.low, interval.high] : null;
}

function jackknifeFigures(vector: Vector): Figures {
  const difference = differenceOf(vector);
  const ratings = ratingsOf(vector);
  const estimate = jackknifeUnits(ratings, (matrix) => krippendorffAlpha(matrix, difference));
  return {
    ...measureFigures(krippendorffAlpha(ratings, difference)),
    ...('standardError' in estimate
      ? { jackknife_se: estimate.standardError, ci95_t: ends(estimate.interval) }
      : { jackknife_se: null, ci95_t: null, reason: estimate.undefined }),
  };
}

function unitBootstrapFigures(vector: Vector): Figures {
  const difference = differenceOf(vector);
  const summary = bootstrapUnits(ratingsOf(vector), (matrix) => krippendorffAlpha(matrix, difference), {
    resamples: RESAMPLES,
    seed: SEEDS[0]!,
  });
  return {
    ci95_percentile: ends(summary.interval),
    undefined_resamples: summary.undefined,
    p_below_667: summary.below667,
    p_below_80: summary.below80,
  };
}

function krippendorffBootstrapFigures(vector: Vector): Figures {
  const difference = differenceOf(vector);
  const ratings = ratingsOf(vector);
  const intervals = SEEDS.map((seed) => {
    const summary = krippendorffBootstrap(ratings, { resamples: RESAMPLES, seed }, difference);
    return 'interval' in summary ? ends(summary.interval) : null;
  });
  const range = (end: 0 | 1): number[] | null => {
    const values = intervals.flatMap((interval) => (interval === null ? [] : [interval[end]]));
    return values.length > 0 ? [Math.min(...values), Math.max(...values)] : null;
  };
  return { ci95_percentile: intervals[0], range_over_3_seeds: [range(0), range(1)] };
}

/** Intervals of Krippendorff's alpha by resampling. */
export const resamplingVectors: Readonly<Record<string, (vector: Vector) => Figures>> = {
  krippendorff_alpha_bootstrap_krippendorff: krippendorffBootstrapFigures,
  krippendorff_alpha_bootstrap_units: unitBootstrapFigures,
  krippendorff_alpha_jackknife: jackknifeFigures,
};
