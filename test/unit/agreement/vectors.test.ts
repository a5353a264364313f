import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Vector, vectorsOf } from '../../../shared/agreement/vectors/vector.ts';
import { verifiedVector } from '../../../shared/agreement/vectors/verify-vectors.ts';

const vectors = vectorsOf(
  JSON.parse(readFileSync(new URL('../../../shared/agreement/vectors/vectors.json', import.meta.url), 'utf8')),
);

/** What is off, in words a failing test should print. */
function misses(vector: Vector): string[] {
  const { fault, differing, computed, expected } = verifiedVector(vector);
  return [
    ...(fault === undefined ? [] : [fault]),
    ...differing.map((key) => `${key}: ${JSON.stringify(computed[key])}, expected ${JSON.stringify(expected[key])}`),
  ];
}

describe('agreement vectors', () => {
  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(Object.keys(vector.expected).length).toBeGreaterThan(0);
    expect(misses(vector)).toEqual([]);
  });

  test('all of them are there', () => {
    expect(vectors).toHaveLength(376);
  });
});

describe('a vector that is not met', () => {
  const sound = vectors.find((vector) => vector.coefficient === 'cohen_kappa')!;
  const changed = (change: Partial<Vector>): string[] => [...verifiedVector({ ...sound, ...change }).differing];

  test('a figure beyond its tolerance differs, one within does not', () => {
    const expected = { pa: (sound.expected['pa'] as number) + 2e-9 };
    expect(changed({ expected })).toEqual(['pa']);
    expect(changed({ expected, tolerance: { pa: 3e-9 } })).toEqual([]);
  });

  test('undefined is not a number, and a number is not undefined', () => {
    expect(changed({ expected: { value: null } })).toEqual(['value']);
    expect(changed({ data: { kind: 'units', units: [[1, 1]] }, expected: { value: 1 } })).toEqual(['value']);
    expect(
      changed({ data: { kind: 'units', units: [[1, 1]] }, expected: { value: null, reason: 'no_units' } }),
    ).toEqual(['reason']);
  });

  test('lists and figures by code are compared element by element', () => {
    const ci95 = sound.expected['ci95'] as number[];
    expect(changed({ expected: { ci95: [ci95[0]!, ci95[1]! + 1] } })).toEqual(['ci95']);
    expect(changed({ expected: { ci95: ci95.slice(1) } })).toEqual(['ci95']);
    expect(changed({ expected: { ci95: { low: 0 } } })).toEqual(['ci95']);
  });

  test('a figure nobody computes differs', () => {
    expect(changed({ expected: { eta: 1 } })).toEqual(['eta']);
  });

  test('an unknown coefficient and impossible data are faults', () => {
    expect(verifiedVector({ ...sound, coefficient: 'delta' })).toMatchObject({
      ok: false,
      computed: {},
      fault: 'unknown coefficient delta',
    });
    const outside = { kind: 'units', units: [[1, 3]] };
    expect(verifiedVector({ ...sound, data: outside, params: { categories: [1, 2] } })).toMatchObject({ ok: false });
    expect(verifiedVector({ ...sound, expected: {}, params: { weights: 'cubic' } })).toMatchObject({ ok: false });
  });

  test('a file without vectors is refused', () => {
    expect(() => vectorsOf({})).toThrow(RangeError);
    expect(() => vectorsOf([{ id: 'x' }])).toThrow(RangeError);
    expect(vectorsOf([{ id: 'x', coefficient: 'holsti', expected: 1, tolerance: 0.1 }])).toEqual([
      {
        id: 'x',
        coefficient: 'holsti',
        data: { kind: 'none' },
        params: {},
        expected: { value: 1 },
        tolerance: { default: 0.1 },
      },
    ]);
  });
});
