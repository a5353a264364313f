import { describe, expect, test } from 'vitest';
import {
  coefficientText,
  countText,
  percentInSentence,
  percentText,
} from '../../../renderer/features/results/figures.ts';

describe('figures', () => {
  test('counts are grouped and carry a true minus', () => {
    expect(countText(13169)).toBe('13,169');
    expect(countText(-1200)).toBe('−1,200');
    expect(countText(0)).toBe('0');
  });

  test('coefficients keep their decimals and a true minus', () => {
    expect(coefficientText(0.6)).toBe('0.60');
    expect(coefficientText(-0.0214)).toBe('−0.02');
    expect(coefficientText(1)).toBe('1.00');
    expect(coefficientText(0.123456, 3)).toBe('0.123');
  });

  test('what rounds to zero has no sign', () => {
    expect(coefficientText(-0.001)).toBe('0.00');
    expect(coefficientText(-0.006)).toBe('−0.01');
  });

  test('per cent stands without its sign in a column and after a narrow space in a sentence', () => {
    expect(percentText(0.98712)).toBe('98.7');
    expect(percentInSentence(0.98712)).toBe('98.7\u202f%');
  });
});
