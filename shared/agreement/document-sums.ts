import type { Measure } from '../statistics/measure.ts';
import { codersIn } from './coder-mask.ts';
import type { DocumentTally } from './document-tally.ts';
import type { AgreementMeasures } from './measures.ts';
import { positiveAgreement } from './positive-agreement.ts';
import type { TwoByTwo } from './ratings.ts';

/** The coefficients of "this code or not" that come from sums over units. */
export type MeasureName = keyof AgreementMeasures | 'positiveAgreement';

export const MEASURE_NAMES: readonly MeasureName[] = [
  'percentAgreement',
  'cohenKappa',
  'krippendorffAlpha',
  'gwetAc1',
  'positiveAgreement',
];

/*
 * Places of the sums of one code in one document. All coefficients of "this code or not" are functions of these, and
 * the sums of several documents add up: a resample of documents is a weighted sum.
 */
const UNITS = 0;
const AGREEMENT = 1;
const SHARE = 2;
const DIVIDED = 3;
const CODED = 4;
const RATINGS = 5;
const BOTH = 6;
const FIRST = 7;
const SECOND = 8;
export const SUM_COUNT = 9;

/**
 * Adds the sums of one code in one document at `offset`: units; Σ of the share of agreeing pairs per unit; Σ of the
 * share of coders per unit who coded it; Σ y(r − y)/(r − 1) for y of r coders (coincidences of "coded" and "not");
 * Σ y; Σ r; for two coders the units both, only the first, only the second coded.
 */
export function addDocumentSums(tally: DocumentTally, code: number, into: Float64Array, offset: number): void {
  const raters = codersIn(tally.raters);
  const r = raters.length;
  const second = raters[1]!;
  let uncoded = tally.units;
  for (const { coders, units } of tally.coded.get(code) ?? []) {
    const coded = codersIn(coders);
    const y = coded.length;
    uncoded -= units;
    into[offset + AGREEMENT]! += (units * (y * (y - 1) + (r - y) * (r - y - 1))) / (r * (r - 1));
    into[offset + SHARE]! += (units * y) / r;
    into[offset + DIVIDED]! += (units * y * (r - y)) / (r - 1);
    into[offset + CODED]! += units * y;
    into[offset + (y === 2 ? BOTH : coded[0] === second ? SECOND : FIRST)]! += units;
  }
  into[offset + UNITS]! += tally.units;
  into[offset + AGREEMENT]! += uncoded;
  into[offset + RATINGS]! += tally.units * r;
}

/** A coefficient from the sums at `offset`; the same number and reason as from the ratings themselves. */
export function measureOfSums(name: MeasureName, sums: Float64Array, offset: number, coders: number): Measure {
  const n = sums[offset + UNITS]!;
  if (name === 'cohenKappa' || name === 'positiveAgreement') {
    if (coders !== 2) {
      return { undefined: 'two_coders_only' };
    }
    const both = sums[offset + BOTH]!;
    const first = sums[offset + FIRST]!;
    const second = sums[offset + SECOND]!;
    const table = { n11: both, n10: first, n01: second, n00: n - both - first - second };
    return name === 'cohenKappa' ? kappaOf(table, n) : positiveAgreement(table);
  }
  return n === 0 ? { undefined: 'no_units' } : anyCodersMeasure(name, sums, offset);
}

function anyCodersMeasure(
  name: 'percentAgreement' | 'krippendorffAlpha' | 'gwetAc1',
  sums: Float64Array,
  offset: number,
): Measure {
  const observed = sums[offset + AGREEMENT]! / sums[offset + UNITS]!;
  if (name === 'percentAgreement') {
    return { value: observed };
  }
  if (name === 'gwetAc1') {
    const share = sums[offset + SHARE]! / sums[offset + UNITS]!;
    const expected = 2 * share * (1 - share);
    return { value: (observed - expected) / (1 - expected) };
  }
  const values = sums[offset + RATINGS]!;
  const across = sums[offset + CODED]! * (values - sums[offset + CODED]!);
  return across === 0
    ? { undefined: 'no_variation' }
    : { value: 1 - ((values - 1) * sums[offset + DIVIDED]!) / across };
}

function kappaOf({ n11, n10, n01, n00 }: TwoByTwo, n: number): Measure {
  if (n11 === n || n00 === n) {
    return { undefined: n === 0 ? 'no_units' : 'no_variation' };
  }
  const byChance = (n11 + n10) * (n11 + n01) + (n01 + n00) * (n10 + n00);
  return { value: (n * (n11 + n00) - byChance) / (n * n - byChance) };
}
