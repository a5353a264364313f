import {
  type Continuum,
  hasOverlaps,
  sortedContinuum,
  type UnitizingMeasure,
  type UnitizingReason,
} from './continuum.ts';
import { spanDecisions } from '../spans/span-decisions.ts';
import { type UnitizedCoincidences, unitizedCoincidences } from './unitized-coincidences.ts';

/** Agreement on one code where both coders of a pair coded anything. */
export type CodeUAlpha = {
  readonly code: number;
  /** (k)uα. */
  readonly alpha: UnitizingMeasure;
  /** Share of the code's length that falls where another coder coded anything, 0..1. */
  readonly coverage: number;
};

export type UAlphaFamily = {
  /** uα: boundaries and codes together. */
  readonly uAlpha: UnitizingMeasure;
  /** |uα: which text is coded at all, whatever the code. */
  readonly binary: UnitizingMeasure;
  /** cuα: the code, where both coders of a pair coded anything. */
  readonly coding: UnitizingMeasure;
  /** Share of the continuum cuα rests on, 0..1. */
  readonly coverage: number;
  readonly codes: readonly CodeUAlpha[];
};

/**
 * The unitizing alphas of Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, with the
 * erratum 50:2365 (Krippendorff 2019, Content Analysis, 4th ed., ch. 12.6, eqs. 32–38). A coder gives a position one
 * code at most: with overlaps all but |uα are undefined (`overlapping_codes`); |uα takes a coder's overlapping spans as
 * one. They do not see where a stretch of one code is split in two.
 *
 * Undefined: `no_pairable_values` with fewer than two coders, `no_units` where nobody coded anything, `no_variation`
 * where chance could not disagree: everything one code (uα), no gap (|uα), one code only where both coded (cuα), or
 * nothing but the code there ((k)uα); `never_used` where no two coders coded a common place (cuα, (k)uα);
 * `too_few_passages` where coders disagree and nothing is left to expect: what two of them coded in common is so few
 * passages that taking away each passage's match with itself (Q_c) takes all.
 *
 * @throws RangeError for a span outside the continuum.
 */
export function uAlphaFamily(continuum: Continuum): UAlphaFamily {
  const sorted = sortedContinuum(continuum);
  const reason = reasonAgainst(sorted);
  if (reason !== null) {
    const none: UnitizingMeasure = { undefined: reason };
    const binary = reason === 'overlapping_codes' ? uAlphaFamily(ofRelevance(sorted)).binary : none;
    return { uAlpha: none, binary, coding: none, coverage: 0, codes: [] };
  }
  const coincidences = unitizedCoincidences(sorted);
  const { lengths, ownSquares, unitSquares, codes } = coincidences;
  const inner = lengths.slice(1).map((line) => line.slice(1));
  const innerSquares = unitSquares.slice(1);
  const total = totalOf(lengths);
  return {
    uAlpha: overallAlpha(lengths, ownSquares, total, 'no_units'),
    binary: overallAlpha(...collapsed(coincidences), total, 'no_units'),
    coding: overallAlpha(inner, innerSquares, totalOf(inner), 'never_used'),
    coverage: totalOf(inner) / total,
    codes: codes.map((code, place) => ({
      code,
      alpha: codeAlpha(inner, innerSquares, place),
      coverage: sumOf(inner[place]!) / sumOf(lengths[place + 1]!),
    })),
  };
}

function reasonAgainst(continuum: Continuum): UnitizingReason | null {
  if (continuum.coders.length < 2) {
    return 'no_pairable_values';
  }
  if (continuum.coders.every((spans) => spans.length === 0)) {
    return 'no_units';
  }
  return hasOverlaps(continuum) ? 'overlapping_codes' : null;
}

/** The same with one code for all, which does not mind codes on top of each other. */
function ofRelevance(continuum: Continuum): Continuum {
  const coders = continuum.coders.map((spans) => spanDecisions(spans).map((span) => ({ ...span, code: 0 })));
  return { ...continuum, coders };
}

/** All codes as one value beside "nothing". */
function collapsed({ lengths, ownSquares }: UnitizedCoincidences): [Float64Array[], Float64Array] {
  const nothing = lengths[0]!;
  const one = sumOf(nothing.slice(1));
  const both = totalOf(lengths) - nothing[0]! - 2 * one;
  return [
    [Float64Array.of(nothing[0]!, one), Float64Array.of(one, both)],
    Float64Array.of(ownSquares[0]!, sumOf(ownSquares.slice(1))),
  ];
}

/**
 * 1 − (l.. − Σ l_cc) / (l.. − Σ e_cc) with e_ck = l.. (l_c. l_.k − [c = k] S_c) / (l..² − Σ S_c) (eqs. 4, 33). For cuα
 * the same over the codes alone, its e*_ck = (l*_c. l*_.k − [c = k] Q_c) / (l*.. − Q. / l*..) being that times l../l...
 */
function overallAlpha(
  lengths: readonly Float64Array[],
  squares: Float64Array,
  total: number,
  whenEmpty: UnitizingReason,
): UnitizingMeasure {
  if (total === 0) {
    return { undefined: whenEmpty };
  }
  const margins = lengths.map(sumOf);
  if (margins.filter((margin) => margin > 0).length < 2) {
    return { undefined: 'no_variation' };
  }
  const agreed = lengths.reduce((sum, line, c) => sum + line[c]!, 0);
  // l.. − Σ e_cc, written without subtracting nearly equal numbers.
  const across = total ** 2 - margins.reduce((sum, margin) => sum + margin ** 2, 0);
  return alphaFrom((total - agreed) / (total * across), total ** 2, sumOf(squares));
}

/** 1 − (e*_.k / l*_.k) (l*_.k − l*_kk) / (e*_.k − e*_kk). */
function codeAlpha(lengths: readonly Float64Array[], squares: Float64Array, k: number): UnitizingMeasure {
  const margins = lengths.map(sumOf);
  const margin = margins[k]!;
  if (margin === 0) {
    return { undefined: 'never_used' };
  }
  const total = sumOf(Float64Array.from(margins));
  const across = margin * (total - margin);
  if (margins.filter((length) => length > 0).length < 2) {
    return { undefined: 'no_variation' };
  }
  // e*_.k and e*_.k − e*_kk share their denominator, which cancels.
  return alphaFrom((margin - lengths[k]![k]!) / (margin * across), margin * total, squares[k]!);
}

/** How much of a product may be lost to rounding. */
const ROUNDING = 1e-9;

/** 1 − disagreement · (product − own), what chance has to draw from being the product less what pairs with itself. */
function alphaFrom(disagreement: number, product: number, own: number): UnitizingMeasure {
  const left = product - own;
  if (disagreement > 0 && left <= ROUNDING * product) {
    return { undefined: 'too_few_passages' };
  }
  return { value: 1 - disagreement * left };
}

function totalOf(lengths: readonly Float64Array[]): number {
  return lengths.reduce((sum, line) => sum + sumOf(line), 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
