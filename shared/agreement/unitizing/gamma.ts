import type { Measure } from '../../statistics/measure.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import { randomFrom, type RandomSource, sourceOf } from '../../statistics/random.ts';
import { type Continuum, sortedContinuum } from './continuum.ts';
import { type Alignment, bestAlignment } from './gamma-alignment.ts';
import { categoricalDisorder } from './gamma-cat.ts';
import { GAMMA_WEIGHTS, type GammaWeights, type Unitizing } from './gamma-dissimilarity.ts';
import { type ChanceSampler, chanceUnitizing } from './gamma-samplers.ts';

/** Gamma and gamma-cat with all that went into them. Without any span or a second coder there is no alignment. */
export type Gamma = {
  readonly gamma: Measure;
  readonly gammaCat: Measure;
  readonly alignment: Alignment | null;
  /** Disorder of the best alignment of each annotation by chance. */
  readonly chanceDisorders: readonly number[];
  /** Disorder of the codes within the best alignments, observed and the mean by chance; null where nothing is close. */
  readonly categorical: { readonly observed: number; readonly chance: number } | null;
  /** Whether every best alignment, observed and by chance, is known to be the best. */
  readonly exact: boolean;
};

/** How the annotations by chance were drawn: enough to draw them again. */
export type ChanceRecord = RandomSource & {
  readonly sampler: ChanceSampler;
  readonly samples: number;
  /** Whether the samples suffice for the precision asked for. */
  readonly precise: boolean;
};

export type GammaSettings = {
  readonly weights: GammaWeights;
  readonly sampler: ChanceSampler;
  readonly seed: number;
  /** Wanted relative half width of the 95 % interval of the disorder by chance. */
  readonly precision: number;
  readonly fewestSamples: number;
  readonly mostSamples: number;
};

/** 30 samples, then as many as 2 % precision takes, up to 1,000. */
export const GAMMA_SETTINGS: GammaSettings = {
  weights: GAMMA_WEIGHTS,
  sampler: 'shuffle',
  seed: 1,
  precision: 0.02,
  fewestSamples: 30,
  mostSamples: 1000,
};

/**
 * Gamma: 1 − disorder observed / mean disorder by chance (Mathet, Widlöcher & Métivier 2015, Computational Linguistics
 * 41:437–479), and gamma-cat, the same of the codes within the best alignments (Mathet 2017, 43:661–681), from given
 * annotations by chance.
 *
 * Gamma is 1 if nothing is in disorder, whatever chance would give. Undefined: `no_pairable_values` with fewer than two
 * coders, `no_units` without any span. Gamma-cat besides: `no_pairable_values` if no two aligned units are close,
 * `no_variation` if chance has no disorder, as with one code only.
 */
export function gammaAgainst(coders: Unitizing, chance: readonly Unitizing[], weights: GammaWeights): Gamma {
  return gammaOf(
    coders,
    chance.flatMap((sample) => chanceDisorder(sample, weights)),
    weights,
  );
}

type ChanceDisorder = { readonly disorder: number; readonly categorical: number | null; readonly exact: boolean };

/** The disorders of one annotation by chance; none if it has no span. */
function chanceDisorder(sample: Unitizing, weights: GammaWeights): ChanceDisorder[] {
  const best = bestAlignment(sample, weights);
  return best === null
    ? []
    : [
        {
          disorder: best.disorder,
          categorical: categoricalDisorder(sample, best.alignments, weights),
          exact: best.exact,
        },
      ];
}

function gammaOf(coders: Unitizing, chance: readonly ChanceDisorder[], weights: GammaWeights): Gamma {
  const alignment = bestAlignment(coders, weights);
  if (alignment === null) {
    const none: Measure = { undefined: coders.length < 2 ? 'no_pairable_values' : 'no_units' };
    return { gamma: none, gammaCat: none, alignment, chanceDisorders: [], categorical: null, exact: true };
  }
  const chanceDisorders = chance.map(({ disorder }) => disorder);
  const categorical = chance.flatMap((sample) => (sample.categorical === null ? [] : [sample.categorical]));
  const observed = categoricalDisorder(coders, alignment.alignments, weights);
  return {
    gamma: alignment.disorder === 0 ? { value: 1 } : ratioTo(alignment.disorder, chanceDisorders),
    gammaCat: observed === null ? { undefined: 'no_pairable_values' } : ratioTo(observed, categorical),
    alignment,
    chanceDisorders,
    categorical: observed === null ? null : { observed, chance: meanOf(categorical) },
    exact: alignment.exact && chance.every(({ exact }) => exact),
  };
}

function ratioTo(observed: number, chance: readonly number[]): Measure {
  const mean = meanOf(chance);
  return mean > 0 ? { value: 1 - observed / mean } : { undefined: 'no_variation' };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * Gamma of a continuum, the annotations by chance drawn by the named sampler from the seed: `fewestSamples`, then as
 * many as (CV · 1.96 / precision)² with their coefficient of variation CV (sect. 5.3), at most `mostSamples`. The same
 * settings give the same result.
 *
 * @throws RangeError for a span outside the continuum.
 */
export function gamma(continuum: Continuum, settings: GammaSettings): Gamma & { readonly chance: ChanceRecord } {
  const { weights, sampler, seed, precision, fewestSamples, mostSamples } = settings;
  const sorted = sortedContinuum(continuum);
  const random = randomFrom(seed);
  const chance: ChanceDisorder[] = [];
  const disorders = (): number[] => chance.map(({ disorder }) => disorder);
  const comparable = sorted.coders.length >= 2 && sorted.coders.some((spans) => spans.length > 0);
  const drawUpTo = (wanted: number): void => {
    const enough = comparable ? Math.min(wanted, mostSamples) : 0;
    while (chance.length < enough) {
      chance.push(...chanceDisorder(chanceUnitizing(sorted, sampler, random), weights));
    }
  };
  drawUpTo(fewestSamples);
  drawUpTo(samplesFor(disorders(), precision));
  const record: ChanceRecord = {
    ...sourceOf(seed, random),
    sampler,
    samples: chance.length,
    precise: samplesFor(disorders(), precision) <= chance.length,
  };
  return { ...gammaOf(sorted.coders, chance, weights), chance: record };
}

/** (CV · z(.975) / precision)², rounded up. */
function samplesFor(disorders: readonly number[], precision: number): number {
  const mean = meanOf(disorders);
  if (mean === 0 || disorders.length < 2) {
    return 0;
  }
  const variance = disorders.reduce((sum, disorder) => sum + (disorder - mean) ** 2, 0) / (disorders.length - 1);
  return Math.ceil(((Math.sqrt(variance) / mean) * (normalQuantile(0.975) / precision)) ** 2);
}
