import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../shared/statistics/adjusted-p.ts';
import { chiSquareUpperTail, normalTwoSided } from '../../shared/statistics/chi-square-distribution.ts';
import { fUpperTail, studentTTwoSided } from '../../shared/statistics/f-distribution.ts';
import { hypergeometric } from '../../shared/statistics/hypergeometric.ts';
import { upperIncompleteGamma } from '../../shared/statistics/incomplete-gamma.ts';
import { logFactorials } from '../../shared/statistics/log-factorials.ts';

function expectRelatively(value: number, expected: number, tolerance = 1e-11): void {
  expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance);
}

describe('upper tails', () => {
  test.each([
    [0.1, 1, 0.7518296340458492],
    [3.84, 1, 0.05004352124870519],
    [60, 1, 9.485737571073857e-15],
    [2, 3, 0.5724067044708798],
    [33.04, 6, 1.0301629725013649e-5],
    [28, 40, 0.9234950597581428],
    [500, 400, 0.00048221275959343273],
  ])('chi-square at %f with %i degrees of freedom', (x, degreesOfFreedom, p) => {
    expectRelatively(chiSquareUpperTail(x, degreesOfFreedom), p);
  });

  test.each([
    [0.2, 3, 5, 0.8921836217320825],
    [4, 1, 9, 0.07655282377070101],
    [40.28, 3, 33, 3.8961106882173026e-11],
    [1.1, 30, 60, 0.3682712301772467],
  ])('F at %f with %i and %i degrees of freedom', (f, numeratorDf, denominatorDf, p) => {
    expectRelatively(fUpperTail(f, numeratorDf, denominatorDf), p);
  });

  test('normal and Student t, both sides', () => {
    expectRelatively(normalTwoSided(1.959963984540054), 0.05);
    expectRelatively(normalTwoSided(-8), 1.244192114854348e-15);
    expectRelatively(studentTTwoSided(2.262157162798205, 9), 0.05);
    expectRelatively(studentTTwoSided(-12.706204736174698, 1), 0.05);
  });

  test('nothing lies below zero', () => {
    expect([chiSquareUpperTail(0, 3), fUpperTail(0, 2, 5), normalTwoSided(0)]).toEqual([1, 1, 1]);
    expect(upperIncompleteGamma(2.5, 0)).toBe(1);
    // Q(1, x) = exp(−x).
    expectRelatively(upperIncompleteGamma(1, 0.3), Math.exp(-0.3));
    expectRelatively(upperIncompleteGamma(1, 30), Math.exp(-30));
  });
});

describe('counting', () => {
  test('hypergeometric probabilities', () => {
    // 4 tea cups of 8, 4 guessed.
    const { least, probabilities } = hypergeometric(8, 4, 4);
    expect(least).toBe(0);
    expect([...probabilities].map((p) => p * 70)).toEqual([1, 16, 36, 16, 1].map((p) => expect.closeTo(p, 12)));
    const fifth = hypergeometric(5, 4, 3);
    expect([fifth.least, ...fifth.probabilities]).toEqual([2, expect.closeTo(0.6, 12), expect.closeTo(0.4, 12)]);
  });

  test('a margin of nothing or everything leaves one outcome', () => {
    expect(hypergeometric(7, 0, 3)).toEqual({ least: 0, probabilities: Float64Array.of(1) });
    expect(hypergeometric(7, 7, 3)).toEqual({ least: 3, probabilities: Float64Array.of(1) });
    expect(hypergeometric(0, 0, 0)).toEqual({ least: 0, probabilities: Float64Array.of(1) });
  });

  test('logarithms of factorials', () => {
    expect([...logFactorials(5)].map((log) => Math.exp(log))).toEqual(
      [1, 1, 2, 6, 24, 120].map((factorial) => expect.closeTo(factorial, 10)),
    );
  });
});

describe('many p-values', () => {
  const p = [0.01, 0.04, 0.03, 0.005, 0.8];

  test('Benjamini–Hochberg', () => {
    const { m, values } = benjaminiHochberg(p);
    expect(m).toBe(5);
    expect(values).toEqual([0.025, 0.05, 0.05, 0.025, 0.8].map((q) => expect.closeTo(q, 12)));
  });

  test('Holm', () => {
    expect(holm(p).values).toEqual([0.04, 0.09, 0.09, 0.025, 0.8].map((q) => expect.closeTo(q, 12)));
    expect(holm([0.4, 0.5]).values).toEqual([0.8, 0.8]);
  });

  test('none at all', () => {
    expect([benjaminiHochberg([]), holm([])]).toEqual([
      { m: 0, values: [] },
      { m: 0, values: [] },
    ]);
  });
});
