import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { krippendorffError } from '../../shared/agreement/coefficients/alpha-error.ts';
import {
  type AgreementInput,
  agreementByCode,
  agreementOfTallies,
} from '../../shared/agreement/coded-units/code-agreement.ts';
import {
  agreementBootstrap,
  agreementJackknife,
  completed,
} from '../../shared/agreement/resampling/agreement-resampling.ts';
import { MEASURE_NAMES, measureOfSums, sumCount } from '../../shared/agreement/coded-units/code-sums.ts';
import { documentElements, unitElements } from '../../shared/agreement/resampling/drawn-elements.ts';
import { elementSums, weightedTotals } from '../../shared/agreement/resampling/element-sums.ts';
import { documentTally, isCompared } from '../../shared/agreement/coded-units/document-tally.ts';
import { krippendorffAlpha } from '../../shared/agreement/coefficients/krippendorff-alpha.ts';
import { ratingMatrix, type RatingMatrix } from '../../shared/agreement/coefficients/ratings.ts';
import { jaccardDistance, masiDistance, setAlpha } from '../../shared/agreement/coefficients/set-alpha.ts';
import {
  brennanPredigerTableError,
  cohenTableError,
  gwetTableError,
  percentTableError,
  scottTableError,
} from '../../shared/agreement/coefficients/table-errors.ts';
import {
  brennanPredigerError,
  cohenError,
  congerError,
  fleissError,
  gwetError,
  percentError,
  scottError,
} from '../../shared/agreement/coefficients/unit-errors.ts';
import type { ErrorEstimate } from '../../shared/statistics/standard-error.ts';
import type { Measure } from '../../shared/statistics/measure.ts';
import { codings, disjointSpans } from '../support/coded-document.ts';

const CATEGORIES = [1, 2, 3];
const rating = fc.option(fc.constantFrom(...CATEGORIES), { freq: 4 });
const unitsOf = (coders: number, each: fc.Arbitrary<number | null> = rating): fc.Arbitrary<(number | null)[][]> =>
  fc.array(fc.array(each, { minLength: coders, maxLength: coders }), { minLength: 1, maxLength: 20 });

function expectSame(a: ErrorEstimate, b: ErrorEstimate): void {
  if ('standardError' in a && 'standardError' in b) {
    expect(a.standardError).toBeCloseTo(b.standardError, 8);
    expect(a.n).toBe(b.n);
  } else {
    expect(a).toEqual(b);
  }
}

const forAnyCoders: readonly ((matrix: RatingMatrix) => ErrorEstimate)[] = [
  percentError,
  brennanPredigerError,
  fleissError,
  gwetError,
  congerError,
  krippendorffError,
];

test('errors do not depend on the order of coders and units, nor on what the categories are called', () => {
  fc.assert(
    fc.property(unitsOf(3), (units) => {
      const matrix = ratingMatrix(units, CATEGORIES);
      const turned = units.map((unit) => unit.toReversed()).toReversed();
      const renamed = ratingMatrix(turned, [3, 1, 2]);
      for (const error of forAnyCoders) {
        expectSame(error(renamed), error(matrix));
      }
    }),
  );
});

test('a unit told twice is the same as two equal units', () => {
  fc.assert(
    fc.property(unitsOf(3), (units) => {
      const apart: RatingMatrix = {
        coders: 3,
        categories: 3,
        rows: units.flatMap((unit) => ratingMatrix([unit], CATEGORIES).rows),
      };
      for (const error of forAnyCoders) {
        expectSame(error(apart), error(ratingMatrix(units, CATEGORIES)));
      }
    }),
  );
});

test('from the table and from the units: the same but for n and n − 1', () => {
  const pairs = [
    [percentTableError, percentError],
    [brennanPredigerTableError, brennanPredigerError],
    [cohenTableError, cohenError],
    [scottTableError, scottError],
    [gwetTableError, gwetError],
  ] as const;
  fc.assert(
    fc.property(unitsOf(2, fc.constantFrom(...CATEGORIES)), (units) => {
      const matrix = ratingMatrix(units, CATEGORIES);
      for (const [fromTable, fromUnits] of pairs) {
        const table = fromTable(matrix);
        const raw = fromUnits(matrix);
        if ('standardError' in table && 'standardError' in raw) {
          const n = units.length;
          expect(table.standardError).toBeCloseTo(raw.standardError * Math.sqrt((n - 1) / n), 8);
        } else {
          expect(table).toEqual(raw);
        }
      }
    }),
  );
});

test('one code for each unit: set-valued alpha is nominal alpha, by either distance', () => {
  fc.assert(
    fc.property(unitsOf(3), (units) => {
      const nominal = krippendorffAlpha(ratingMatrix(units, CATEGORIES));
      const sets = units.map((unit) => unit.map((value) => (value === null ? null : new Set([`${value}`]))));
      for (const distance of [jaccardDistance, masiDistance]) {
        const alpha = setAlpha(sets, distance);
        if ('value' in nominal && 'value' in alpha) {
          expect(alpha.value).toBeCloseTo(nominal.value, 10);
        } else {
          expect(alpha).toEqual(nominal);
        }
      }
    }),
  );
});

