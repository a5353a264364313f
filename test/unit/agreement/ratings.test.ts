import { expect, test } from 'vitest';
import { codersIn, maskHolds, maskOf, MOST_CODERS } from '../../../shared/agreement/coded-units/coder-mask.ts';
import { cohenKappa } from '../../../shared/agreement/coefficients/cohen-kappa.ts';
import { krippendorffAlpha } from '../../../shared/agreement/coefficients/krippendorff-alpha.ts';
import { lightKappa } from '../../../shared/agreement/coefficients/light-kappa.ts';
import { ratingFigures } from '../../../shared/agreement/coefficients/rating-figures.ts';
import { ratingMatrix } from '../../../shared/agreement/coefficients/ratings.ts';

test('equal units are one row', () => {
  const units = Array.from({ length: 3000 }, (_, place) => (place % 3 === 0 ? ['yes', 'no'] : ['no', 'no']));
  expect(ratingMatrix(units, ['no', 'yes'])).toEqual({
    coders: 2,
    categories: 2,
    rows: [
      { ratings: [1, 0], count: 1000 },
      { ratings: [0, 0], count: 2000 },
    ],
  });
});

test('a rating outside the categories and a ragged unit are refused', () => {
  expect(() => ratingMatrix([['maybe', 'no']], ['no', 'yes'])).toThrow('maybe');
  expect(() => ratingMatrix([['no', 'no'], ['no']], ['no', 'yes'])).toThrow('2 ratings');
});

test('one pairable unit: alpha 0 if the two differ, undefined if they do not', () => {
  expect(krippendorffAlpha(ratingMatrix([[1, 2]], [1, 2]))).toMatchObject({ value: 0 });
  expect(krippendorffAlpha(ratingMatrix([[1, 1]], [1, 2]))).toEqual({ undefined: 'no_variation' });
});

test('no unit at all and no unit with two judgements are told apart', () => {
  expect(cohenKappa(ratingMatrix([[1, null]], [1, 2]))).toEqual({ undefined: 'no_pairable_values' });
  expect(cohenKappa({ coders: 2, categories: 2, rows: [] })).toEqual({ undefined: 'no_units' });
  expect(krippendorffAlpha({ coders: 2, categories: 2, rows: [] })).toEqual({ undefined: 'no_units' });
});

test("Light's kappa is undefined if it is for one pair", () => {
  const units = [
    [1, 1, 1],
    [1, 1, 2],
  ];
  expect(lightKappa(ratingMatrix(units, [1, 2]))).toEqual({ undefined: 'no_variation' });
});

test('a mask holds the last coder as exactly as the first', () => {
  const all = Array.from({ length: MOST_CODERS }, (_, coder) => coder);
  expect(codersIn(maskOf(all))).toEqual(all);
  expect(codersIn(maskOf([52, 0, 31, 52]))).toEqual([0, 31, 52]);
  expect(maskHolds(maskOf([52]), 51)).toBe(false);
});

test('ratings with hundreds of different values have their figures', () => {
  const values = Array.from({ length: 400 }, (_, place) => place + 1);
  const matrix = ratingMatrix(
    values.map((value) => [value, value]),
    values,
  );
  for (const weights of ['circular', 'bipolar'] as const) {
    const figures = ratingFigures({ matrix, categories: values.map(String), values, level: 'interval', weights });
    expect(figures['krippendorff_alpha']).toMatchObject({ value: 1 });
  }
});
