import type { Span } from '../domain/span.ts';

/** A stretch of a block over which the same codings stand. */
export type Segment<Coding extends Span> = Span & {
  /** Shortest coding first: it gives the tint, the others draw their underlines, longest lowest. */
  readonly codings: readonly Coding[];
  readonly isSelected: boolean;
};

/** Shorter first; of equal length the later one, so that a nested coding never hides below its frame; then as given. */
function byLength(a: Span, b: Span): number {
  return a.end - a.start - (b.end - b.start) || b.start - a.start;
}

/**
 * Cuts a block at every end of a coding (and of the selection) that falls inside it. The segments cover the block without
 * gaps, in order; codings that only touch the block do not count. An empty block has no segments. O(m log m + result).
 */
export function blockSegments<Coding extends Span>(
  block: Span,
  codings: readonly Coding[],
  selection: Span | null,
): readonly Segment<Coding>[] {
  if (block.start >= block.end) return [];
  const inside = codings.filter((coding) => coding.start < block.end && coding.end > block.start);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of selection ? [...inside, selection] : inside) {
    if (start > block.start && start < block.end) cuts.add(start);
    if (end > block.start && end < block.end) cuts.add(end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const byStart = inside.toSorted((a, b) => a.start - b.start);
  const segments: Segment<Coding>[] = [];
  let next = 0;
  let open: Coding[] = [];
  for (let place = 0; place + 1 < ordered.length; place += 1) {
    const start = ordered[place]!;
    const end = ordered[place + 1]!;
    open = open.filter((coding) => coding.end > start);
    while (next < byStart.length && byStart[next]!.start <= start) {
      const coding = byStart[next]!;
      if (coding.end > start) open.push(coding);
      next += 1;
    }
    segments.push({
      start,
      end,
      codings: open.toSorted(byLength),
      isSelected: selection !== null && selection.start < end && selection.end > start,
    });
  }
  return segments;
}
