import { expect, test } from 'vitest';
import { coefficientScale } from '../../../renderer/charts/coefficient-scale.ts';

test('the axis runs from 0 to 1 where nothing is negative', () => {
  const scale = coefficientScale([0.1, 0.9], 236, 10);
  expect([scale.low, scale.x(0), scale.x(1)]).toEqual([0, 10, 226]);
  expect(scale.x(0.5)).toBeCloseTo(118);
});

test('negative values widen it to the next quarter, at most to −1', () => {
  expect(coefficientScale([-0.02], 100, 0).low).toBe(-0.25);
  expect(coefficientScale([-0.25], 100, 0).low).toBe(-0.25);
  expect(coefficientScale([-3], 100, 0).low).toBe(-1);
  expect(coefficientScale([-0.02], 100, 0).x(-0.25)).toBe(0);
});

test('no value leaves the axis', () => {
  const scale = coefficientScale([], 100, 5);
  expect(scale.x(1.2)).toBe(95);
  expect(scale.x(-2)).toBe(5);
});
