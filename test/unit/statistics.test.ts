import { describe, expect, test } from 'vitest';
import { incompleteBeta } from '../../shared/statistics/incomplete-beta.ts';
import { logGamma } from '../../shared/statistics/log-gamma.ts';
import { normalQuantile } from '../../shared/statistics/normal.ts';
import { percentile } from '../../shared/statistics/percentile.ts';
import { randomFrom, sourceOf } from '../../shared/statistics/random.ts';
import { bootstrapSummary, drawResample, jackknife } from '../../shared/statistics/resampling.ts';
import { errorEstimate } from '../../shared/statistics/standard-error.ts';
import { studentTQuantile } from '../../shared/statistics/student-t.ts';

describe('distributions', () => {
  test.each([
    [1, 12.706204736432095],
    [2, 4.302652729696142],
    [9, 2.262157162740992],
    [29, 2.045229642132703],
    [199, 1.971956544251793],
    [100_000, 1.959987707534609],
  ])('t(.975) with %i degrees of freedom', (degreesOfFreedom, quantile) => {
    expect(studentTQuantile(0.975, degreesOfFreedom)).toBeCloseTo(quantile, 8);
    expect(studentTQuantile(0.025, degreesOfFreedom)).toBeCloseTo(-quantile, 8);
  });

  test('t has its median at 0 and no quantile outside 0..1', () => {
    expect(studentTQuantile(0.5, 3)).toBe(0);
    expect(studentTQuantile(0.6, 1)).toBeCloseTo(0.3249196962329063, 12);
    expect(studentTQuantile(1, 3)).toBeNaN();
    expect(studentTQuantile(0.9, 0)).toBeNaN();
  });

  test.each([
    [1e-20, -9.262340089798],
    [0.025, -1.959963984540054],
    [0.3, -0.5244005127080409],
    [0.99999, 4.264890793923841],
  ])('normal quantile of %f', (probability, quantile) => {
    expect(normalQuantile(probability)).toBeCloseTo(quantile, 9);
  });

  test('the normal quantile ends at infinity', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    expect(normalQuantile(1.5)).toBeNaN();
  });

  test('incomplete beta and log gamma', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴.
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 12);
    expect(incompleteBeta(0.9, 2, 3)).toBeCloseTo(0.9963, 12);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('random numbers', () => {
  test('the same seed gives the same numbers, for ever', () => {
    const random = randomFrom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([2442144158, 3238099751, 3819917871]);
    expect(sourceOf(1, random)).toEqual({ generator: 'xoshiro128**', seed: 1, draws: 3 });
    expect(randomFrom(2).next()).not.toBe(randomFrom(1).next());
  });

  test('below gives each number about equally often', () => {
    const random = randomFrom(3);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw += 1) {
      counts[random.below(3)]! += 1;
    }
    expect(counts.every((count) => count > 9_700 && count < 10_300)).toBe(true);
    expect(random.below(1)).toBe(0);
  });

  test('fractions are inside 0..1, their mean near a half', () => {
    const random = randomFrom(4);
    const fractions = Array.from({ length: 10_000 }, () => random.fraction());
    expect(fractions.every((fraction) => fraction > 0 && fraction < 1)).toBe(true);
    expect(fractions.reduce((sum, fraction) => sum + fraction, 0) / 10_000).toBeCloseTo(0.5, 1);
  });
});

describe('resampling', () => {
  test('a resample holds as many elements as there are, kinds by how many are alike', () => {
    const drawn = new Float64Array(3);
    const random = randomFrom(5);
    const sums = [0, 0, 0];
    for (let resample = 0; resample < 1000; resample += 1) {
      drawResample([1, 0, 9], random, drawn);
      expect(drawn[0]! + drawn[2]!).toBe(10);
      expect(drawn[1]).toBe(0);
      sums[0]! += drawn[0]!;
    }
    expect(sums[0]! / 1000).toBeCloseTo(1, 0);
  });

  test('resamples without a value are counted, not taken as a number', () => {
    const summary = bootstrapSummary(Float64Array.of(0.9, Number.NaN, 0.5, 0.7, Number.NaN));
    expect(summary).toMatchObject({ defined: 3, undefined: 2, below667: 1 / 3, below80: 2 / 3 });
    expect(summary.interval).toEqual({ low: expect.closeTo(0.51, 12), high: expect.closeTo(0.89, 12) });
  });

  test('no interval from one value or none', () => {
    expect(bootstrapSummary(Float64Array.of(Number.NaN))).toEqual({
      interval: { undefined: 'too_few_units' },
      defined: 0,
      undefined: 1,
      below667: null,
      below80: null,
    });
    expect(bootstrapSummary(Float64Array.of(1)).interval).toEqual({ undefined: 'too_few_units' });
  });

  test('the jackknife of a share is its textbook error, and of one element none', () => {
    // 3 of 10: √(p(1 − p)/(n − 1)).
    const share = (left: Float64Array) => ({ value: left[0]! / (left[0]! + left[1]!) });
    expect(jackknife([3, 7], share)).toMatchObject({ standardError: expect.closeTo(Math.sqrt(0.21 / 9), 12), n: 10 });
    expect(jackknife([1, 0], share)).toEqual({ undefined: 'too_few_units' });
  });

  test('the jackknife is undefined where leaving out one element is', () => {
    const statistic = (left: Float64Array) => (left[0] === 0 ? { undefined: 'no_variation' as const } : { value: 1 });
    expect(jackknife([1, 5], statistic)).toEqual({ undefined: 'no_variation' });
  });

  test('percentiles interpolate between neighbours', () => {
    expect([0, 0.5, 0.9, 1].map((share) => percentile([1, 2, 3, 4], share))).toEqual([1, 2.5, 3.7, 4]);
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('an interval ends at 1 and needs two units', () => {
    expect(errorEstimate(0.9, 0.1, 2)).toMatchObject({ interval: { high: 1 }, n: 2 });
    expect(errorEstimate(0.9, 0.1, 1)).toEqual({ undefined: 'too_few_units' });
  });
});
