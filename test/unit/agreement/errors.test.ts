import { describe, expect, test } from 'vitest';
import { allAgree } from '../../../shared/agreement/coefficients/all-agree.ts';
import { krippendorffError } from '../../../shared/agreement/coefficients/alpha-error.ts';
import { categoryAlphas, fleissCategoryKappas } from '../../../shared/agreement/coefficients/category-kappas.ts';
import { krippendorffAlpha } from '../../../shared/agreement/coefficients/krippendorff-alpha.ts';
import { krippendorffBootstrap } from '../../../shared/agreement/coefficients/krippendorff-bootstrap.ts';
import { cohenKappa } from '../../../shared/agreement/coefficients/cohen-kappa.ts';
import { cohenNullError, fleissNullError } from '../../../shared/agreement/coefficients/null-errors.ts';
import { ratingMatrix, ratingsOfTable } from '../../../shared/agreement/coefficients/ratings.ts';
import { jaccardDistance, masiDistance, setAlpha } from '../../../shared/agreement/coefficients/set-alpha.ts';
import { scottPi } from '../../../shared/agreement/coefficients/scott-pi.ts';
import { cohenTableError } from '../../../shared/agreement/coefficients/table-errors.ts';
import { bootstrapUnits, jackknifeUnits } from '../../../shared/agreement/coefficients/unit-bootstrap.ts';
import {
  cohenError,
  fleissError,
  gwetError,
  percentError,
  scottError,
} from '../../../shared/agreement/coefficients/unit-errors.ts';

const same = ratingsOfTable([
  [5, 0],
  [0, 0],
]);
const perfect = ratingsOfTable([
  [5, 0],
  [0, 4],
]);
const oneSided = ratingsOfTable([
  [95, 5],
  [0, 0],
]);
const onePair = ratingMatrix(
  [
    [1, 2],
    [1, null],
  ],
  [1, 2],
);
const threeCoders = ratingMatrix([[1, 1, 2]], [1, 2]);

describe('standard errors without ground', () => {
  test('all judgements the same: undefined where the coefficient is', () => {
    expect(cohenError(same)).toEqual({ undefined: 'no_variation' });
    expect(cohenTableError(same)).toEqual({ undefined: 'no_variation' });
    expect(fleissError(same)).toEqual({ undefined: 'no_variation' });
    expect(krippendorffError(same)).toEqual({ undefined: 'no_variation' });
    expect(percentError(same)).toMatchObject({ standardError: 0, interval: { low: 1, high: 1 } });
    expect(gwetError(same)).toMatchObject({ standardError: 0, interval: { low: 1, high: 1 } });
  });

  test('perfect agreement: an error of 0, one point for an interval', () => {
    for (const error of [cohenError(perfect), cohenTableError(perfect), krippendorffError(perfect)]) {
      expect(error).toEqual({ standardError: 0, interval: { low: 1, high: 1 }, n: 9 });
    }
  });

  test('one coder never used the category: kappa 0, error 0', () => {
    expect(cohenTableError(oneSided)).toMatchObject({ standardError: expect.closeTo(0, 12) });
    expect(cohenError(oneSided)).toMatchObject({ standardError: expect.closeTo(0, 12) });
    expect(cohenNullError(oneSided)).toEqual({ standardError: expect.closeTo(0, 7), z: null });
  });

  test('one pairable unit never makes an interval', () => {
    expect(krippendorffAlpha(onePair)).toMatchObject({ value: 0 });
    for (const error of [percentError, gwetError, fleissError, cohenError, krippendorffError]) {
      expect(error(onePair)).toEqual({ undefined: 'too_few_units' });
    }
  });

  test('kappa of a table is for two coders', () => {
    expect(cohenTableError(threeCoders)).toEqual({ undefined: 'two_coders_only' });
    expect(cohenError(threeCoders)).toEqual({ undefined: 'two_coders_only' });
  });

  test('units that nobody judged with another: no pairable values, whatever the coefficient of two coders', () => {
    const alone = ratingMatrix(
      [
        [1, null],
        [null, 2],
      ],
      [1, 2],
    );
    for (const figure of [cohenKappa, scottPi, cohenError, scottError, krippendorffAlpha, percentError])
      expect(figure(alone)).toEqual({ undefined: 'no_pairable_values' });
  });

  test("Fleiss' test under chance and his kappas by category need complete data", () => {
    const missing = ratingMatrix(
      [
        [1, 1, 2],
        [2, 2, null],
      ],
      [1, 2],
    );
    expect(fleissNullError(missing)).toEqual({ undefined: 'incomplete_ratings' });
    expect(fleissCategoryKappas(missing)).toEqual([
      { undefined: 'no_pairable_values' },
      { undefined: 'no_pairable_values' },
    ]);
    expect(fleissCategoryKappas(same)).toEqual([{ undefined: 'no_variation' }, { undefined: 'no_variation' }]);
    expect(categoryAlphas(missing)).toEqual([{ value: expect.any(Number) }, { value: expect.any(Number) }]);
  });
});

