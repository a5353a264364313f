import { describe, expect, test } from 'vitest';
import { likelihoodRatio, pearsonChiSquare, yatesChiSquare } from '../../../shared/analysis/comparison/chi-square.ts';
import { cochranQ, exactCochranP } from '../../../shared/analysis/comparison/cochran-q.ts';
import { conover } from '../../../shared/analysis/comparison/conover.ts';
import { biasCorrectedV, cramersV } from '../../../shared/analysis/comparison/cramers-v.ts';
import { drawnTableP } from '../../../shared/analysis/comparison/drawn-table-test.ts';
import { exactTableP } from '../../../shared/analysis/comparison/exact-table-test.ts';
import { exactFriedmanP, friedman, kendallW } from '../../../shared/analysis/comparison/friedman.ts';
import { mcNemar, mcNemarPairs } from '../../../shared/analysis/comparison/mcnemar.ts';
import { drawnRowP, exactRowP } from '../../../shared/analysis/comparison/row-permutation.ts';
import { signedRank } from '../../../shared/analysis/comparison/signed-rank.ts';
import { defined, resultOf } from './golden-vectors.ts';

const SETTINGS = { draws: 999, seed: 3 };

describe('tables without a test', () => {
  test.each([
    [
      'nothing counted',
      [
        [0, 0],
        [0, 0],
      ],
      'no_units',
    ],
    ['no rows', [], 'no_units'],
    ['one row', [[3, 4]], 'single_category'],
    ['one column', [[3], [4]], 'single_category'],
    [
      'an empty row',
      [
        [3, 4],
        [0, 0],
      ],
      'zero_margin',
    ],
    [
      'an empty column',
      [
        [3, 0],
        [4, 0],
      ],
      'zero_margin',
    ],
  ])('%s', (_, table, reason) => {
    const nothing = { undefined: reason };
    expect(pearsonChiSquare(table)).toEqual(nothing);
    expect(likelihoodRatio(table)).toEqual(nothing);
    expect(cramersV(table)).toEqual(nothing);
    expect(biasCorrectedV(table)).toEqual(nothing);
    expect(exactTableP(table, 'probability')).toEqual(nothing);
    expect(resultOf(drawnTableP(table, 'chi_square', SETTINGS))).toEqual(nothing);
  });

  test('what is no count is refused', () => {
    expect(() => pearsonChiSquare([[1, 2], [3]])).toThrow(RangeError);
    expect(() =>
      pearsonChiSquare([
        [1, 2.5],
        [3, 1],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      pearsonChiSquare([
        [1, -2],
        [3, 1],
      ]),
    ).toThrow(RangeError);
  });

  test('Yates takes no more than the distance there is', () => {
    expect(yatesChiSquare({ n11: 2, n10: 2, n01: 2, n00: 2 })).toMatchObject({ statistic: 0, p: 1 });
    expect(yatesChiSquare({ n11: 0, n10: 0, n01: 2, n00: 2 })).toEqual({ undefined: 'zero_margin' });
  });

  test('the corrected V needs more than a handful of units', () => {
    expect(
      biasCorrectedV([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ undefined: 'too_few_units' });
    expect(
      cramersV([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ value: 1 });
    expect(
      biasCorrectedV([
        [5, 5],
        [5, 5],
      ]),
    ).toEqual({ value: 0 });
  });
});

test.each([
  [
    [
      [20, 20],
      [20, 20],
    ],
    true,
  ],
  [
    [
      [4, 40],
      [4, 40],
    ],
    false,
  ],
  [
    [
      [1, 100],
      [0, 100],
    ],
    false,
  ],
  [
    [
      [10, 10, 30],
      [4, 10, 30],
      [10, 10, 30],
    ],
    true,
  ],
])('Cochran’s rule for %j', (table, holds) => {
  expect(defined(pearsonChiSquare(table)).cochran.holds).toBe(holds);
});

describe('a table too large to go through', () => {
  const table = [
    [8, 1, 3],
    [2, 7, 5],
    [4, 4, 9],
  ];

  test('says so, and is drawn instead', () => {
    expect(exactTableP(table, 'probability', 50)).toEqual({ undefined: 'too_large' });
    for (const order of ['probability', 'chi_square'] as const) {
      const drawn = defined(resultOf(drawnTableP(table, order, { draws: 9_999, seed: 8 })));
      const exact = defined(exactTableP(table, order)).value;
      expect(Math.abs(drawn.p - exact)).toBeLessThan(5 * drawn.standardError);
      expect(drawn).toMatchObject({ draws: 9_999, source: { seed: 8 } });
    }
  });

  test('reports its progress', () => {
    expect([...drawnTableP(table, 'chi_square', { draws: 1_200, seed: 1 })]).toEqual([500, 1_000]);
  });
});

test('a large exact test neither overflows nor loses small probabilities', () => {
  const p = defined(
    exactTableP(
      [
        [900, 100],
        [100, 900],
      ],
      'probability',
    ),
  ).value;
  expect(p).toBeGreaterThan(0);
  expect(p).toBeLessThan(1e-250);
  expect(
    defined(
      exactTableP(
        [
          [500, 500],
          [500, 500],
        ],
        'chi_square',
      ),
    ).value,
  ).toBeCloseTo(1, 9);
});

describe('conditions within respondents', () => {
  test('nothing to compare', () => {
    for (const compare of [cochranQ, exactCochranP, friedman, exactFriedmanP, kendallW, conover]) {
      expect(compare([])).toEqual({ undefined: 'no_units' });
      expect(compare([[1], [0]])).toEqual({ undefined: 'single_category' });
      expect(
        compare([
          [1, 1, 1],
          [0, 0, 0],
        ]),
      ).toEqual({ undefined: 'all_tied' });
    }
    expect(mcNemarPairs([])).toEqual([]);
    expect(exactRowP([])).toEqual({ undefined: 'all_tied' });
    expect(resultOf(drawnRowP([[2, 2]], SETTINGS))).toEqual({ undefined: 'all_tied' });
  });

  test('rows that do not fit are refused', () => {
    expect(() => cochranQ([[0, 2]])).toThrow(RangeError);
    expect(() => friedman([[0, 2], [1]])).toThrow(RangeError);
    expect(() => friedman([[0, Number.NaN]])).toThrow(RangeError);
  });

  test('rows all 0 or all 1 are counted but say nothing', () => {
    const telling = [
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 0],
    ];
    const some = defined(cochranQ(telling));
    const more = defined(cochranQ([...telling, [1, 1, 1], [0, 0, 0]]));
    expect(more).toMatchObject({ n: 5, effectiveN: 3, columnTotals: [4, 2, 2] });
    expect(more.statistic).toBeCloseTo(some.statistic, 12);
    expect(more.etaSquared).toBeCloseTo((some.etaSquared * 3) / 5, 12);
    expect(exactCochranP([...telling, [1, 1, 1]])).toEqual(exactCochranP(telling));
  });

  test('everybody in the same order: W is 1, and no error is left to compare with', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
      [0, 7, 9],
    ];
    const test = defined(friedman(rows));
    expect(test).toMatchObject({ w: 1, statistic: 6, imanDavenport: { undefined: 'identical_order' } });
    expect(conover(rows)).toEqual({ undefined: 'identical_order' });
    // 6 of the 6³ ways to order three rows are as alike as that.
    expect(exactFriedmanP(rows)).toEqual({ value: expect.closeTo(1 / 36, 12) });
    expect(friedman([[1, 2, 2]])).toMatchObject({ imanDavenport: { undefined: 'too_few_units' } });
  });

  test('too many orders to go through', () => {
    const rows = [
      [1, 2, 3, 4],
      [2, 1, 4, 3],
      [1, 3, 2, 4],
    ];
    expect(exactRowP(rows, 100)).toEqual({ undefined: 'too_large' });
    const exact = defined(exactRowP(rows)).value;
    const drawn = defined(resultOf(drawnRowP(rows, { draws: 9_999, seed: 4 })));
    expect(Math.abs(drawn.p - exact)).toBeLessThan(5 * drawn.standardError);
  });
});

describe('McNemar', () => {
  test('nobody differs', () => {
    expect(mcNemar({ both: 4, onlyFirst: 0, onlySecond: 0, neither: 6 })).toMatchObject({
      n: 10,
      exactP: 1,
      midP: 1,
      chiSquare: { undefined: 'no_discordant_pairs' },
      corrected: { undefined: 'no_discordant_pairs' },
      odds: { undefined: 'no_discordant_pairs' },
      difference: { value: 0 },
    });
  });

  test('nobody at all', () => {
    const nobody = mcNemar({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 });
    expect(nobody.difference).toEqual({ undefined: 'no_units' });
  });

  test('as many one way as the other', () => {
    expect(mcNemar({ both: 0, onlyFirst: 3, onlySecond: 3, neither: 0 })).toMatchObject({
      exactP: 1,
      midP: 1,
      odds: { value: 1 },
      corrected: { statistic: 0 },
    });
  });

  test('all one way: odds without a value, an interval that stays within −1 … 1', () => {
    const test = mcNemar({ both: 0, onlyFirst: 5, onlySecond: 0, neither: 0 });
    expect(test).toMatchObject({ exactP: expect.closeTo(1 / 16, 12), midP: expect.closeTo(1 / 32, 12) });
    expect(test.odds).toEqual({ undefined: 'zero_cell' });
    // (6/7 − 1/7) ± 1.96 √((1 − (5/7)²) / 7)
    expect(defined(test.difference)).toEqual({ value: 1, interval: { low: expect.closeTo(0.195836, 6), high: 1 } });
  });
});

describe('signed ranks', () => {
  test('no differences', () => {
    expect(signedRank([1, 2], [1, 2])).toEqual({ undefined: 'no_discordant_pairs' });
    expect(signedRank([], [])).toEqual({ undefined: 'no_units' });
    expect(() => signedRank([1], [])).toThrow(RangeError);
  });

  test('leaves out differences of 0', () => {
    expect(signedRank([5, 3, 2], [1, 3, 3])).toMatchObject({ n: 2, v: 2 });
  });
});
