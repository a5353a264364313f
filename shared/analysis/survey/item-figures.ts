import { type AttributeShape, isScaleItem, numberOf } from '../../domain/attribute.ts';
import { deviations } from '../../statistics/deviations.ts';
import type { Statistic } from '../../statistics/statistic.ts';
import { type Answer, givenValues, sortedValues } from './answers.ts';

export type MissingCounts = {
  readonly empty: number;
  readonly missing: number;
  readonly not_applicable: number;
  readonly refused: number;
  readonly confidential: number;
};

/** What a group answered to one item. A missing answer is counted as such and never as a number. */
export type ItemFigures = {
  /** Answers given. */
  readonly n: number;
  readonly missing: MissingCounts;
  /** Null for attributes that are no numbers. */
  readonly mean: Statistic | null;
  readonly sd: Statistic | null;
  readonly median: Statistic | null;
  readonly counts: readonly { readonly value: string; readonly count: number }[];
};

/**
 * Counts, mean, standard deviation and median of one item.
 *
 * Mean Σx / n; standard deviation √(Σ(x − mean)² / (n − 1)), the square root of the unbiased estimate of the variance; median
 * the middle of the sorted values, the mean of the middle two for even n (Altman & Bland 1994, BMJ 309:996; 1996, BMJ 313:41).
 * No answer: `no_units` for all three; a single one: `too_few_units` for the standard deviation. A scale item counts every
 * answer of its scale, those nobody gave as 0.
 */
export function itemFigures(answers: readonly Answer[], shape: AttributeShape): ItemFigures {
  const values = givenValues(answers);
  const isNumber = shape.type === 'integer' || shape.type === 'decimal';
  const numbers = isNumber ? values.flatMap((value) => numberOf(value) ?? []) : [];
  return {
    n: values.length,
    missing: missingCounts(answers),
    mean: isNumber ? meanOf(numbers) : null,
    sd: isNumber ? standardDeviation(numbers) : null,
    median: isNumber ? medianOf(numbers) : null,
    counts: countsOf(values, shape),
  };
}

function missingCounts(answers: readonly Answer[]): MissingCounts {
  const counts = { empty: 0, missing: 0, not_applicable: 0, refused: 0, confidential: 0 };
  for (const answer of answers) if ('missing' in answer) counts[answer.missing]++;
  return counts;
}

function meanOf(numbers: readonly number[]): Statistic {
  if (numbers.length === 0) return { undefined: 'no_units' };
  return { value: numbers.reduce((sum, number) => sum + number, 0) / numbers.length };
}

function standardDeviation(numbers: readonly number[]): Statistic {
  if (numbers.length < 2) return { undefined: numbers.length === 0 ? 'no_units' : 'too_few_units' };
  const squares = deviations(numbers).reduce((sum, deviation) => sum + deviation ** 2, 0);
  return { value: Math.sqrt(squares / (numbers.length - 1)) };
}

function medianOf(numbers: readonly number[]): Statistic {
  if (numbers.length === 0) return { undefined: 'no_units' };
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return { value: sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2 };
}

function countsOf(values: readonly string[], shape: AttributeShape): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const answer of answersOfShape(shape)) counts.set(answer, 0);
  for (const written of values) {
    const value = countedAs(written, shape);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const known = shape.categories === null ? sortedValues([...counts.keys()]) : [...counts.keys()];
  return known.map((value) => ({ value, count: counts.get(value)! }));
}

/** The answer a written value is counted as: 4 and 04 are one. */
export function countedAs(written: string, { type }: AttributeShape): string {
  return type === 'integer' || type === 'decimal' ? String(numberOf(written) ?? written) : written;
}

/** The answers there are to choose from. */
function answersOfShape(shape: AttributeShape): readonly string[] {
  if (shape.categories !== null) return shape.categories;
  if (!isScaleItem(shape)) return [];
  return Array.from({ length: shape.maximum! - shape.minimum! + 1 }, (_, place) => String(shape.minimum! + place));
}
