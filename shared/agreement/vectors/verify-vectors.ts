import { coefficientNamed } from './coefficient-names.ts';
import { ratingVectors } from './rating-vectors.ts';
import { resamplingVectors } from './resampling-vectors.ts';
import { spanVectors } from './span-vectors.ts';
import { unitizingVectors } from './unitizing-vectors.ts';
import type { Figures, Vector } from './vector.ts';

/** A vector with what the program makes of it. `fault`: why it could not be computed at all. */
export type VerifiedVector = {
  readonly id: string;
  readonly coefficient: string;
  readonly expected: Figures;
  readonly computed: Figures;
  readonly ok: boolean;
  /** Names of the figures that are off by more than the vector's tolerance. */
  readonly differing: readonly string[];
  readonly fault?: string;
};

const computations = new Map([
  ...Object.entries(ratingVectors),
  ...Object.entries(resamplingVectors),
  ...Object.entries(unitizingVectors),
  ...Object.entries(spanVectors),
]);

/** Computes a vector and holds it against what it expects; tolerances are absolute, 1e-9 where none is given. */
export function verifiedVector(vector: Vector): VerifiedVector {
  const { id, coefficient, expected, tolerance } = vector;
  let computed: Figures = {};
  let fault: string | undefined;
  try {
    computed = figuresOf(vector);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  const differing = Object.entries(expected)
    .filter(
      ([key, wanted]) =>
        !(key === 'reason' ? isSameReason : isNear)(
          computed[key],
          wanted,
          tolerance[key] ?? tolerance['default'] ?? 1e-9,
        ),
    )
    .map(([key]) => key);
  const ok = fault === undefined && differing.length === 0;
  return { id, coefficient, expected, computed, ok, differing, ...(fault === undefined ? {} : { fault }) };
}

function figuresOf(vector: Vector): Figures {
  const name = coefficientNamed(vector.coefficient, [...computations.keys()]);
  const computation = name === null ? undefined : computations.get(name);
  if (computation === undefined) {
    throw new RangeError(`unknown coefficient ${vector.coefficient}`);
  }
  return computation(vector);
}

/** Whether two reasons say the same, whatever is written between their words and with or without "undefined:" before. */
function isSameReason(computed: unknown, wanted: unknown): boolean {
  const plain = (reason: unknown): string =>
    (typeof reason === 'string' ? reason : '')
      .toLowerCase()
      .replace(/^undefined\W*/, '')
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replace(/^no_pairable_units$/, 'no_pairable_values');
  return plain(computed) === plain(wanted);
}

/** Whether a figure is the expected one, element by element; null is no number, and NaN is nothing at all. */
function isNear(computed: unknown, wanted: unknown, tolerance: number): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(computed) &&
      computed.length === wanted.length &&
      wanted.every((value, place) => isNear(computed[place], value, tolerance))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return (
      typeof computed === 'object' &&
      computed !== null &&
      Object.entries(wanted).every(([key, value]) => isNear((computed as Figures)[key], value, tolerance))
    );
  }
  return typeof wanted === 'number'
    ? typeof computed === 'number' && Math.abs(computed - wanted) <= tolerance
    : (computed ?? null) === wanted;
}