describe('all agree', () => {
  test('is not percent agreement: one of two units, not four of six pairs', () => {
    const ratings = ratingMatrix(
      [
        [1, 1, 1],
        [1, 1, 2],
        [3, null, null],
      ],
      [1, 2, 3],
    );
    expect(allAgree(ratings)).toEqual({ value: 0.5 });
    expect(allAgree(ratings, [1, 2, 3], 1)).toEqual({ value: 1 });
    expect(allAgree({ coders: 2, categories: 2, rows: [] })).toEqual({ undefined: 'no_units' });
  });
});

describe('set-valued alpha', () => {
  const a = new Set(['A']);
  const ab = new Set(['A', 'B']);
  const none = new Set<string>();

  test("MASI is Passonneau's: {A} against {A, B} is 2/3 apart, not 1/6", () => {
    expect(masiDistance(a, ab)).toBeCloseTo(2 / 3, 12);
    expect(masiDistance(ab, new Set(['A', 'C']))).toBeCloseTo(1 - 1 / 9, 12);
    expect(jaccardDistance(a, ab)).toBe(0.5);
  });

  test('nothing chosen twice is agreement, nothing against something is not', () => {
    for (const distance of [jaccardDistance, masiDistance]) {
      expect([distance(none, none), distance(none, a), distance(ab, ab)]).toEqual([0, 1, 0]);
    }
  });

  test('missing and without variation', () => {
    expect(setAlpha([[a, null]], masiDistance)).toEqual({ undefined: 'no_pairable_values' });
    expect(setAlpha([[ab, new Set(['B', 'A'])]], masiDistance)).toEqual({ undefined: 'no_variation' });
  });
});

describe('resampling units', () => {
  const ratings = ratingsOfTable([
    [8, 2],
    [1, 1],
  ]);
  const settings = { resamples: 500, seed: 9 };

  test('the seed makes the result', () => {
    const first = bootstrapUnits(ratings, krippendorffAlpha, settings);
    expect(bootstrapUnits(ratings, krippendorffAlpha, settings)).toEqual(first);
    expect(bootstrapUnits(ratings, krippendorffAlpha, { ...settings, seed: 10 }).interval).not.toEqual(first.interval);
    expect(first.record).toEqual({
      generator: 'xoshiro128**',
      seed: 9,
      draws: 6000,
      resampled: 'units',
      resamples: 500,
    });
    expect(first.defined + first.undefined).toBe(500);
    expect(first.undefined).toBeGreaterThan(0);
  });

  test('one unit of the rare kind, left out, leaves no alpha', () => {
    expect(jackknifeUnits(ratings, krippendorffAlpha)).toMatchObject({ n: 12 });
    const rare = ratingsOfTable([
      [8, 0],
      [0, 1],
    ]);
    expect(jackknifeUnits(rare, krippendorffAlpha)).toEqual({ undefined: 'no_variation' });
    expect(krippendorffBootstrap(same, settings)).toEqual({ undefined: 'no_variation' });
  });
});
