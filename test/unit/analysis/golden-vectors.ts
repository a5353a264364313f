import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

type Vector = { id: string; data: unknown; expected: unknown; tolerance: Record<string, number> };

/** Figures by name: a number, several, or null where there is none. */
export type Figures = Record<string, number | number[] | null>;

const { vectors } = JSON.parse(readFileSync('test/golden/agreement/cooccurrence-vectors.json', 'utf8')) as {
  vectors: Vector[];
};

export const VECTOR_IDS = vectors.map(({ id }) => id);

/** One golden vector: what to compute from, what has to come out, and how near. */
export function goldenVector(id: string): {
  data: unknown;
  expected: unknown;
  toleranceOf: (key: string) => number;
} {
  const found = vectors.find((one) => one.id === id)!;
  return {
    data: found.data,
    expected: found.expected,
    toleranceOf: (key) => found.tolerance[key] ?? found.tolerance['default']!,
  };
}

/** The number behind a statistic, null where it is undefined. */
export function valueOf(statistic: { readonly value: number } | { readonly undefined: string }): number | null {
  return 'undefined' in statistic ? null : statistic.value;
}

/** Every expected figure has been computed and is as near as its tolerance asks. */
export function expectFigures(computed: Figures, expected: Figures, toleranceOf: (key: string) => number): void {
  expect(Object.keys(expected).filter((key) => !(key in computed))).toEqual([]);
  for (const [key, value] of Object.entries(expected)) {
    const found = [computed[key]!].flat();
    for (const [place, wanted] of [value].flat().entries()) {
      if (wanted === null) {
        expect(found[place], key).toBeNull();
      } else {
        expect(Math.abs(found[place]! - wanted), key).toBeLessThanOrEqual(toleranceOf(key));
      }
    }
  }
}

/** What a test came to, where it has to come to something. */
export function defined<T extends object>(result: T): Exclude<T, { readonly undefined: string }> {
  if ('undefined' in result) {
    throw new Error(`undefined: ${String(result.undefined)}`);
  }
  return result as Exclude<T, { readonly undefined: string }>;
}

/** What a calculation that reports its progress returns in the end. */
export function resultOf<T>(run: Generator<number, T>): T {
  let step = run.next();
  while (step.done !== true) {
    step = run.next();
  }
  return step.value;
}
