import { meanOfDefined } from '../../statistics/mean.ts';
import type { Measure } from '../../statistics/measure.ts';
import { codersIn } from './coder-mask.ts';
import type { CodedCount } from './document-tally.ts';
import type { AgreementMeasures } from './measures.ts';
import { positiveAgreement } from '../coefficients/positive-agreement.ts';
import type { TwoByTwo } from '../coefficients/ratings.ts';

/** The coefficients of "this code or not" that come from sums over units. */
export type MeasureName = keyof AgreementMeasures;

export const MEASURE_NAMES: readonly MeasureName[] = [
  'percentAgreement',
  'cohenKappa',
  'krippendorffAlpha',
  'gwetAc1',
  'positiveAgreement',
];

/*
 * Places of the sums of one code in one element (a document, or a unit). All coefficients of "this code or not" are functions of these, and
 * the sums of several elements add up: a resample is a weighted sum.
 */
const UNITS = 0;
const AGREEMENT = 1;
const SHARE = 2;
const DIVIDED = 3;
const CODED = 4;
const RATINGS = 5;
/** Three for every two coders: the units both coded, only the first, only the second. */
const PAIRS = 6;

/** How many sums there are of one code. */
export function sumCount(coders: number): number {
  return PAIRS + (3 * coders * (coders - 1)) / 2;
}

/** Place of the sums of coders a < b, pairs in the order (0, 1), (0, 2) … (1, 2) …. */
function placeOfPair(a: number, b: number, coders: number): number {
  return PAIRS + 3 * ((a * (2 * coders - a - 1)) / 2 + b - a - 1);
}

/** Adds what `units` units judged by `raters` coders come to if nobody coded any of them. */
export function addUncodedSums(raters: number, units: number, into: Float64Array, offset: number): void {
  into[offset + UNITS]! += units;
  into[offset + AGREEMENT]! += units;
  into[offset + RATINGS]! += units * raters;
}

/**
 * Adds the difference it makes that exactly these coders coded some of the units: to Σ of the share of agreeing pairs
 * per unit; Σ of the share of coders per unit who coded it; Σ y(r − y)/(r − 1) for y of r coders (coincidences of
 * "coded" and "not"); Σ y; for every two of the raters the units both, only the first, only the second coded. `coders`
 * says how many coders there are in all, `raters` are their numbers, ascending.
 */
export function addCodedSums(
  raters: readonly number[],
  { coders: mask, units }: CodedCount,
  into: Float64Array,
  offset: number,
  coders: number,
): void {
  const r = raters.length;
  const coded = codersIn(mask);
  const y = coded.length;
  into[offset + AGREEMENT]! += units * ((y * (y - 1) + (r - y) * (r - y - 1)) / (r * (r - 1)) - 1);
  into[offset + SHARE]! += (units * y) / r;
  into[offset + DIVIDED]! += (units * y * (r - y)) / (r - 1);
  into[offset + CODED]! += units * y;
  for (const [place, a] of raters.entries()) {
    for (const b of raters.slice(place + 1)) {
      const [byA, byB] = [coded.includes(a), coded.includes(b)];
      if (byA || byB) {
        into[offset + placeOfPair(a, b, coders) + (byA && byB ? 0 : byA ? 1 : 2)]! += units;
      }
    }
  }
}

/** A coefficient from the sums at `offset`; the same number and reason as from the ratings themselves. */
export function measureOfSums(name: MeasureName, sums: Float64Array, offset: number, coders: number): Measure {
  const n = sums[offset + UNITS]!;
  if (name === 'cohenKappa') {
    return coders === 2 ? kappaOf(pairAt(sums, offset + PAIRS), n) : { undefined: 'two_coders_only' };
  }
  if (name === 'positiveAgreement') {
    const ofPairs: Measure[] = [];
    for (let place = PAIRS; place < sumCount(coders); place += 3) {
      ofPairs.push(positiveAgreement(pairAt(sums, offset + place)));
    }
    return n === 0 ? { undefined: 'no_units' } : meanOfDefined(ofPairs).mean;
  }
  return n === 0 ? { undefined: 'no_units' } : anyCodersMeasure(name, sums, offset);
}

type PairCounts = Omit<TwoByTwo, 'n00'>;

function pairAt(sums: Float64Array, place: number): PairCounts {
  return { n11: sums[place]!, n10: sums[place + 1]!, n01: sums[place + 2]! };
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

function kappaOf({ n11, n10, n01 }: PairCounts, n: number): Measure {
  const n00 = n - n11 - n10 - n01;
  if (n11 === n || n00 === n) {
    return { undefined: n === 0 ? 'no_units' : 'no_variation' };
  }
  const byChance = (n11 + n10) * (n11 + n01) + (n01 + n00) * (n10 + n00);
  return { value: (n * (n11 + n00) - byChance) / (n * n - byChance) };
}
