import type { Limits } from '../../statistics/interval.ts';
import type { UndefinedReason } from '../../statistics/measure.ts';
import type { ErrorEstimate } from '../../statistics/standard-error.ts';
import { allAgree } from './all-agree.ts';
import { intervalDifference, ordinalDifference, ratioDifference } from './alpha-differences.ts';
import { krippendorffError } from './alpha-error.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { categoryAlphas } from './category-kappas.ts';
import { coderPairs } from './coder-pairs.ts';
import { cohenKappa, cohenKappaMaximum } from './cohen-kappa.ts';
import { congerKappa } from './conger-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc2 } from './gwet-ac2.ts';
import { holsti } from './holsti.ts';
import { differs, krippendorffAlpha, type SquaredDifference } from './krippendorff-alpha.ts';
import { lightKappa } from './light-kappa.ts';
import { percentAgreement } from './percent.ts';
import { contingencyTable, type RatingMatrix } from './ratings.ts';
import { scottPi } from './scott-pi.ts';
import {
  brennanPredigerError,
  cohenError,
  congerError,
  fleissError,
  gwetError,
  percentError,
  scottError,
} from './unit-errors.ts';
import { weightedKappa } from './weighted-kappa.ts';
import { agreementWeights, type WeightScheme } from './weights.ts';

export const alphaLevels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type AlphaLevel = (typeof alphaLevels)[number];

/** Ratings of units, the categories in their order, and the numbers they stand for (ranks for names). */
export type RatingData = {
  readonly matrix: RatingMatrix;
  readonly categories: readonly string[];
  readonly values: readonly number[];
  /** What differences between categories mean, for Krippendorff's alpha. */
  readonly level: AlphaLevel;
  /** Partial credit, for the coefficients with agreement weights. */
  readonly weights: WeightScheme;
};

type Measured =
  | { readonly value: number; readonly observed?: number; readonly expected?: number }
  | { readonly undefined: UndefinedReason };

/** A coefficient with what it is made of and how sure it is; the reason where it has no value. */
export type RatingFigure = {
  readonly value: number | null;
  readonly undefined?: string;
  readonly observed?: number;
  readonly expected?: number;
  readonly standardError?: number | null;
  readonly interval?: Limits | null;
};

function figureOf(measure: Measured, error?: ErrorEstimate): RatingFigure {
  if ('undefined' in measure) return { value: null, undefined: measure.undefined };
  const { value, observed, expected } = measure;
  const sure = error !== undefined && 'standardError' in error ? error : null;
  return {
    value,
    ...(observed === undefined || expected === undefined ? {} : { observed, expected }),
    ...(error === undefined ? {} : { standardError: sure?.standardError ?? null, interval: sure?.interval ?? null }),
  };
}

/** The squared difference of a level. */
function levelDifference(level: AlphaLevel, values: readonly number[]): SquaredDifference {
  const differences: Record<AlphaLevel, SquaredDifference> = {
    nominal: differs,
    ordinal: ordinalDifference,
    interval: intervalDifference(values),
    ratio: ratioDifference(values),
  };
  return differences[level];
}

/** Every coefficient of ratings of units, by the names the vectors use; those with weights are weighted as asked. */
export function ratingFigures({ matrix, values, level, weights: scheme }: RatingData): Record<string, RatingFigure> {
  const weights = agreementWeights(scheme, values);
  const difference = levelDifference(level, values);
  const isWeighted = scheme !== 'identity';
  const best = cohenKappaMaximum(matrix);
  return {
    percent_agreement: figureOf(percentAgreement(matrix, weights), percentError(matrix, weights)),
    percent_all_agree: figureOf(allAgree(matrix)),
    holsti: figureOf(holsti(matrix)),
    cohen_kappa: figureOf(cohenKappa(matrix), cohenError(matrix)),
    cohen_kappa_max: figureOf(best),
    ...(isWeighted ? { weighted_kappa: figureOf(weightedKappa(matrix, weights), cohenError(matrix, weights)) } : {}),
    scott_pi: figureOf(scottPi(matrix, weights), scottError(matrix, weights)),
    brennan_prediger: figureOf(brennanPrediger(matrix, weights), brennanPredigerError(matrix, weights)),
    fleiss_kappa: figureOf(fleissKappa(matrix, weights), fleissError(matrix, weights)),
    conger_kappa: figureOf(congerKappa(matrix, weights), congerError(matrix, weights)),
    light_kappa: figureOf(lightKappa(matrix)),
    krippendorff_alpha: figureOf(krippendorffAlpha(matrix, difference), krippendorffError(matrix, difference)),
    [isWeighted ? 'gwet_ac2' : 'gwet_ac1']: figureOf(gwetAc2(matrix, weights), gwetError(matrix, weights)),
  };
}

/** Krippendorff's alpha of each category against all others. */
export function alphaByCategory({ matrix, categories }: RatingData): Record<string, RatingFigure> {
  return Object.fromEntries(categoryAlphas(matrix).map((measure, place) => [categories[place]!, figureOf(measure)]));
}

/** Of every two coders, in the order (0, 1), (0, 2) …: the table, percent agreement and Cohen's kappa. */
export function pairFigures({ matrix }: RatingData): {
  readonly table: number[][];
  readonly percent_agreement: RatingFigure;
  readonly cohen_kappa: RatingFigure;
}[] {
  return coderPairs(matrix).map((pair) => ({
    table: contingencyTable(pair).map((line) => [...line]),
    percent_agreement: figureOf(percentAgreement(pair)),
    cohen_kappa: figureOf(cohenKappa(pair)),
  }));
}
