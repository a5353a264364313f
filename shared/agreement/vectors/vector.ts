/** A category as a vector names it. */
export type Category = number | string;

/** A span of a vector; positions in any unit, half-open. */
export type VectorSpan = { readonly start: number; readonly end: number; readonly code: string };

/** The data of a vector: which of the fields are there depends on `kind`. */
export type VectorData = {
  readonly kind: string;
  readonly units?: readonly (readonly unknown[])[] | null;
  readonly table?: readonly (readonly number[])[];
  readonly counts?: readonly (readonly number[])[];
  readonly labels?: readonly Category[];
  readonly both?: number;
  readonly one_only?: number;
  readonly neither?: number;
  readonly begin?: number;
  readonly length?: number;
  readonly coders?: readonly (readonly VectorSpan[])[];
  readonly chance_samples?: readonly (readonly (readonly VectorSpan[])[])[];
  readonly pairs?: readonly (readonly [readonly [number, number], readonly [number, number]])[];
  readonly text?: string;
  readonly unit?: string;
  readonly rule?: string;
  readonly coder1?: readonly (readonly [number, number])[];
  readonly coder2?: readonly (readonly [number, number])[];
};

/** One case with known figures, in the format "qualitative-coding agreement test vectors", version 1. */
export type Vector = {
  readonly id: string;
  readonly coefficient: string;
  readonly data: VectorData;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Readonly<Record<string, number>>;
};

/** Figures by the names vectors use: numbers, null with `reason`, lists, or figures by code. */
export type Figures = Readonly<Record<string, unknown>>;

/**
 * The vectors of a file. A figure given bare stands for `value`, a tolerance given bare for all figures.
 *
 * @throws RangeError if it is not a list of vectors.
 */
export function vectorsOf(file: unknown): Vector[] {
  const list = isRecord(file) ? file['vectors'] : file;
  if (!Array.isArray(list)) {
    throw new RangeError('the file holds no list "vectors"');
  }
  return list.map((entry: unknown, place) => {
    if (!isRecord(entry) || typeof entry['id'] !== 'string' || typeof entry['coefficient'] !== 'string') {
      throw new RangeError(`vector ${place + 1} has no id and coefficient`);
    }
    const { id, coefficient, data, params, expected, tolerance } = entry;
    return {
      id,
      coefficient,
      data: (isRecord(data) ? data : { kind: 'none' }) as VectorData,
      params: isRecord(params) ? params : {},
      expected: isRecord(expected) ? expected : { value: expected ?? null },
      tolerance: (typeof tolerance === 'number' ? { default: tolerance } : (tolerance ?? {})) as Vector['tolerance'],
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