test('distances of sets are 0 for equal ones only, the same both ways, MASI never below Jaccard', () => {
  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((codes) => new Set(codes));
  fc.assert(
    fc.property(set, set, (a, b) => {
      const equal = a.size === b.size && [...a].every((code) => b.has(code));
      for (const distance of [jaccardDistance, masiDistance]) {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(equal);
        expect(distance(a, b)).toBeLessThanOrEqual(1);
      }
      expect(masiDistance(a, b)).toBeGreaterThanOrEqual(jaccardDistance(a, b));
    }),
  );
});

const CODES = 3;
const usedCodes = [0, 1, 2];
function inputOf(coders: number): fc.Arbitrary<AgreementInput> {
  const document = fc.record({
    units: disjointSpans,
    codings: codings(CODES, coders),
    done: fc.subarray(Array.from({ length: coders }, (_, coder) => coder)),
  });
  return fc.record({
    documents: fc.array(document, { minLength: 1, maxLength: 4 }),
    coders: fc.constant(coders),
    codes: fc.constant(CODES),
    unit: fc.constantFrom({ kind: 'character' } as const, { kind: 'segment', rule: 'any' } as const),
  });
}
const input = fc.integer({ min: 2, max: 4 }).chain(inputOf);

function expectSameMeasure(a: Measure, b: Measure): void {
  if ('value' in a && 'value' in b) {
    expect(a.value).toBeCloseTo(b.value, 9);
  } else {
    expect(a).toEqual(b);
  }
}

test('sums over documents give what counting the same documents, some several times, gives', () => {
  fc.assert(
    fc.property(input, fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), (settings, times) => {
      const tallies = settings.documents.map((document) => documentTally(document, settings)).filter(isCompared);
      const repeated = tallies.flatMap((tally, place) => Array.from({ length: times[place]! }, () => tally));
      const { codes } = agreementOfTallies(repeated, settings);
      const sums = elementSums(documentElements(tallies), settings, usedCodes);
      const weights = Float64Array.from(tallies, (_, place) => times[place]!);
      const totals = weightedTotals(sums, weights, new Float64Array(CODES * sumCount(settings.coders)));
      for (const { code, measures } of codes) {
        for (const name of MEASURE_NAMES) {
          const measure = measureOfSums(name, totals, code * sumCount(settings.coders), settings.coders);
          expectSameMeasure(measure, measures[name]);
        }
      }
    }),
  );
});

test('units drawn once each are the documents they stand in', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      const settings = { ...drawn, unit: { kind: 'segment', rule: 'any' } as const };
      const totalsOf = (elements: ReturnType<typeof unitElements>): Float64Array =>
        weightedTotals(
          elementSums(elements, settings, usedCodes),
          Float64Array.from(elements, ({ times }) => times),
          new Float64Array(CODES * sumCount(settings.coders)),
        );
      const tallies = settings.documents.map((document) => documentTally(document, settings));
      const byUnit = totalsOf(unitElements(settings.documents, settings));
      for (const [place, total] of totalsOf(documentElements(tallies)).entries())
        expect(byUnit[place]).toBeCloseTo(total, 9);
    }),
  );
});

test('the bootstrap over documents is repeatable, holds every resample once, and encloses what does not vary', () => {
  fc.assert(
    fc.property(input, fc.integer(), (settings, seed) => {
      const tallies = settings.documents.map((document) => documentTally(document, settings));
      const resampled = { ...settings, elements: documentElements(tallies), used: usedCodes };
      const run = () => completed(agreementBootstrap(resampled, 'documents', { resamples: 40, seed }));
      const result = run();
      expect(run()).toEqual(result);
      expect(result.elements).toBe(tallies.filter(isCompared).length);
      const whole = agreementByCode(settings);
      for (const [code, summaries] of result.codes.entries()) {
        const { interval, defined, undefined: without } = summaries.krippendorffAlpha;
        expect(defined + without).toBe(result.elements < 2 ? 0 : 40);
        expect('low' in interval).toBe(defined >= 2);
        const alpha = whole.codes[code]!.measures.krippendorffAlpha;
        if ('value' in alpha && alpha.value === 1 && 'low' in interval) {
          expect(interval).toEqual({ low: 1, high: 1 });
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('the jackknife over documents leaves out one document after the other', () => {
  fc.assert(
    fc.property(inputOf(2), (settings) => {
      const tallies = settings.documents.map((document) => documentTally(document, settings)).filter(isCompared);
      const { codes } = agreementJackknife({ ...settings, elements: documentElements(tallies), used: usedCodes });
      const percent = (kept: typeof tallies): number => {
        const measure = agreementOfTallies(kept, settings).codes[0]!.measures.percentAgreement;
        return 'value' in measure ? measure.value : Number.NaN;
      };
      const estimate = codes[0]!.percentAgreement;
      const values = tallies.map((_, place) => percent(tallies.toSpliced(place, 1)));
      if ('standardError' in estimate) {
        const n = values.length;
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        expect(estimate.standardError).toBeCloseTo(Math.sqrt((squares * (n - 1)) / n), 9);
      } else {
        expect(tallies.length).toBeLessThan(2);
      }
    }),
    { numRuns: 50 },
  );
});
