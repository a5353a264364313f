import { bootstrapSummary, type BootstrapSummary } from '../../statistics/resampling.ts';
import type { UndefinedReason } from '../../statistics/measure.ts';
import { randomFrom, type RandomSource, sourceOf } from '../../statistics/random.ts';
import { differs, krippendorffAlpha, type SquaredDifference } from './krippendorff-alpha.ts';
import { categoryCounts, pairableRatings, type RatingMatrix, ratingTotal } from './ratings.ts';

/**
 * Krippendorff's own bootstrap of alpha (Krippendorff 2006, Bootstrapping distributions for Krippendorff's alpha, in
 * its revision of 2011, as the R package icr has it): for each unit that m_u coders judged, m_u(m_u − 1)/2 differences
 * are drawn from all pairs of ratings that met within units, each taken off with the weight 2/(n D_e (m_u − 1)); n and
 * D_e stay as observed. Resamples of one category only would be undefined, not 1: as many of the resamples with alpha 1
 * as are expected to be of that kind are taken out.
 *
 * Pairs within a unit are not independent and D_e is not certain: the interval is too narrow. For comparison with other
 * programs only.
 */
export function krippendorffBootstrap(
  matrix: RatingMatrix,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
  squaredDifference: SquaredDifference = differs,
): (BootstrapSummary & { readonly source: RandomSource }) | { readonly undefined: UndefinedReason } {
  const alpha = krippendorffAlpha(matrix, squaredDifference);
  if ('undefined' in alpha) {
    return alpha;
  }
  const pairs = metPairs(matrix, squaredDifference);
  const { differences, upTo } = differencesToDraw(pairs.kinds);
  const draws = drawsByWeight(matrix);
  const scale = 2 / (alpha.pairableValues * alpha.expectedDisagreement);
  const random = randomFrom(seed);
  const values = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample += 1) {
    let disagreement = 0;
    for (const [others, times] of draws) {
      let drawn = 0;
      for (let draw = 0; draw < times; draw += 1) {
        const at = random.fraction() * pairs.total;
        let place = 0;
        while (at >= upTo[place]!) {
          place += 1;
        }
        drawn += differences[place]!;
      }
      disagreement += drawn / others;
    }
    values[resample] = 1 - scale * disagreement;
  }
  const all = [...draws.values()].reduce((sum, times) => sum + times, 0);
  const alike = pairs.kinds.reduce((sum, kind) => (kind.same ? sum + (kind.count / pairs.total) ** all : sum), 0);
  let withoutVariation = Math.round(alike * resamples);
  for (let place = 0; place < resamples && withoutVariation > 0; place += 1) {
    if (values[place] === 1) {
      values[place] = Number.NaN;
      withoutVariation -= 1;
    }
  }
  return { ...bootstrapSummary(values), source: sourceOf(seed, random) };
}

type PairKind = { readonly count: number; readonly difference: number; readonly same: boolean };

/** The pairs of ratings that met within units, by their two categories. */
function metPairs(matrix: RatingMatrix, squaredDifference: SquaredDifference): { kinds: PairKind[]; total: number } {
  const q = matrix.categories;
  const met = new Float64Array(q * q);
  const valueCounts = new Float64Array(q);
  for (const row of pairableRatings(matrix).rows) {
    const counts = categoryCounts(row, q);
    for (let c = 0; c < q; c += 1) {
      valueCounts[c]! += row.count * counts[c]!;
      met[c * q + c]! += (row.count * counts[c]! * (counts[c]! - 1)) / 2;
      for (let k = c + 1; k < q; k += 1) {
        met[c * q + k]! += row.count * counts[c]! * counts[k]!;
      }
    }
  }
  const kinds: PairKind[] = [];
  let total = 0;
  for (const [place, count] of met.entries()) {
    const c = Math.floor(place / q);
    const k = place % q;
    if (count > 0) {
      total += count;
      const difference = c === k ? 0 : squaredDifference(c, k, valueCounts);
      kinds.push({ count, difference, same: c === k });
    }
  }
  return { kinds, total };
}

/** The different differences, the frequent ones first, each with how many pairs have it or one before it. */
function differencesToDraw(kinds: readonly PairKind[]): { differences: Float64Array; upTo: Float64Array } {
  const counts = new Map<number, number>();
  for (const { difference, count } of kinds) {
    counts.set(difference, (counts.get(difference) ?? 0) + count);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  let sum = 0;
  const upTo = sorted.map(([, count]) => {
    sum += count;
    return sum;
  });
  return { differences: Float64Array.from(sorted, ([difference]) => difference), upTo: Float64Array.from(upTo) };
}

/** How many differences are drawn for units of m_u coders, by m_u − 1. */
function drawsByWeight(matrix: RatingMatrix): Map<number, number> {
  const draws = new Map<number, number>();
  for (const row of pairableRatings(matrix).rows) {
    const total = ratingTotal(row);
    draws.set(total - 1, (draws.get(total - 1) ?? 0) + (row.count * total * (total - 1)) / 2);
  }
  return draws;
}
