import type { CodedSpan } from '../../analysis/sweep.ts';
import type { Span } from '../../domain/span.ts';
import type { UndefinedReason } from '../../statistics/measure.ts';

/**
 * One text as several coders cut and coded it: the text from `start` to `end`, and for each coder the coded spans in
 * any order. A coder who marked nothing has an empty list; a coder who did not work on the text has no place here.
 * Positions in one unit throughout; scope is a matter of the caller (cut everything else away first).
 */
export type Continuum = Span & { readonly coders: readonly (readonly CodedSpan[])[] };

/**
 * Why a measure of unitizing has no value: beyond the general reasons,
 *
 * - `overlapping_codes`: a coder gave one position two codes, and the measure allows only one.
 * - `too_few_passages`: coders disagree on passages so few that chance has nothing to be told from.
 */
export type UnitizingReason = UndefinedReason | 'overlapping_codes' | 'too_few_passages';

/** A value between coders' unitizings, or the reason why there is none. */
export type UnitizingMeasure = { readonly value: number } | { readonly undefined: UnitizingReason };

/**
 * The continuum with its spans in text order and empty ones left out.
 *
 * @throws RangeError for a span that is not inside the continuum.
 */
export function sortedContinuum({ start, end, coders }: Continuum): Continuum {
  return {
    start,
    end,
    coders: coders.map((spans) => {
      const outside = spans.find((span) => span.start < start || span.end > end);
      if (outside !== undefined) {
        throw new RangeError(`span ${outside.start}–${outside.end} is not inside ${start}–${end}`);
      }
      return spans
        .filter((span) => span.start < span.end)
        .sort((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
    }),
  };
}

/** The codes any coder used, ascending. */
export function codesUsed({ coders }: Pick<Continuum, 'coders'>): number[] {
  return [...new Set(coders.flatMap((spans) => spans.map((span) => span.code)))].sort((a, b) => a - b);
}

/** Whether some coder gave one position two codes (or one code twice). */
export function hasOverlaps({ coders }: Continuum): boolean {
  return coders.some((spans) => spans.some((span, place) => place > 0 && spans[place - 1]!.end > span.start));
}
