import { expect, test } from 'vitest';
import { coefficientScale } from '../../../renderer/charts/coefficient-scale.ts';

test('the axis runs from a little below 0 to 1 while nothing is far below', () => {
  const scale = coefficientScale([-0.02, 0.9], 240, 10);
  expect([scale.low, scale.x(-0.1), scale.x(1)]).toEqual([-0.1, 10, 230]);
  expect(scale.x(0)).toBeCloseTo(30);
});

test('lower values widen it to the next quarter, at most to −1', () => {
  expect(coefficientScale([-0.1], 100, 0).low).toBe(-0.1);
  expect(coefficientScale([-0.12], 100, 0).low).toBe(-0.25);
  expect(coefficientScale([-0.25], 100, 0).low).toBe(-0.25);
  expect(coefficientScale([-3], 100, 0).low).toBe(-1);
  expect(coefficientScale([-0.12], 100, 0).x(-0.25)).toBe(0);
});

test('no value leaves the axis', () => {
  const scale = coefficientScale([], 100, 5);
  expect(scale.x(1.2)).toBe(95);
  expect(scale.x(-2)).toBe(5);
});
