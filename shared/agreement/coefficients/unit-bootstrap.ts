import {
  bootstrapSummary,
  type BootstrapSummary,
  drawResample,
  jackknife,
  type JackknifeEstimate,
} from '../../statistics/resampling.ts';
import type { Measure } from '../../statistics/measure.ts';
import { randomFrom, type RandomSource, sourceOf } from '../../statistics/random.ts';
import type { RatingMatrix } from './ratings.ts';

/** How resampling was done; with it the same figures come out again. */
export type ResamplingRecord = RandomSource & { readonly resampled: 'documents' | 'units'; readonly resamples: number };

/**
 * Bootstrap of a coefficient over units: as many units as there are, drawn with replacement, the coefficient computed
 * anew with its chance agreement. For units that are independent of each other (answers of different people); segments
 * of one interview are not, see `bootstrapDocuments`. Costs units × resamples: not for characters.
 */
export function bootstrapUnits(
  matrix: RatingMatrix,
  coefficient: (matrix: RatingMatrix) => Measure,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): BootstrapSummary & { readonly record: ResamplingRecord } {
  const random = randomFrom(seed);
  const counts = matrix.rows.map((row) => row.count);
  const drawn = new Float64Array(counts.length);
  const values = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample += 1) {
    drawResample(counts, random, drawn);
    const measure = coefficient(withCounts(matrix, drawn));
    values[resample] = 'value' in measure ? measure.value : Number.NaN;
  }
  return { ...bootstrapSummary(values), record: { ...sourceOf(seed, random), resampled: 'units', resamples } };
}

/** Delete-one-unit jackknife of a coefficient; units nobody judged count in n. */
export function jackknifeUnits(
  matrix: RatingMatrix,
  coefficient: (matrix: RatingMatrix) => Measure,
): JackknifeEstimate {
  const counts = matrix.rows.map((row) => row.count);
  return jackknife(counts, (left) => coefficient(withCounts(matrix, left)));
}

function withCounts(matrix: RatingMatrix, counts: Float64Array): RatingMatrix {
  const rows = matrix.rows.flatMap(({ ratings }, place) =>
    counts[place]! > 0 ? [{ ratings, count: counts[place]! }] : [],
  );
  return { ...matrix, rows };
}
