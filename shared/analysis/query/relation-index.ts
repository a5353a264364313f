import type { Span } from '../../domain/span.ts';

/** A span as an index knows it: which coding it is, so that none is found related to itself. */
export type IndexedSpan = Span & { readonly coding: string | null };

type Best = { readonly value: number; readonly coding: string | null };

/**
 * Answers whether any span of a list begins in a range and ends in a range, in O(log n): spans sorted by start, with the
 * latest end up to each place and the earliest end from each place on. Of both the best two from different codings are
 * kept, since the asker's own is not to count.
 */
export class RelationIndex {
  private readonly starts: Float64Array;
  private readonly latest: [Best, Best][] = [];
  private readonly earliest: [Best, Best][] = [];

  constructor(spans: readonly IndexedSpan[]) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    this.starts = Float64Array.from(sorted, ({ start }) => start);
    const none: Best = { value: Number.NaN, coding: null };
    let pair: [Best, Best] = [none, none];
    for (const { end, coding } of sorted) {
      pair = withBest(pair, { value: end, coding }, (a, b) => a > b);
      this.latest.push(pair);
    }
    pair = [none, none];
    for (const { end, coding } of sorted.toReversed()) {
      pair = withBest(pair, { value: end, coding }, (a, b) => a < b);
      this.earliest.push(pair);
    }
    this.earliest.reverse();
  }

  /** Whether a span that is not this coding begins at or before one position and ends at or after another. */
  hasFromTo(startAtMost: number, endAtLeast: number, coding: string | null): boolean {
    const best = this.latest[this.countUpTo(startAtMost) - 1];
    return best !== undefined && bestOther(best, coding) >= endAtLeast;
  }

  /** Whether a span that is not this coding begins at or after one position and ends at or before another. */
  hasInside(startAtLeast: number, endAtMost: number, coding: string | null): boolean {
    const best = this.earliest[this.countUpTo(startAtLeast - 1)];
    return best !== undefined && bestOther(best, coding) <= endAtMost;
  }

  /** Whether any span begins in the range, ends included. */
  hasStartIn(from: number, to: number): boolean {
    const start = this.starts[this.countUpTo(from - 1)];
    return start !== undefined && start <= to;
  }

  /** How many spans begin at or before a (whole) position. */
  private countUpTo(position: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The best value of another coding; NaN, which no comparison holds for, where there is none. */
function bestOther([first, second]: [Best, Best], coding: string | null): number {
  return coding !== null && first.coding === coding ? second.value : first.value;
}

/** The best two of different codings; spans that are no coding are all different. */
function withBest(
  [first, second]: [Best, Best],
  next: Best,
  isBetter: (a: number, b: number) => boolean,
): [Best, Best] {
  const beats = (best: Best): boolean => Number.isNaN(best.value) || isBetter(next.value, best.value);
  const isSame = (best: Best): boolean => next.coding !== null && best.coding === next.coding;
  if (beats(first)) return isSame(first) ? [next, second] : [next, first];
  if (isSame(first)) return [first, second];
  return beats(second) ? [first, next] : [first, second];
}
